"""What a person reads in blocks."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from playground.wire import Json

# Keys of blocks that lead to something readable, in the order the eye meets it.
LEADING = (
    "hero_image", "title", "subtitle", "body", "label", "text", "fields", "accessory", "element",
    "elements", "actions", "positive_button", "negative_button", "rows", "hint", "placeholder",
    "options", "option_groups", "description", "author_name", "provider_name", "alt_text",
)  # fmt: skip
INLINE: Mapping[str, Callable[[Json], str]] = {
    "link": lambda e: e.get("text") or e["url"],
    "user": lambda e: f"@{e['user_id']}",
    "usergroup": lambda e: f"@{e['usergroup_id']}",
    "channel": lambda e: f"#{e['channel_id']}",
    "broadcast": lambda e: f"@{e['range']}",
    "emoji": lambda e: f":{e['name']}:",
    "date": lambda e: e.get("fallback") or str(e["timestamp"]),
    "color": lambda e: e["value"],
}
FLOWING = {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}


def texts(value: Any) -> Iterator[str]:
    """Yield every readable text, from top to bottom."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        yield from _object(value)


def said(blocks: list[Json]) -> str:
    """Return all readable text of blocks, joined by line breaks."""
    return "\n".join(texts(blocks))


def _object(value: Json) -> Iterator[str]:
    if value.get("type") in FLOWING:
        yield "".join(_inline(each) for each in value.get("elements") or ())
        return
    for key in LEADING:
        if key in value:
            yield from texts(value[key])


def _inline(element: Json) -> str:
    show = INLINE.get(element.get("type", ""))
    return str(show(element) if show else element.get("text", ""))
