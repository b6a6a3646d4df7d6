"""The rule table: composition objects and other objects that elements are made of."""

from tests.playground.rules_form import (
    ANYTHING,
    BOOLEAN,
    COMPOSITION,
    ELEMENTS,
    HTTPS,
    WEB,
    Rule,
    enum,
    listed,
    one,
    plain,
    string,
    text,
)

LABEL = {"accessibility_label": string(1, 75)}
STYLE = {"style": enum("primary", "danger")}
OPTIONS = listed(one("option"), 1, 100)

COMPOSED = {
    "confirm": Rule(
        f"{COMPOSITION}/confirmation-dialog-object",
        {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30), **STYLE},
        ("title", "text", "confirm", "deny"),
    ),
    "option": Rule(
        f"{COMPOSITION}/option-object",
        {"text": plain(75), "value": string(1, 150), "description": plain(75)},
        ("text", "value"),
    ),
    "formatted option": Rule(
        f"{COMPOSITION}/option-object",
        {"text": text(75), "value": string(1, 150), "description": text(75)},
        ("text", "value"),
    ),
    "linked option": Rule(
        f"{COMPOSITION}/option-object",
        {
            "text": plain(75),
            "value": string(1, 150),
            "description": plain(75),
            "url": ("url", 3000),
        },
        ("text", "value"),
    ),
    "option group": Rule(
        f"{COMPOSITION}/option-group-object",
        {"label": plain(75), "options": OPTIONS},
        ("label", "options"),
        (("distinct", "options", "value"),),
    ),
    "dispatch action config": Rule(
        f"{COMPOSITION}/dispatch-action-configuration-object",
        {
            "trigger_actions_on": listed(enum("on_enter_pressed", "on_character_entered"), 1, 2),
        },
        ("trigger_actions_on",),
    ),
    "conversation filter": Rule(
        f"{COMPOSITION}/conversation-filter-object",
        {
            "include": listed(enum("im", "mpim", "private", "public")),
            "exclude_external_shared_channels": BOOLEAN,
            "exclude_bot_users": BOOLEAN,
        },
        (),
        (("some", "include", "exclude_external_shared_channels", "exclude_bot_users"),),
    ),
    "slack file": Rule(
        f"{COMPOSITION}/slack-file-object",
        {"id": string(), "url": WEB},
        (),
        (("either", "id", "url"),),
    ),
    "workflow": Rule(f"{COMPOSITION}/workflow-object", {"trigger": one("trigger")}, ("trigger",)),
    "trigger": Rule(
        f"{COMPOSITION}/trigger-object",
        {
            "url": HTTPS,
            "customizable_input_parameters": listed(one("input parameter"), least=0),
        },
        ("url",),
    ),
    "input parameter": Rule(
        f"{COMPOSITION}/input-parameter-object",
        {"name": string(), "value": ANYTHING},
        ("name", "value"),
    ),
    "feedback button": Rule(
        f"{ELEMENTS}/feedback-buttons-element",
        {"text": plain(75), "value": string(1, 2000), **LABEL},
        ("text", "value"),
    ),
}
