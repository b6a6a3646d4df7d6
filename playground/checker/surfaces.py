"""Messages, modals and Home: what may stand on each, and how much of it."""

from collections.abc import Mapping
from typing import Any

from playground.checker import models
from playground.checker.blocks import BLOCKS
from playground.checker.findings import Check, Finding, Findings, too_deep
from playground.checker.kinds import anything, flag, string
from playground.checker.menus import NAME
from playground.checker.shapes import listed, nothing_or, shape
from playground.checker.texts import plain
from playground.checker.together import together
from playground.wire import Json

# A file block comes with remote files that Slack shows; apps cannot add one, says its page.
# Container, carousel, data_table, data_visualization, plan and task_card are not simulated.
EVERYWHERE = {
    "section", "divider", "header", "context", "actions", "input", "image", "rich_text", "video",
    "card",
}  # fmt: skip
ALLOWED = {
    "message": EVERYWHERE | {"context_actions", "markdown", "table"},
    "modal": EVERYWHERE | {"alert"},
    "home": EVERYWHERE | {"table"},
}
MOST = {"message": 50, "modal": 100, "home": 100}
TITLE = 24
PRIVATE = 3000

_view: Mapping[str, Check] = {
    "type": anything,
    "blocks": anything,
    "callback_id": string(NAME, least=0),
    "external_id": string(NAME, least=0),
    "private_metadata": string(PRIVATE, least=0),
}
VIEWS: Mapping[str, Check] = {
    "modal": shape(
        {
            **_view,
            "title": plain(TITLE),
            "submit": nothing_or(plain(TITLE)),
            "close": nothing_or(plain(TITLE)),
            **dict.fromkeys(("clear_on_close", "notify_on_close", "submit_disabled"), flag),
        },
        "title",
        "blocks",
    ),
    "home": shape(_view, "blocks"),
}


def check_blocks(blocks: Any, surface: str = "message", pointer: str = "/blocks") -> list[Finding]:
    """Return everything that is wrong with the blocks of a surface."""
    if too_deep(blocks):
        return [Finding("is nested too deeply", pointer)]
    least = 0 if surface == "message" else 1
    found = [*listed(_on(surface), MOST[surface], least)(blocks, pointer)]
    found = found or [*together(blocks, surface, pointer)]
    return found or [*models.blocks(blocks, pointer)]


def check_view(view: Any, pointer: str = "/view") -> list[Finding]:
    """Return everything that is wrong with a modal or a Home."""
    if too_deep(view):
        return [Finding("is nested too deeply", pointer)]
    if not isinstance(view, dict) or view.get("type") not in [*VIEWS]:
        return [Finding("type must be modal or home", f"{pointer}/type")]
    found = [*VIEWS[view["type"]](view, pointer), *_submitted(view, pointer)]
    found += check_blocks(view.get("blocks"), view["type"], f"{pointer}/blocks")
    return found or [*models.view(view, pointer)]


def _on(surface: str) -> Check:
    """Return a check for a block that must be allowed on a surface."""

    def check(value: Any, pointer: str) -> Findings:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(value, dict):
            yield Finding("must be an object", pointer)
        elif not isinstance(kind, str) or kind not in ALLOWED[surface]:
            yield Finding(f"unsupported type: {kind!s:.50} in a {surface}", f"{pointer}/type")
        else:
            rest = {key: each for key, each in value.items() if key != "type"}
            yield from BLOCKS[kind](rest, pointer)

    return check


def _submitted(view: Json, pointer: str) -> Findings:
    """Check that a modal in which something is asked for can be submitted."""
    blocks = view.get("blocks")
    blocks = blocks if isinstance(blocks, list) else []
    asks = any(isinstance(block, dict) and block.get("type") == "input" for block in blocks)
    if view["type"] == "modal" and asks and not view.get("submit"):
        yield Finding("submit is needed when there are input blocks", f"{pointer}/submit")
