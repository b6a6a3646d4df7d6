"""The blocks and elements we use, as Slack wants them: plain dicts, a thin function for each.

What a person typed goes into plain text or rich text, where nothing pings or links. ``mrkdwn`` is
for our own words only.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

import regex

from coaching.typed import length

Block = dict[str, Any]
Option = dict[str, Any]

MOMENT = "{date_short_pretty} {time}"  # Slack says it in each reader's zone and language


def modal(title: str, blocks: list[Block], **rest: Any) -> Block:
    """Return a modal; ``rest`` is `submit`, `close`, `callback_id`, `private_metadata`."""
    buttons = {key: plain(rest.pop(key)) for key in ("submit", "close") if key in rest}
    return {"type": "modal", "title": plain(title), "blocks": blocks} | buttons | rest


def home(blocks: list[Block]) -> Block:
    """Return what the app's Home tab shows."""
    return {"type": "home", "blocks": blocks}


def header(text: str) -> Block:
    """Return a headline, clipped to the 150 characters that Slack takes."""
    return {"type": "header", "text": plain(clip(text, 150))}


def section(mrkdwn: str) -> Block:
    """Return a paragraph of our own words."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": mrkdwn}}


def said(text: str) -> Block:
    """Return a paragraph exactly as it is."""
    return {"type": "section", "text": plain(text)}


def beside(text: str, element: Block) -> Block:
    """Return a paragraph exactly as it is, with a button beside it."""
    return {"type": "section", "text": plain(text), "accessory": element}


def note(text: str) -> Block:
    """Return small print."""
    return {"type": "context", "elements": [plain(text)]}


def notes(texts: Sequence[str]) -> Block:
    """Return small print of several pieces, ten at most."""
    return {"type": "context", "elements": [plain(text) for text in texts]}


def divider() -> Block:
    """Return a line between two things."""
    return {"type": "divider"}


def rich(*parts: Block) -> Block:
    """Return a block of paragraphs, lists and quotes."""
    return {"type": "rich_text", "elements": list(parts)}


def paragraph(*pieces: Block) -> Block:
    """Return a paragraph of a rich block."""
    return {"type": "rich_text_section", "elements": list(pieces)}


def bullets(items: Iterable[Sequence[Block]]) -> Block:
    """Return a list of a rich block."""
    return _list("bullet", items)


def numbers(items: Iterable[Sequence[Block]]) -> Block:
    """Return a list of a rich block that counts from 1."""
    return _list("ordered", items)


def quote(text: str) -> Block:
    """Return what somebody wrote, set apart."""
    return {"type": "rich_text_quote", "elements": [word(text)]}


def table(rows: list[list[Block]]) -> Block:
    """Return a table of cells, the first row its head: 100 rows of 20 at most, one a message."""
    numbers = [{"align": "center"} for _ in rows[0][1:]]
    return {"type": "table", "rows": rows, "column_settings": [{"is_wrapped": True}, *numbers]}


def cell(text: str) -> Block:
    """Return a cell of a table, exactly as it is."""
    return {"type": "raw_text", "text": text}


def bold_cell(text: str) -> Block:
    """Return a cell of a table that stands out."""
    return rich(paragraph(bold(text)))


def word(text: str) -> Block:
    """Return a piece of text exactly as it is."""
    return {"type": "text", "text": text}


def bold(text: str) -> Block:
    """Return a piece of text that stands out."""
    return {"type": "text", "text": text, "style": {"bold": True}}


def code(text: str) -> Block:
    """Return a piece of text to be copied sign by sign."""
    return {"type": "text", "text": text, "style": {"code": True}}


def moment(at: datetime, fallback: str) -> Block:
    """Return a moment that every reader sees in their own zone."""
    seconds = int(at.timestamp())
    return {"type": "date", "timestamp": seconds, "format": MOMENT, "fallback": fallback}


def field(
    block_id: str, label: str, element: Block, *, optional: bool = False, **more: Any
) -> Block:
    """Return an input with its label; ``more`` is `hint` (a text) and `dispatch_action`."""
    hint = {"hint": plain(more.pop("hint"))} if more.get("hint") else {}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        "optional": optional,
        **hint,
        **more,
    }


def select(
    action_id: str, options: Sequence[Option], initial: str | None = None, **more: Any
) -> Block:
    """Return a menu of at most 100 options."""
    return _choice("static_select", action_id, options, initial) | more


def radio(action_id: str, options: Sequence[Option], initial: str | None = None) -> Block:
    """Return at most ten options, all in sight."""
    return _choice("radio_buttons", action_id, options, initial)


def grouped(action_id: str, groups: Sequence[tuple[str, Sequence[Option]]]) -> Block:
    """Return a menu whose options stand under headings, at most 100 under each."""
    return {"type": "static_select", "action_id": action_id, "option_groups": headed(groups)}


def headed(groups: Sequence[tuple[str, Sequence[Option]]]) -> list[Block]:
    """Return options under headings; one without options is left out."""
    return [
        {"label": plain(clip(label, 75)), "options": list(options)}
        for label, options in groups
        if options
    ]


def several(action_id: str, options: Sequence[Option], initial: Collection[str] = ()) -> Block:
    """Return a menu from which several may be chosen, some of them already."""
    offered = {"type": "multi_static_select", "action_id": action_id, "options": list(options)}
    return offered | _started(options, initial)


def several_grouped(
    action_id: str,
    groups: Sequence[tuple[str, Sequence[Option]]],
    initial: Collection[str] = (),
) -> Block:
    """Return the same with the options under headings."""
    offered = {"type": "multi_static_select", "action_id": action_id}
    options = [option for _, options in groups for option in options]
    return offered | {"option_groups": headed(groups)} | _started(options, initial)


def ticks(action_id: str, options: Sequence[Option], initial: Collection[str] = ()) -> Block:
    """Return at most ten boxes to tick, all in sight."""
    element = {"type": "checkboxes", "action_id": action_id, "options": list(options)}
    return element | _started(options, initial)


def menu(action_id: str, options: Sequence[Option], placeholder: str) -> Block:
    """Return a menu from which several may be chosen."""
    return {
        "type": "multi_static_select",
        "action_id": action_id,
        "options": list(options),
        "placeholder": plain(placeholder),
    }


def option(text: str, value: str, description: str = "") -> Option:
    """Return one thing to choose; text and description are clipped to 75 characters."""
    described = {"description": plain(clip(description, 75))} if description else {}
    return {"text": plain(clip(text, 75)), "value": value} | described


def person(action_id: str, initial: str | None = None) -> Block:
    """Return a menu of people."""
    chosen = {"initial_user": initial} if initial else {}
    return {"type": "users_select", "action_id": action_id} | chosen


def channel(action_id: str) -> Block:
    """Return a menu of channels. Public ones are in it, so that a refusal can say why."""
    shown = {"include": ["private", "public"], "exclude_bot_users": True}
    return {"type": "conversations_select", "action_id": action_id, "filter": shown}


def time(action_id: str, initial: datetime) -> Block:
    """Return a picker of date and time, in the reader's zone."""
    seconds = int(initial.timestamp())
    return {"type": "datetimepicker", "action_id": action_id, "initial_date_time": seconds}


def hour(action_id: str, initial: str | None = None) -> Block:
    """Return a picker of a time of day, as in *17:00*."""
    chosen = {"initial_time": initial} if initial else {}
    return {"type": "timepicker", "action_id": action_id} | chosen


def line(action_id: str, limit: int, placeholder: str = "") -> Block:
    """Return a box for one line of at most ``limit`` characters."""
    element = {"type": "plain_text_input", "action_id": action_id, "max_length": limit}
    return element | ({"placeholder": plain(placeholder)} if placeholder else {})


def lines(action_id: str, limit: int, initial: str = "", placeholder: str = "") -> Block:
    """Return a box for several lines; what is typed is told while it is being typed."""
    typing = {"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}
    started = {"initial_value": initial} if initial else {}
    box = line(action_id, limit, placeholder) | {"multiline": True}
    return box | started | typing


def box(action_id: str, limit: int, initial: str = "", *, many: bool = False) -> Block:
    """Return a box for a text that is read when the form is sent; ``many`` lines or one."""
    started = {"initial_value": initial} if initial else {}
    return line(action_id, limit) | ({"multiline": True} if many else {}) | started


def buttons(*elements: Block) -> Block:
    """Return a row of buttons."""
    return {"type": "actions", "elements": list(elements)}


def button(action_id: str, text: str, value: str = "", style: str = "") -> Block:
    """Return a button."""
    more = {key: said for key, said in (("value", value), ("style", style)) if said}
    return {"type": "button", "action_id": action_id, "text": plain(text)} | more


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """Return what a button asks before it does anything."""
    said = {"title": plain(title), "text": plain(text), "confirm": plain(yes), "deny": plain(no)}
    return said | {"style": "danger"}


def plain(text: str) -> Block:
    """Return text in which nothing pings or links."""
    return {"type": "plain_text", "text": text, "emoji": False}


def clip(text: str, limit: int) -> str:
    """Return the text, or its beginning with an ellipsis: ``limit`` UTF-16 units, whole signs."""
    if length(text) <= limit:
        return text
    kept, room = "", limit - 1
    for sign in regex.findall(r"\X", text):
        if length(kept) + length(sign) > room:
            break
        kept += sign
    return kept + "…"


def _started(options: Sequence[Option], initial: Collection[str]) -> Block:
    chosen = [each for each in options if each["value"] in initial]
    return {"initial_options": chosen} if chosen else {}


def _list(style: str, items: Iterable[Sequence[Block]]) -> Block:
    elements = [paragraph(*item) for item in items]
    return {"type": "rich_text_list", "style": style, "elements": elements}


def _choice(kind: str, action_id: str, options: Sequence[Option], initial: str | None) -> Block:
    chosen = next((each for each in options if each["value"] == initial), None)
    element = {"type": kind, "action_id": action_id, "options": list(options)}
    return element | ({"initial_option": chosen} if chosen else {})
