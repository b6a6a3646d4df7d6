"""Messages, modals and Home: what may stand on each, and how much of it."""

from collections import Counter
from typing import Any

from playground import elements
from playground.checker import models
from playground.checker.blocks import block
from playground.checker.elements import NAME
from playground.checker.findings import (
    Finding,
    Findings,
    items,
    keys,
    objects,
    only_objects,
    string,
)
from playground.checker.texts import text
from playground.wire import Json

EVERYWHERE = {
    "section", "divider", "header", "context", "actions", "input", "image", "rich_text", "video",
}  # fmt: skip
ALLOWED = {
    "message": EVERYWHERE | {"context_actions", "file", "markdown", "table"},
    "modal": EVERYWHERE,
    "home": EVERYWHERE,
}
BLOCKS = {"message": 50, "modal": 100, "home": 100}
TITLE = 24
PRIVATE = 3000
MODAL_KEYS = (
    "title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled",
)  # fmt: skip
VIEW_KEYS = ("callback_id", "external_id", "private_metadata")


def check_blocks(blocks: Any, surface: str = "message", pointer: str = "/blocks") -> list[Finding]:
    """Return everything that is wrong with the blocks of a surface."""
    found = [*_shape(blocks, surface, pointer)]
    if not found:
        found += [*_names(blocks, pointer), *_focus(blocks, pointer)]
    return found or [*models.blocks(blocks, pointer)]


def check_view(view: Any, pointer: str = "/view") -> list[Finding]:
    """Return everything that is wrong with a modal or a Home."""
    if not isinstance(view, dict) or view.get("type") not in {"modal", "home"}:
        return [Finding("type must be modal or home", f"{pointer}/type")]
    found = [*_modal(view, pointer)] if view["type"] == "modal" else [*_home(view, pointer)]
    for key, most in (("callback_id", NAME), ("external_id", NAME), ("private_metadata", PRIVATE)):
        if key in view:
            found += string(view[key], f"{pointer}/{key}", most, least=0)
    found += check_blocks(view.get("blocks"), view["type"], f"{pointer}/blocks")
    return found or [*models.view(view, pointer)]


def _modal(view: Json, pointer: str) -> Findings:
    yield from keys(view, pointer, ("type", "title", "blocks"), (*MODAL_KEYS, *VIEW_KEYS))
    for key in ("title", "submit", "close"):
        if view.get(key) is not None:
            yield from text(view[key], f"{pointer}/{key}", TITLE)
    inputs = [b for _, b in objects(view.get("blocks"), "") if b.get("type") == "input"]
    if inputs and not view.get("submit"):
        yield Finding("submit is needed when there are input blocks", f"{pointer}/submit")


def _home(view: Json, pointer: str) -> Findings:
    yield from keys(view, pointer, ("type", "blocks"), VIEW_KEYS)


def _shape(blocks: Any, surface: str, pointer: str) -> Findings:
    yield from items(blocks, pointer, BLOCKS[surface], least=0 if surface == "message" else 1)
    yield from only_objects(blocks, pointer)
    for place, each in objects(blocks, pointer):
        kind = each.get("type")
        if kind not in ALLOWED[surface]:
            yield Finding(f"unsupported type: {kind} in a {surface}", f"{place}/type")
        else:
            yield from block(each, place)


def _names(blocks: list[Json], pointer: str) -> Findings:
    """Check that no block id is used twice, and no action id twice within a block."""
    seen: set[str] = set()
    for place, each in objects(blocks, pointer):
        if (name := each.get("block_id")) in seen:
            yield Finding(f"duplicate block_id: {name}", f"{place}/block_id")
        if name:
            seen.add(name)
        counted = Counter(e["action_id"] for _, e in elements.held(each) if "action_id" in e)
        for name in (name for name, number in counted.items() if number > 1):
            yield Finding(f"duplicate action_id: {name}", f"{place}/elements")


def _focus(blocks: list[Json], pointer: str) -> Findings:
    if sum(bool(element.get("focus_on_load")) for _, element in elements.interactive(blocks)) > 1:
        yield Finding("only one element may have focus_on_load", pointer)
