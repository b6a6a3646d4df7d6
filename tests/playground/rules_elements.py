"""The rule table: elements, as documented under block-kit/block-elements."""

from tests.playground.rules_composed import LABEL, OPTIONS, STYLE
from tests.playground.rules_form import (
    BOOLEAN,
    DATE,
    ELEMENTS,
    NUMERAL,
    TIME,
    ZONE,
    Rule,
    any_of,
    enum,
    integer,
    listed,
    one,
    plain,
    string,
)

ACTION = {"action_id": string(1, 255)}
CONFIRM = {"confirm": one("confirm")}
FOCUS = {"focus_on_load": BOOLEAN}
PLACEHOLDER = {"placeholder": plain(150)}
MENU = {**ACTION, **CONFIRM, **FOCUS, **PLACEHOLDER}
MOST = {"max_selected_items": integer(1)}
TYPED = {
    **ACTION, **FOCUS, **PLACEHOLDER, "dispatch_action_config": one("dispatch action config"),
}  # fmt: skip

GROUPS = listed(one("option group"), 1, 100)
VISIBLE = listed(one("formatted option"), 1, 10)
STATIC = (
    ("either", "options", "option_groups"),
    ("distinct", "options", "value"),
)
QUERY = {"min_query_length": integer(0)}
TALKS = {"default_to_current_conversation": BOOLEAN, "filter": one("conversation filter")}
ANSWERED = {"response_url_enabled": BOOLEAN}
IDS = listed(string())


def element(tag, fields, required=(), relations=(), page=""):
    return Rule(f"{ELEMENTS}/{page or tag}-element", fields, required, relations, tag)


def select(tag, fields, relations=()):
    several = tag.startswith("multi_")
    page = "multi-select-menu" if several else "select-menu"
    return element(tag, {**MENU, **(MOST if several else {}), **fields}, (), relations, page)


ELEMENT_RULES = {
    "button": element(
        "button",
        {
            **ACTION,
            **CONFIRM,
            **LABEL,
            **STYLE,
            "text": plain(75),
            "url": ("url", 3000),
            "value": string(1, 2000),
        },
        ("text",),
    ),
    "workflow_button": element(
        "workflow_button",
        {**ACTION, **LABEL, **STYLE, "text": plain(75), "workflow": one("workflow")},
        ("action_id", "text", "workflow"),
        page="workflow-button",
    ),
    "feedback_buttons": element(
        "feedback_buttons",
        {
            **ACTION,
            "positive_button": one("feedback button"),
            "negative_button": one("feedback button"),
        },
        ("positive_button", "negative_button"),
        page="feedback-buttons",
    ),
    "icon_button": element(
        "icon_button",
        {
            **ACTION,
            **CONFIRM,
            **LABEL,
            "icon": enum("trash"),
            "text": plain(75),
            "value": string(1, 2000),
            "visible_to_user_ids": listed(string(), 1, 10),
        },
        ("icon", "text"),
        page="icon-button",
    ),
    "image": element(
        "image",
        {"alt_text": string(1, 2000), "image_url": ("web", 3000), "slack_file": one("slack file")},
        ("alt_text",),
        (("either", "image_url", "slack_file"),),
    ),
    "checkboxes": element(
        "checkboxes",
        {
            **ACTION,
            **CONFIRM,
            **FOCUS,
            "options": VISIBLE,
            "initial_options": listed(one("formatted option")),
        },
        ("options",),
        (("distinct", "options", "value"), ("chosen", "initial_options")),
    ),
    "radio_buttons": element(
        "radio_buttons",
        {
            **ACTION,
            **CONFIRM,
            **FOCUS,
            "options": VISIBLE,
            "initial_option": one("formatted option"),
        },
        ("options",),
        (("distinct", "options", "value"), ("chosen", "initial_option")),
        page="radio-button-group",
    ),
    "overflow": element(
        "overflow",
        {**ACTION, **CONFIRM, "options": listed(one("linked option"), 1, 5)},
        ("options",),
        (("distinct", "options", "value"),),
        page="overflow-menu",
    ),
    "static_select": select(
        "static_select",
        {"options": OPTIONS, "option_groups": GROUPS, "initial_option": one("option")},
        (*STATIC, ("chosen", "initial_option")),
    ),
    "external_select": select("external_select", {**QUERY, "initial_option": one("option")}),
    "users_select": select("users_select", {"initial_user": string()}),
    "conversations_select": select(
        "conversations_select", {**TALKS, **ANSWERED, "initial_conversation": string()}
    ),
    "channels_select": select("channels_select", {**ANSWERED, "initial_channel": string()}),
    "multi_static_select": select(
        "multi_static_select",
        {"options": OPTIONS, "option_groups": GROUPS, "initial_options": listed(one("option"))},
        (*STATIC, ("chosen", "initial_options")),
    ),
    "multi_external_select": select(
        "multi_external_select", {**QUERY, "initial_options": listed(one("option"))}
    ),
    "multi_users_select": select("multi_users_select", {"initial_users": IDS}),
    "multi_conversations_select": select(
        "multi_conversations_select", {**TALKS, "initial_conversations": IDS}
    ),
    "multi_channels_select": select("multi_channels_select", {"initial_channels": IDS}),
    "datepicker": element("datepicker", {**MENU, "initial_date": DATE}, page="date-picker"),
    "timepicker": element(
        "timepicker", {**MENU, "initial_time": TIME, "timezone": ZONE}, page="time-picker"
    ),
    "datetimepicker": element(
        "datetimepicker",
        {
            **ACTION,
            **CONFIRM,
            **FOCUS,
            "initial_date_time": integer(1_000_000_000, 9_999_999_999),
        },
        page="datetime-picker",
    ),
    "plain_text_input": element(
        "plain_text_input",
        {
            **TYPED,
            "initial_value": string(0),
            "multiline": BOOLEAN,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        (),
        (("ordered", "min_length", "max_length"), ("fits", "initial_value", "max_length", 3000)),
        page="plain-text-input",
    ),
    "email_text_input": element(
        "email_text_input", {**TYPED, "initial_value": string(0)}, page="email-input"
    ),
    "url_text_input": element(
        "url_text_input", {**TYPED, "initial_value": string(0)}, page="url-input"
    ),
    "number_input": element(
        "number_input",
        {
            **TYPED,
            "is_decimal_allowed": BOOLEAN,
            "initial_value": NUMERAL,
            "min_value": NUMERAL,
            "max_value": NUMERAL,
        },
        ("is_decimal_allowed",),
        (
            ("ordered", "min_value", "max_value"),
            ("whole", "is_decimal_allowed", "initial_value", "min_value", "max_value"),
        ),
        page="number-input",
    ),
    "rich_text_input": element(
        "rich_text_input",
        {
            **TYPED,
            "initial_value": any_of("rich_text"),
            "min_lines": integer(1, 100),
            "max_lines": integer(1, 100),
        },
        ("action_id",),
        page="rich-text-input",
    ),
    "file_input": element(
        "file_input",
        {**ACTION, "filetypes": listed(string()), "max_files": integer(1, 10)},
        page="file-input",
    ),
}
