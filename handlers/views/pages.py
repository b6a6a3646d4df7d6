"""Put blocks into as many messages as they need: nothing is cut."""

from collections.abc import Callable, Sequence
from typing import Any

from coaching.typed import length
from handlers.views.kit import Block

BLOCKS = 45  # of the 50 that Slack takes
TEXT = 10_000  # UTF-16 units; Slack refuses a message somewhere beyond 12,000

Head = Callable[[int, int], Block]


def paged(blocks: Sequence[Block], head: Head) -> Sequence[list[Block]]:
    """Return pages of at most 45 blocks and 10,000 units of text, at least one.

    ``head`` makes what opens a page after the first, from its number and the number of the last.
    """
    pages: list[list[Block]] = [[]]
    taken = 0  # units of text on the last page
    for block in blocks:
        text = size(block)
        if pages[-1] and (len(pages[-1]) == BLOCKS or taken + text > TEXT):
            pages.append([])
            taken = 0
        pages[-1].append(block)
        taken += text
    last = len(pages)
    return [pages[0], *([head(n, last), *page] for n, page in enumerate(pages[1:], start=2))]


def size(block: Any) -> int:
    """Return how much text a block holds, wherever in it, in UTF-16 units."""
    if isinstance(block, list):
        return sum(map(size, block))
    found = 0
    for key, value in block.items() if isinstance(block, dict) else ():
        if isinstance(value, dict | list):
            found += size(value)
        elif key == "text" and isinstance(value, str):
            found += length(value)
    return found


def fits(page: Sequence[Block], more: Sequence[Block]) -> bool:
    """Tell whether a page takes these blocks as well."""
    return len(page) + len(more) <= BLOCKS and sum(map(size, (*page, *more))) <= TEXT
