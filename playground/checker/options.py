"""Options: what a select, radio buttons, checkboxes or an overflow menu offer."""

from typing import Any

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

LABEL = DESCRIPTION = 75
VALUE = 150
URL = 3000
GROUPS = 100
FORMATTED = {"radio_buttons", "checkboxes"}  # only these may use mrkdwn in their options


def most(kind: str) -> int:
    """Return how many options an element may have."""
    return {"overflow": 5, "radio_buttons": 10, "checkboxes": 10}.get(kind, 100)


def options(element: Json, pointer: str) -> Findings:
    """Check everything an element offers, and that no value is offered twice."""
    kind = element["type"]
    if ("options" in element) == ("option_groups" in element):
        yield Finding("needs either options or option_groups", pointer)
    if "options" in element:
        yield from _listed(element["options"], f"{pointer}/options", kind)
    if "option_groups" in element:
        yield from _grouped(element["option_groups"], f"{pointer}/option_groups", kind)


def chosen(element: Json, pointer: str) -> Findings:
    """Check that what is chosen at first is among the options, exactly."""
    offered = [o for _, o in objects(element.get("options"), "")]
    for _, group in objects(element.get("option_groups"), ""):
        offered += [option for _, option in objects(group.get("options"), "")]
    if "initial_option" in element and element["initial_option"] not in offered:
        yield Finding("is not one of the options", f"{pointer}/initial_option")
    for index, option in enumerate(element.get("initial_options") or ()):
        if option not in offered:
            yield Finding("is not one of the options", f"{pointer}/initial_options/{index}")
    if element.get("initial_options") == []:
        yield Finding("no fewer than 1 items allowed", f"{pointer}/initial_options")


def _listed(value: Any, pointer: str, kind: str) -> Findings:
    yield from items(value, pointer, most(kind))
    yield from only_objects(value, pointer)
    seen: set[str] = set()
    for place, option in objects(value, pointer):
        yield from _option(option, place, kind)
        if (word := str(option.get("value"))) in seen:
            yield Finding(f"duplicate option value: {word}", place)
        seen.add(word)


def _grouped(value: Any, pointer: str, kind: str) -> Findings:
    yield from items(value, pointer, GROUPS)
    yield from only_objects(value, pointer)
    for place, group in objects(value, pointer):
        yield from keys(group, place, ("label", "options"), ())
        yield from text(group.get("label"), f"{place}/label", LABEL)
        yield from _listed(group.get("options"), f"{place}/options", kind)


def _option(option: Json, pointer: str, kind: str) -> Findings:
    more = ("description", "url") if kind == "overflow" else ("description",)
    yield from keys(option, pointer, ("text", "value"), more)
    formatted = kind in FORMATTED
    if "text" in option:
        yield from text(option["text"], f"{pointer}/text", LABEL, mrkdwn=formatted)
    if "value" in option:
        yield from string(option["value"], f"{pointer}/value", VALUE)
    if "description" in option:
        place = f"{pointer}/description"
        yield from text(option["description"], place, DESCRIPTION, mrkdwn=formatted)
    if "url" in option:
        yield from string(option["url"], f"{pointer}/url", URL)
