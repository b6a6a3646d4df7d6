"""Blocks, each by its type."""

from collections.abc import Callable, Mapping
from typing import Any

from playground.checker import rich_text
from playground.checker.elements import (
    ALTERNATIVE,
    MULTI_SELECTS,
    NAME,
    OFFERING,
    PICKED,
    SINGLE_SELECTS,
    TYPED,
    element,
)
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

SECTION = 3000
FIELD = LABEL = HINT = 2000
FIELDS = CONTEXT = 10
HEADER = 150
ACTIONS = 25
MARKDOWN = 12_000
ROWS, COLUMNS = 100, 20

_PICKERS = {"datepicker", "timepicker"}
ACCESSORIES = SINGLE_SELECTS | MULTI_SELECTS | _PICKERS | {*OFFERING, "button", "image"}
INPUTS = {*OFFERING, *PICKED, *TYPED, "file_input"} - {"overflow"}
IN_ACTIONS = (
    SINGLE_SELECTS
    | _PICKERS
    | {
        "button",
        "checkboxes",
        "datetimepicker",
        "overflow",
        "radio_buttons",
        "workflow_button",
    }
)


def block(value: Json, pointer: str) -> Findings:
    """Check one block of a type that its surface allows."""
    if "block_id" in value:
        yield from string(value["block_id"], f"{pointer}/block_id", NAME)
    if check := CHECKS.get(value["type"]):
        yield from check(value, pointer)


def _section(value: Json, pointer: str) -> Findings:
    yield from keys(
        value, pointer, ("type",), ("block_id", "text", "fields", "accessory", "expand")
    )
    if "text" not in value and "fields" not in value:
        yield Finding("needs text or fields", pointer)
    if "text" in value:
        yield from text(value["text"], f"{pointer}/text", SECTION, mrkdwn=True)
    if "fields" in value:
        yield from items(value["fields"], f"{pointer}/fields", FIELDS)
        for place, field in objects(value["fields"], f"{pointer}/fields"):
            yield from text(field, place, FIELD, mrkdwn=True)
    if "accessory" in value:
        yield from _held(value["accessory"], f"{pointer}/accessory", ACCESSORIES)


def _header(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type", "text"), ("block_id", "level"))
    yield from text(value.get("text"), f"{pointer}/text", HEADER)


def _context(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type", "elements"), ("block_id",))
    place = f"{pointer}/elements"
    yield from items(value.get("elements"), place, CONTEXT)
    yield from only_objects(value.get("elements"), place)
    for where, each in objects(value.get("elements"), place):
        if each.get("type") == "image":
            yield from element(each, where)
        else:
            yield from text(each, where, SECTION, mrkdwn=True)


def _actions(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type", "elements"), ("block_id",))
    place = f"{pointer}/elements"
    yield from items(value.get("elements"), place, ACTIONS)
    for index, each in enumerate(value.get("elements") or ()):
        yield from _held(each, f"{place}/{index}", IN_ACTIONS)


def _input(value: Json, pointer: str) -> Findings:
    more = ("block_id", "hint", "optional", "dispatch_action")
    yield from keys(value, pointer, ("type", "label", "element"), more)
    yield from text(value.get("label"), f"{pointer}/label", LABEL)
    if "hint" in value:
        yield from text(value["hint"], f"{pointer}/hint", HINT)
    yield from _held(value.get("element"), f"{pointer}/element", INPUTS)


def _image(value: Json, pointer: str) -> Findings:
    own = {k: v for k, v in value.items() if k not in {"block_id", "title"}}
    yield from element(own, pointer)
    if "title" in value:
        yield from text(value["title"], f"{pointer}/title", ALTERNATIVE)


def _table(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type", "rows"), ("block_id", "column_settings"))
    yield from items(value.get("rows"), f"{pointer}/rows", ROWS)
    rows = value.get("rows")
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        yield from items(row, f"{pointer}/rows/{index}", COLUMNS)


def _divider(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type",), ("block_id",))


def _markdown(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type", "text"), ("block_id",))
    yield from string(value.get("text"), f"{pointer}/text", MARKDOWN)


def _held(value: Any, pointer: str, allowed: set[str]) -> Findings:
    """Check an element and that it may be where it is."""
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in allowed:
        yield Finding(f"unsupported type: {kind}", f"{pointer}/type" if kind else pointer)
    else:
        yield from element(value, pointer)


CHECKS: Mapping[str, Callable[[Json, str], Findings]] = {
    "section": _section,
    "divider": _divider,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "table": _table,
    "markdown": _markdown,
    "rich_text": rich_text.block,
}
