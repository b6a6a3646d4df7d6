"""Blocks, each by its type, and which elements may be where."""

from collections.abc import Mapping
from typing import Any

from playground.checker import rich_text, tables
from playground.checker.buttons import BUTTON, SMALL, WORKFLOW
from playground.checker.findings import Check, Finding, Findings
from playground.checker.inputs import INPUTS, RICH
from playground.checker.kinds import flag, one_of, secure, string, web, whole
from playground.checker.menus import CHOICES, MOMENTS, NAME, OVERFLOW, PICKERS, SELECTS
from playground.checker.pictures import ALTERNATIVE, ELEMENT, PICTURE, image, source
from playground.checker.shapes import every, listed, shape, some, typed
from playground.checker.texts import both, formatted, plain

SECTION = 3000
FIELD = LABEL = 2000
FIELDS = CONTEXT = 10
HEADER = 150
LEVELS = 4
ACTIONS = 25
SMALL_ACTIONS = 5
MARKDOWN = 12_000
TITLE, BODY = 150, 200
CARD_ACTIONS = 3
ALERT = 200
VIDEO_TITLE, AUTHOR = 199, 49  # "less than 200" and "less than 50"

_chosen = {**SELECTS, **CHOICES, **PICKERS}
ACCESSORIES = {**_chosen, **OVERFLOW, **BUTTON, **WORKFLOW, "image": ELEMENT}
IN_ACTIONS = {**_chosen, **OVERFLOW, **MOMENTS, **BUTTON, **WORKFLOW, **RICH}
IN_INPUT = {**_chosen, **MOMENTS, **INPUTS, **RICH}
IN_CONTEXT = {**both(SECTION), "image": ELEMENT}

_named: Mapping[str, Check] = {"block_id": string(NAME)}


def _files_wait(value: Any, pointer: str) -> Findings:
    """Check that nothing is told of files before they are submitted."""
    element = value.get("element")
    kind = element.get("type") if isinstance(element, dict) else None
    if kind == "file_input" and value.get("dispatch_action") is True:
        yield Finding(
            "unsupported type: file_input with dispatch_action", f"{pointer}/element/type"
        )


BLOCKS: Mapping[str, Check] = {
    "section": every(
        shape(
            {
                **_named,
                "text": formatted(SECTION),
                "fields": listed(formatted(FIELD), FIELDS),
                "accessory": typed(ACCESSORIES),
                "expand": flag,
            },
        ),
        some("text", "fields"),
    ),
    "divider": shape(_named),
    "header": shape({**_named, "text": plain(HEADER), "level": whole(1, LEVELS)}, "text"),
    "context": shape({**_named, "elements": listed(typed(IN_CONTEXT), CONTEXT)}, "elements"),
    "actions": shape({**_named, "elements": listed(typed(IN_ACTIONS), ACTIONS)}, "elements"),
    "context_actions": shape(
        {**_named, "elements": listed(typed(SMALL), SMALL_ACTIONS)}, "elements"
    ),
    "input": every(
        shape(
            {
                **_named,
                "label": plain(LABEL),
                "element": typed(IN_INPUT),
                "hint": plain(LABEL),
                "optional": flag,
                "dispatch_action": flag,
            },
            "label",
            "element",
        ),
        _files_wait,
    ),
    "image": every(shape({**_named, **PICTURE, "title": plain(ALTERNATIVE)}, "alt_text"), source),
    "table": shape(
        {**_named, "rows": tables.rows, "column_settings": tables.columns},
        "rows",
    ),
    "markdown": shape({**_named, "text": string(MARKDOWN)}, "text"),
    "rich_text": rich_text.block,
    "video": shape(
        {
            **_named,
            "alt_text": string(),
            "title": plain(VIDEO_TITLE),
            "description": plain(VIDEO_TITLE),
            "thumbnail_url": web(),
            "video_url": secure(),
            "title_url": secure(),
            "author_name": string(AUTHOR),
            "provider_name": string(),
            "provider_icon_url": web(),
        },
        "alt_text",
        "title",
        "thumbnail_url",
        "video_url",
    ),
    "alert": shape(
        {
            **_named,
            "text": formatted(ALERT),
            "level": one_of("default", "info", "warning", "error", "success"),
        },
        "text",
    ),
    "card": every(
        shape(
            {
                **_named,
                "hero_image": image,
                "icon": image,
                "title": formatted(TITLE),
                "subtitle": formatted(TITLE),
                "body": formatted(BODY),
                "actions": listed(typed(BUTTON), CARD_ACTIONS),
            },
        ),
        some("hero_image", "title", "actions", "body"),
    ),
}
