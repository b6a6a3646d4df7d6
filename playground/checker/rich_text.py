"""Rich text: sections, lists, quotes and preformatted text, and what stands in them."""

from collections.abc import Mapping

from playground.checker.findings import Finding, Findings, keys, objects, only_objects
from playground.wire import Json

PARTS = ("rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted")
LIST_STYLES = {"bullet", "ordered"}
PART_KEYS: Mapping[str, tuple[str, ...]] = {
    "rich_text_list": ("indent", "offset", "border"),
    "rich_text_quote": ("border",),
    "rich_text_preformatted": ("border", "language"),
}
STYLES = {
    "bold",
    "italic",
    "strike",
    "code",
    "underline",
    "highlight",
    "client_highlight",
    "unlink",
}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "text": ("text",),
    "link": ("url",),
    "user": ("user_id",),
    "usergroup": ("usergroup_id",),
    "channel": ("channel_id",),
    "team": ("team_id",),
    "emoji": ("name",),
    "broadcast": ("range",),
    "color": ("value",),
    "date": ("timestamp", "format"),
}
FURTHER: Mapping[str, tuple[str, ...]] = {
    "link": ("text", "unsafe"),
    "emoji": ("unicode", "skin_tone", "url"),
    "date": ("url", "fallback"),
}


def block(value: Json, pointer: str) -> Findings:
    """Check a rich_text block."""
    yield from keys(value, pointer, ("type", "elements"), ("block_id",))
    yield from _children(value, pointer, PARTS)
    for place, part in objects(value.get("elements"), f"{pointer}/elements"):
        if part.get("type") in PARTS:
            yield from _part(part, place)


def _part(part: Json, pointer: str) -> Findings:
    kind = part["type"]
    needed = ("type", "elements", "style") if kind == PARTS[1] else ("type", "elements")
    yield from keys(part, pointer, needed, PART_KEYS.get(kind, ()))
    if kind == PARTS[1] and part.get("style") not in LIST_STYLES:
        yield Finding("must be bullet or ordered", f"{pointer}/style")
    wanted = PARTS[:1] if kind == PARTS[1] else tuple(NEEDED)
    yield from _children(part, pointer, wanted)
    for place, child in objects(part.get("elements"), f"{pointer}/elements"):
        if child.get("type") == PARTS[0] == wanted[0]:
            yield from _part(child, place)
        elif child.get("type") in NEEDED:
            yield from _inline(child, place)


def _inline(element: Json, pointer: str) -> Findings:
    kind = element["type"]
    yield from keys(element, pointer, ("type", *NEEDED[kind]), ("style", *FURTHER.get(kind, ())))
    if kind == "text" and element.get("text") == "":
        yield Finding("must be more than 0 characters", f"{pointer}/text")
    style = element.get("style", {})
    if not isinstance(style, dict) or not STYLES.issuperset(style):
        yield Finding(f"unknown style: {style}", f"{pointer}/style")


def _children(value: Json, pointer: str, wanted: tuple[str, ...]) -> Findings:
    children = value.get("elements")
    if not isinstance(children, list):
        yield Finding("must be an array", f"{pointer}/elements")
        return
    yield from only_objects(children, f"{pointer}/elements")
    for place, child in objects(children, f"{pointer}/elements"):
        if child.get("type") not in wanted:
            yield Finding(f"unsupported type: {child.get('type')}", f"{place}/type")
