"""Buttons of all kinds."""

from collections.abc import Mapping

from playground.checker.findings import Check
from playground.checker.kinds import address, anything, one_of, secure, string
from playground.checker.menus import ACTION, CONFIRMED
from playground.checker.shapes import listed, shape
from playground.checker.texts import STYLE, plain

TEXT = LABEL = 75
VALUE = 2000
URL = 3000
READERS = 10

_said = {"text": plain(TEXT), "accessibility_label": string(LABEL)}
_valued = {**_said, "value": string(VALUE)}
_opinion = shape(_valued, "text", "value")
_parameter = shape({"name": string(), "value": anything}, "name", "value")
_trigger = shape(
    {"url": secure(), "customizable_input_parameters": listed(_parameter, least=0)}, "url"
)

BUTTON: Mapping[str, Check] = {
    "button": shape({**CONFIRMED, **_valued, "url": address(URL), "style": STYLE}, "text"),
}
WORKFLOW: Mapping[str, Check] = {
    "workflow_button": shape(
        {
            **ACTION,
            **_said,
            "workflow": shape({"trigger": _trigger}, "trigger"),
            "style": STYLE,
        },
        "text",
        "workflow",
        "action_id",
    ),
}
SMALL: Mapping[str, Check] = {
    "feedback_buttons": shape(
        {**ACTION, "positive_button": _opinion, "negative_button": _opinion},
        "positive_button",
        "negative_button",
    ),
    "icon_button": shape(
        {
            **CONFIRMED,
            **_valued,
            "icon": one_of("trash"),
            "visible_to_user_ids": listed(string(), READERS),
        },
        "icon",
        "text",
    ),
}
