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
    for block in blocks:
        if pages[-1] and not fits(pages[-1], [block]):
            pages.append([])
        pages[-1].append(block)
    last = len(pages)
    return [pages[0], *([head(n, last), *page] for n, page in enumerate(pages[1:], start=2))]


def size(block: Any) -> int:
    """Return how much text a block holds, wherever in it, in UTF-16 units."""
    if isinstance(block, dict):
        own = block.get("text")
        return (length(own) if isinstance(own, str) else 0) + sum(map(size, block.values()))
    return sum(map(size, block)) if isinstance(block, list) else 0


def fits(page: Sequence[Block], more: Sequence[Block]) -> bool:
    """Tell whether a page takes these blocks as well."""
    return len(page) + len(more) <= BLOCKS and sum(map(size, (*page, *more))) <= TEXT
