"""Finding one's way in blocks: their elements, and names for those that have none."""

import copy
from collections.abc import Iterator
from itertools import count

from playground.wire import Json

PASSIVE = frozenset({"image", "mrkdwn", "plain_text"})
# Where a block keeps several elements.
SEVERAL = {
    "actions": "elements",
    "context": "elements",
    "context_actions": "elements",
    "card": "actions",
}


def held(block: Json) -> Iterator[tuple[str, Json]]:
    """Yield what a block holds besides text, with its place in the block."""
    for key in ("accessory", "element"):
        if isinstance(element := block.get(key), dict):
            yield key, element
    if place := SEVERAL.get(block.get("type", "")):
        elements = block.get(place)
        for index, element in enumerate(elements if isinstance(elements, list) else ()):
            if isinstance(element, dict):
                yield f"{place}/{index}", element


def interactive(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield each element that a person can use, with its block."""
    for block in blocks:
        for _, element in held(block):
            if element.get("type") not in PASSIVE:
                yield block, element


def find(blocks: list[Json], block_id: str, action_id: str | None = None) -> Json | None:
    """Return an element by its names; without an action id the block's only one."""
    found = (e for block, e in interactive(blocks) if block["block_id"] == block_id)
    return next((e for e in found if action_id in {None, e["action_id"]}), None)


class Names:
    """Gives blocks and elements the names they lack, as Slack does."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def given(self, blocks: list[Json]) -> list[Json]:
        """Return a copy of the blocks in which everything has a name."""
        blocks = copy.deepcopy(blocks)
        for block in blocks:
            block.setdefault("block_id", f"b{next(self._numbers):04}")
        for _, element in interactive(blocks):
            element.setdefault("action_id", f"a{next(self._numbers):04}")
        return blocks
