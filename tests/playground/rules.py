"""The rule table: what Slack documents of blocks, as data; the further parts lie beside it.

It was written from the pages it names, not from the checker: that both say the same is what the
fuzz test finds out. Pages are addresses below ``docs.slack.dev/reference/block-kit/``.
"""

from tests.playground.rules_composed import COMPOSED
from tests.playground.rules_elements import ELEMENT_RULES
from tests.playground.rules_form import (
    BLOCKS,
    BOOLEAN,
    HTTPS,
    NUMBER,
    WEB,
    Rule,
    any_of,
    enum,
    integer,
    listed,
    nullable,
    one,
    plain,
    string,
    text,
)
from tests.playground.rules_rich import RICH
from tests.playground.rules_surfaces import VIEW_RULES

NAMED = {"block_id": string(1, 255)}
SELECTS = [
    f"{several}{source}_select"
    for several in ("", "multi_")
    for source in ("static", "external", "users", "conversations", "channels")
]
CHOICES = [*SELECTS, "checkboxes", "radio_buttons", "datepicker", "timepicker"]
SECTION = [*CHOICES, "button", "image", "overflow", "workflow_button"]
ACTIONS = [
    *CHOICES, "button", "datetimepicker", "overflow", "rich_text_input", "workflow_button",
]  # fmt: skip
INPUT = [
    *CHOICES, "datetimepicker", "email_text_input", "file_input", "number_input",
    "plain_text_input", "rich_text_input", "url_text_input",
]  # fmt: skip


def block(tag, fields, required=(), relations=()):
    page = f"{BLOCKS}/{tag.replace('_', '-')}-block"
    return Rule(page, NAMED | fields, required, relations, tag)


BLOCK_RULES = {
    "section": block(
        "section",
        {
            "text": text(3000),
            "fields": listed(text(2000), 1, 10),
            "accessory": any_of(*SECTION),
            "expand": BOOLEAN,
        },
        (),
        (("some", "text", "fields"),),
    ),
    "divider": block("divider", {}),
    "header": block("header", {"text": plain(150), "level": integer(1, 4)}, ("text",)),
    "context": block(
        "context",
        {"elements": listed(any_of("image", "plain text", "mrkdwn text"), 1, 10)},
        ("elements",),
    ),
    "actions": block("actions", {"elements": listed(any_of(*ACTIONS), 1, 25)}, ("elements",)),
    "context_actions": block(
        "context_actions",
        {"elements": listed(any_of("feedback_buttons", "icon_button"), 1, 5)},
        ("elements",),
    ),
    "input": block(
        "input",
        {
            "label": plain(2000),
            "element": any_of(*INPUT),
            "dispatch_action": BOOLEAN,
            "hint": plain(2000),
            "optional": BOOLEAN,
        },
        ("label", "element"),
        (("unless", "dispatch_action", "element", "file_input"),),
    ),
    "image block": block(
        "image",
        {
            "alt_text": string(1, 2000),
            "image_url": ("web", 3000),
            "slack_file": one("slack file"),
            "title": plain(2000),
        },
        ("alt_text",),
        (("either", "image_url", "slack_file"),),
    ),
    "markdown": block("markdown", {"text": string(1, 12_000)}, ("text",)),
    "table": block(
        "table",
        {
            "rows": listed(listed(any_of("raw text", "raw number", "rich_text"), 1, 20), 1, 100),
            "column_settings": listed(nullable(one("column settings")), 0, 20),
        },
        ("rows",),
    ),
    "rich_text": RICH["rich_text"],
    "video": block(
        "video",
        {
            "alt_text": string(),
            "author_name": string(1, 49),
            "description": plain(199),
            "provider_icon_url": WEB,
            "provider_name": string(),
            "title": plain(199),
            "title_url": HTTPS,
            "thumbnail_url": WEB,
            "video_url": HTTPS,
        },
        ("alt_text", "title", "thumbnail_url", "video_url"),
    ),
    "alert": block(
        "alert",
        {"text": text(200), "level": enum("default", "info", "warning", "error", "success")},
        ("text",),
    ),
    "card": block(
        "card",
        {
            "hero_image": any_of("image"),
            "icon": any_of("image"),
            "title": text(150),
            "subtitle": text(150),
            "body": text(200),
            "actions": listed(any_of("button"), 1, 3),
        },
        (),
        (("some", "hero_image", "title", "actions", "body"),),
    ),
}
INNER = {
    "plain text": Rule(
        "composition-objects/text-object",
        {"text": string(1, 3000), "emoji": BOOLEAN},
        ("text",),
        tag="plain_text",
    ),
    "mrkdwn text": Rule(
        "composition-objects/text-object",
        {"text": string(1, 3000), "verbatim": BOOLEAN},
        ("text",),
        tag="mrkdwn",
    ),
    "raw text": Rule(f"{BLOCKS}/table-block", {"text": string()}, ("text",), tag="raw_text"),
    "raw number": Rule(
        f"{BLOCKS}/table-block",
        {"value": NUMBER, "text": string()},
        ("value", "text"),
        tag="raw_number",
    ),
    "column settings": Rule(
        f"{BLOCKS}/table-block",
        {"align": enum("left", "center", "right"), "is_wrapped": BOOLEAN},
    ),
}
RULES = {**RICH, **COMPOSED, **ELEMENT_RULES, **BLOCK_RULES, **INNER, **VIEW_RULES}
