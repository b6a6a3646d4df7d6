"""Blocks and modals for the page to show."""

from typing import Any

Block = dict[str, Any]


def text(words: str) -> Block:
    return {"type": "plain_text", "text": words}


def option(value: str, words: str, description: str = "") -> Block:
    more = {"description": text(description)} if description else {}
    return {"text": text(words), "value": value, **more}


def ask(block_id: str, label: str, kind: str, **more: Any) -> Block:
    """Build an input; `optional` and `dispatch_action` go to the block, the rest to the element."""
    own: Block = {n: more.pop(n) for n in ("optional", "dispatch_action") if n in more}
    element = {"type": kind, "action_id": "value", **more}
    return {"type": "input", "block_id": block_id, "label": text(label), "element": element, **own}


def modal(*blocks: Block, title: str = "Little modal") -> Block:
    return {
        "type": "modal",
        "callback_id": "little",
        "title": text(title),
        "submit": text("Save"),
        "close": text("Leave"),
        "blocks": list(blocks),
    }


def button(action_id: str, words: str, **more: Any) -> Block:
    return {"type": "button", "action_id": action_id, "text": text(words), **more}


EVERY_ELEMENT = modal(
    ask("line", "A line", "plain_text_input", placeholder=text("write")),
    ask("lines", "Some lines", "plain_text_input", multiline=True),
    ask("given", "Given", "plain_text_input", initial_value="as it was"),
    ask("number", "A number", "number_input", is_decimal_allowed=False, min_value="1"),
    ask("one", "One", "static_select", options=[option("a", "Apple"), option("b", "Bean")]),
    ask(
        "grouped",
        "Grouped",
        "static_select",
        option_groups=[
            {"label": text("Fruit"), "options": [option("a", "Apple")]},
            {"label": text("Rest"), "options": [option("z", "Zinc")]},
        ],
    ),
    ask("some", "Some", "multi_static_select", options=[option(x, x.upper()) for x in "abc"]),
    ask("who", "Who", "users_select"),
    ask("panel", "Panel", "multi_users_select", initial_users=["U0BOB"]),
    ask("where", "Where", "conversations_select", filter={"include": ["private"]}),
    ask("public", "Public", "channels_select"),
    ask("mark", "Mark", "radio_buttons", options=[option(x, x, f"about {x}") for x in "1234"]),
    ask("ticks", "Ticks", "checkboxes", options=[option(x, x) for x in "xyz"]),
    ask("day", "Day", "datepicker"),
    ask("hour", "Hour", "timepicker"),
    ask("moment", "Moment", "datetimepicker"),
    ask("nothing", "Nothing", "plain_text_input", optional=True),
)
