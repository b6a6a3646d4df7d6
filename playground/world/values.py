"""What inputs hold: ``state.values``, by block id and action id."""

import contextlib
import copy
from collections.abc import Callable, Sequence
from typing import Any

from playground import elements
from playground.wire import Json

# Per element type: the key its value travels under, and the keys that can give it one at first.
KEYS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", ""),
}
SEVERAL = frozenset(
    {"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"}
)
Read = Callable[[tuple[str, str], Json, Json, Json], Json]
EMPTY: tuple[Any, ...] = (None, "", [])


def initial(blocks: list[Json]) -> Json:
    """Return the values of blocks that nobody has touched: every input, None when empty."""
    values: Json = {}
    for block, element in elements.interactive(blocks):
        if element["type"] in KEYS:
            values.setdefault(block["block_id"], {})[element["action_id"]] = _first(element)
    return values


def kept(blocks: list[Json], old: Json) -> Json:
    """Return the values after an update: what has the same names and type keeps what it holds."""
    values = initial(blocks)
    for block, element in elements.interactive(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        before = old.get(block_id, {}).get(action_id)
        if before and before["type"] == element["type"] and _fits(element, before):
            values[block_id][action_id] = before
    return values


def taken(blocks: list[Json], values: Json, given: Json, read: Read) -> Json:
    """Return the values with what the page says they are now, as ``read`` understands it.

    Names that the page made up, and choices that nobody offers, are left out.
    """
    new = copy.deepcopy(values)
    for block_id, actions in given.items():
        for action_id, value in actions.items():
            names = (block_id, action_id)
            element = elements.find(blocks, *names)
            if element is None or element["type"] not in KEYS:
                continue
            with contextlib.suppress(LookupError):
                put(blocks, new, names, read(names, element, value, values))
    return new


def put(blocks: list[Json], values: Json, names: tuple[str, str], content: Json) -> None:
    """Let one element hold something."""
    element = elements.find(blocks, *names)
    if element is None or element["type"] not in KEYS:
        return
    key, _ = KEYS[element["type"]]
    value = content.get(key)
    if value is None or value == "":
        value = [] if key in SEVERAL else None
    values.setdefault(names[0], {})[names[1]] = {"type": element["type"], key: value}


def content(element: Json, value: Any) -> Json:
    """Return what the page would say when somebody picks or types ``value`` there."""
    if element["type"] == "overflow":
        return {"selected_option": {"value": value}}
    key, _ = KEYS[element["type"]]
    if key == "files":
        return {key: [{"id": each} for each in value]}
    if key == "selected_options":
        return {key: [{"value": each} for each in value]}
    if key == "selected_option":
        return {key: None if value is None else {"value": value}}
    return {key: value}


def option(element: Json, value: str, more: Sequence[Json] = ()) -> Json:
    """Return the option that has a value; what is not offered, here or by ``more``, is not had."""
    offered = [*options(element), *more]
    for each in offered:
        if each["value"] == value:
            return each
    known = [each["value"] for each in offered]
    message = f"{value!r} is not offered by {element['action_id']!r}, only {known}"
    raise LookupError(message)


def options(element: Json) -> list[Json]:
    """Return all options of an element, those in groups too."""
    groups = element.get("option_groups") or ()
    return [*(element.get("options") or ()), *(o for group in groups for o in group["options"])]


def is_empty(value: Json | None) -> bool:
    """Tell whether an input holds nothing."""
    return value is None or all(v in EMPTY for k, v in value.items() if k != "type")


def _first(element: Json) -> Json:
    key, start = KEYS[element["type"]]
    value = element.get(start, [] if key in SEVERAL else None)
    return {"type": element["type"], key: value}


def _fits(element: Json, value: Json) -> bool:
    """Tell whether a chosen option is still offered."""
    offered = options(element)
    if not offered:
        return True
    chosen = value.get("selected_options") or [value.get("selected_option")]
    return all(each is None or each in offered for each in chosen)
