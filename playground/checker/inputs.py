"""Elements into which a person types, and the one that takes files."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from playground.checker import rich_text
from playground.checker.findings import Check, Finding, Findings, units
from playground.checker.kinds import flag, matching, one_of, string, whole
from playground.checker.menus import ACTION, PLACEHOLDER
from playground.checker.shapes import every, listed, shape
from playground.checker.texts import plain
from playground.wire import Json

LONGEST = 3000
FILES = 10
LINES = 100
NUMBER = r"-?\d+(\.\d+)?"

_dispatching = shape(
    {"trigger_actions_on": listed(one_of("on_enter_pressed", "on_character_entered"), 2)},
    "trigger_actions_on",
)
TYPED = {
    **ACTION,
    "dispatch_action_config": _dispatching,
    "focus_on_load": flag,
    "placeholder": plain(PLACEHOLDER),
}
_number = matching(NUMBER, "must be a number in a string")
_line = {**TYPED, "initial_value": string(least=0)}


def _fits(value: Json, pointer: str) -> Findings:
    """Check the lengths of a text against each other, and what it starts with against them."""
    least, most = _int(value.get("min_length"), 0), _int(value.get("max_length"), LONGEST)
    if least > most:
        yield Finding("min_length must not be more than max_length", pointer)
    start = value.get("initial_value")
    if isinstance(start, str) and units(start) > most:
        rule = f"must be less than {most + 1} characters, is {units(start)}"
        yield Finding(rule, f"{pointer}/initial_value")


def _int(value: Any, default: int) -> int:
    return value if isinstance(value, int) else default


def _bounds(value: Json, pointer: str) -> Findings:
    """Check numbers that are written as strings against each other."""
    given = {
        key: Decimal(value[key])
        for key in ("initial_value", "min_value", "max_value")
        if not [*_number(value.get(key), "")]
    }
    if {"min_value", "max_value"} <= given.keys() and given["min_value"] > given["max_value"]:
        yield Finding("min_value must not be more than max_value", pointer)
    if value.get("is_decimal_allowed") is False:
        for key in given:
            if "." in value[key]:
                yield Finding("must be a whole number", f"{pointer}/{key}")


INPUTS: Mapping[str, Check] = {
    "plain_text_input": every(
        shape(
            {
                **_line,
                "multiline": flag,
                "min_length": whole(0, LONGEST),
                "max_length": whole(1, LONGEST),
            },
        ),
        _fits,
    ),
    "email_text_input": shape(_line),
    "url_text_input": shape(_line),
    # slack_sdk turns numbers into strings here; Slack wants strings.
    "number_input": every(
        shape(
            {
                **TYPED,
                "is_decimal_allowed": flag,
                **dict.fromkeys(("initial_value", "min_value", "max_value"), _number),
            },
            "is_decimal_allowed",
        ),
        _bounds,
    ),
    "file_input": shape({**ACTION, "filetypes": listed(string()), "max_files": whole(1, FILES)}),
}
RICH: Mapping[str, Check] = {
    "rich_text_input": shape(
        {
            **TYPED,
            "initial_value": rich_text.nested,
            "min_lines": whole(1, LINES),
            "max_lines": whole(1, LINES),
        },
        "action_id",
    ),
}
