"""Interactive elements, each by its type."""

from collections.abc import Callable, Mapping

from playground.checker import options
from playground.checker.findings import Finding, Findings, keys, string, units, whole
from playground.checker.texts import confirmation, style, text
from playground.wire import Json

NAME = 255
LONGEST = 3000
BUTTON = 75
BUTTON_VALUE = 2000
PLACEHOLDER = 150
URL = 3000
ALTERNATIVE = 2000
TRIGGERS = {"on_enter_pressed", "on_character_entered"}
EPOCH = (1_000_000_000, 9_999_999_999)  # Slack wants exactly ten digits

OFFERING = {
    "static_select": ("options", "option_groups", "initial_option"),
    "multi_static_select": ("options", "option_groups", "initial_options", "max_selected_items"),
    "radio_buttons": ("options", "initial_option"),
    "checkboxes": ("options", "initial_options"),
    "overflow": ("options",),
}
TYPED = {
    "plain_text_input": ("multiline", "min_length", "max_length"),
    "email_text_input": (),
    "url_text_input": (),
    "number_input": ("is_decimal_allowed", "min_value", "max_value"),
    "rich_text_input": (),
}
PICKED = {
    "users_select": ("initial_user",),
    "multi_users_select": ("initial_users", "max_selected_items"),
    "conversations_select": (
        "initial_conversation",
        "default_to_current_conversation",
        "response_url_enabled",
        "filter",
    ),
    "multi_conversations_select": (
        "initial_conversations",
        "default_to_current_conversation",
        "max_selected_items",
        "filter",
    ),
    "channels_select": ("initial_channel", "response_url_enabled"),
    "multi_channels_select": ("initial_channels", "max_selected_items"),
    "external_select": ("initial_option", "min_query_length"),
    "multi_external_select": ("initial_options", "min_query_length", "max_selected_items"),
    "datepicker": ("initial_date",),
    "timepicker": ("initial_time", "timezone"),
    "datetimepicker": ("initial_date_time",),
}
WITHOUT_PLACEHOLDER = {"radio_buttons", "checkboxes", "overflow", "datetimepicker"}
MULTI_SELECTS = {kind for kind in (*OFFERING, *PICKED) if kind.startswith("multi_")}
SINGLE_SELECTS = {kind for kind in (*OFFERING, *PICKED) if kind.endswith("_select")} - MULTI_SELECTS


def element(value: Json, pointer: str) -> Findings:
    """Check an element; what it is allowed to be here was looked at before."""
    kind = value["type"]
    if "action_id" in value:
        yield from string(value["action_id"], f"{pointer}/action_id", NAME)
    if "confirm" in value:
        yield from confirmation(value["confirm"], f"{pointer}/confirm")
    if "placeholder" in value:
        yield from text(value["placeholder"], f"{pointer}/placeholder", PLACEHOLDER)
    if check := CHECKS.get(kind):
        yield from check(value, pointer)


def _button(value: Json, pointer: str) -> Findings:
    more = ("action_id", "url", "value", "style", "confirm", "accessibility_label")
    yield from keys(value, pointer, ("type", "text"), more)
    if "text" in value:
        yield from text(value["text"], f"{pointer}/text", BUTTON)
    lengths = {"url": URL, "value": BUTTON_VALUE, "accessibility_label": BUTTON}
    for key in lengths.keys() & value.keys():
        yield from string(value[key], f"{pointer}/{key}", lengths[key])
    yield from style(value, pointer)


def _image(value: Json, pointer: str) -> Findings:
    yield from keys(value, pointer, ("type", "alt_text"), ("image_url", "slack_file"))
    if ("image_url" in value) == ("slack_file" in value):
        yield Finding("needs either image_url or slack_file", pointer)
    if "image_url" in value:
        yield from string(value["image_url"], f"{pointer}/image_url", URL)
    if "alt_text" in value:
        yield from string(value["alt_text"], f"{pointer}/alt_text", ALTERNATIVE)


def _offering(value: Json, pointer: str) -> Findings:
    kind = value["type"]
    more = (*OFFERING[kind], "action_id", "confirm", "focus_on_load", *_placeholder(kind))
    yield from keys(value, pointer, ("type",), more)
    yield from options.options(value, pointer)
    yield from options.chosen(value, pointer)


def _picked(value: Json, pointer: str) -> Findings:
    kind = value["type"]
    more = (*PICKED[kind], "action_id", "confirm", "focus_on_load", *_placeholder(kind))
    yield from keys(value, pointer, ("type",), more)
    if "initial_date_time" in value:
        yield from whole(value["initial_date_time"], f"{pointer}/initial_date_time", *EPOCH)


def _typed(value: Json, pointer: str) -> Findings:
    more = ("action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder")
    needed = ("type", "is_decimal_allowed") if value["type"] == "number_input" else ("type",)
    yield from keys(value, pointer, needed, (*more, *TYPED[value["type"]]))
    if "dispatch_action_config" in value:
        yield from _dispatching(value["dispatch_action_config"], pointer)
    if value["type"] == "plain_text_input":
        yield from _lengths(value, pointer)


def _lengths(value: Json, pointer: str) -> Findings:
    for key, low in (("min_length", 0), ("max_length", 1)):
        if key in value:
            yield from whole(value[key], f"{pointer}/{key}", low, LONGEST)
    least, most = value.get("min_length", 0), value.get("max_length", LONGEST)
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield Finding("min_length must not be more than max_length", pointer)
    start = value.get("initial_value", "")
    if isinstance(start, str) and isinstance(most, int) and units(start) > most:
        rule = f"must be less than {most + 1} characters, is {units(start)}"
        yield Finding(rule, f"{pointer}/initial_value")


def _dispatching(value: Json, pointer: str) -> Findings:
    asked = value.get("trigger_actions_on") if isinstance(value, dict) else None
    if not isinstance(asked, list) or not asked or not TRIGGERS.issuperset(asked):
        place = f"{pointer}/dispatch_action_config"
        yield Finding("trigger_actions_on must list on_enter_pressed, on_character_entered", place)


def _placeholder(kind: str) -> tuple[str, ...]:
    return () if kind in WITHOUT_PLACEHOLDER else ("placeholder",)


CHECKS: Mapping[str, Callable[[Json, str], Findings]] = {
    "button": _button,
    "image": _image,
    **dict.fromkeys(OFFERING, _offering),
    **dict.fromkeys(PICKED, _picked),
    **dict.fromkeys(TYPED, _typed),
}
