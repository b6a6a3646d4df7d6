"""Elements in which a person chooses: selects, pickers, radio buttons, checkboxes, overflow."""

from collections.abc import Mapping

from playground.checker.findings import Check
from playground.checker.kinds import clock, day, flag, one_of, string, whole, zone
from playground.checker.options import (
    FORMATTED,
    IN_GROUPS,
    IN_MENU,
    IN_OVERFLOW,
    IN_SIGHT,
    OPTION,
    chosen,
)
from playground.checker.shapes import either, every, listed, shape, some
from playground.checker.texts import CONFIRMATION, plain

NAME = 255
PLACEHOLDER = 150
# Ten digits, says the documentation; slack_sdk takes any number up to ten digits.
EPOCH = (1_000_000_000, 9_999_999_999)

ACTION: Mapping[str, Check] = {"action_id": string(NAME)}
CONFIRMED = {**ACTION, "confirm": CONFIRMATION}
FOCUSED = {**CONFIRMED, "focus_on_load": flag}
MENU = {**FOCUSED, "placeholder": plain(PLACEHOLDER)}
MULTI = {**MENU, "max_selected_items": whole(1)}

_offers = {"options": IN_MENU, "option_groups": IN_GROUPS}
_grouped = either("options", "option_groups")
_query = {"min_query_length": whole(0)}
_excluding = ("exclude_external_shared_channels", "exclude_bot_users")
_include = listed(one_of("im", "mpim", "private", "public"))
_filter = every(
    shape({"include": _include, **dict.fromkeys(_excluding, flag)}),
    some("include", *_excluding),
)
_talks = {"default_to_current_conversation": flag, "filter": _filter}
_answered = {"response_url_enabled": flag}
_one, _several = {"initial_option": OPTION}, {"initial_options": listed(OPTION)}

PICKERS: Mapping[str, Check] = {
    "datepicker": shape({**MENU, "initial_date": day}),
    "timepicker": shape({**MENU, "initial_time": clock, "timezone": zone}),
}
MOMENTS: Mapping[str, Check] = {
    "datetimepicker": shape({**FOCUSED, "initial_date_time": whole(*EPOCH)}),
}
SELECTS: Mapping[str, Check] = {
    "static_select": every(shape({**MENU, **_offers, **_one}), _grouped, chosen),
    "external_select": shape({**MENU, **_query, **_one}),
    "users_select": shape({**MENU, "initial_user": string()}),
    "conversations_select": shape(
        {**MENU, **_talks, **_answered, "initial_conversation": string()},
    ),
    "channels_select": shape({**MENU, **_answered, "initial_channel": string()}),
    "multi_static_select": every(shape({**MULTI, **_offers, **_several}), _grouped, chosen),
    "multi_external_select": shape({**MULTI, **_query, **_several}),
    "multi_users_select": shape({**MULTI, "initial_users": listed(string())}),
    "multi_conversations_select": shape(
        {**MULTI, **_talks, "initial_conversations": listed(string())},
    ),
    "multi_channels_select": shape({**MULTI, "initial_channels": listed(string())}),
}
CHOICES: Mapping[str, Check] = {
    "radio_buttons": every(
        shape({**FOCUSED, "options": IN_SIGHT, "initial_option": FORMATTED}, "options"),
        chosen,
    ),
    "checkboxes": every(
        shape({**FOCUSED, "options": IN_SIGHT, "initial_options": listed(FORMATTED)}, "options"),
        chosen,
    ),
}
OVERFLOW: Mapping[str, Check] = {
    "overflow": shape({**CONFIRMED, "options": IN_OVERFLOW}, "options"),
}
