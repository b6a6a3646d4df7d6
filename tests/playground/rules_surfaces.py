"""The rule table: messages, modals and Home, and what may stand on each.

Views are documented at ``docs.slack.dev/reference/views``, the surfaces of blocks and elements on
their own pages.
"""

from tests.playground.rules_form import ANYTHING, BOOLEAN, Rule, nullable, plain, string

VIEW = {
    "blocks": ANYTHING,
    "callback_id": string(0, 255),
    "external_id": string(0, 255),
    "private_metadata": string(0, 3000),
}
VIEW_RULES = {
    "modal": Rule(
        "../views",
        VIEW
        | {
            "title": plain(24),
            "submit": nullable(plain(24)),
            "close": nullable(plain(24)),
            "clear_on_close": BOOLEAN,
            "notify_on_close": BOOLEAN,
            "submit_disabled": BOOLEAN,
        },
        ("title", "blocks"),
        tag="modal",
    ),
    "home": Rule("../views", VIEW, ("blocks",), tag="home"),
}

COMMON = {
    "section", "divider", "header", "context", "actions", "input", "image block", "rich_text",
    "video", "card",
}  # fmt: skip
ON = {
    "message": COMMON | {"context_actions", "markdown", "table"},
    "modal": COMMON | {"alert"},
    "home": COMMON | {"table"},
}
COUNTS = {"message": (0, 50), "modal": (1, 100), "home": (1, 100)}
# "Available in surfaces" on the pages of the elements; all others are available everywhere.
ELEMENT_ON = {
    "datetimepicker": {"message", "modal"},
    "email_text_input": {"modal"},
    "file_input": {"modal"},
    "number_input": {"modal"},
    "rich_text_input": {"modal", "home"},
    "url_text_input": {"modal"},
    "workflow_button": {"message"},
}
ALL_MARKDOWN = 12_000
ALL_CELLS = 10_000
