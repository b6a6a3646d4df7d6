"""What a message says, checked."""

from dataclasses import dataclass

from playground.api.methods import access
from playground.api.methods.call import Call
from playground.checker.findings import units
from playground.checker.messages import check_metadata, too_long
from playground.checker.surfaces import check_blocks
from playground.wire import Json, refuse
from playground.world.pinging import only_allowed

LONGEST, MARKDOWN = 40_000, 12_000
ATTACHMENTS = 100
LOOK = ("username", "icon_emoji", "icon_url")


@dataclass(frozen=True, slots=True)
class Content:
    """Text, named blocks, and what hangs below them in the old way."""

    text: str
    blocks: list[Json]
    attachments: list[Json]


def checked(call: Call, most: int = LONGEST, *, cut: bool = False) -> Content:
    """Return what is to be said, or refuse it as Slack would; ``cut`` shortens a long text."""
    text, blocks = _said(call)
    attachments = _attachments(call)
    if not text.strip() and not blocks and not attachments:
        refuse("no_text")
    _check(blocks)
    if units(text) > most and not cut:
        refuse("msg_too_long")
    only_allowed(call.slack, {"text": text, "blocks": blocks, "attachments": attachments})
    return Content(_shortened(text, most), call.slack.names.given(blocks), attachments)


def blocks(call: Call) -> list[Json]:
    """Return the blocks alone, checked and named."""
    given = call.args.get("blocks") or []
    _check(given)
    only_allowed(call.slack, {"blocks": given})
    return call.slack.names.given(given)


def metadata(call: Call) -> Json | None:
    """Return the metadata, or refuse it."""
    given = call.args.get("metadata")
    if not given:
        return None
    if error := check_metadata(given):
        refuse(error)
    return dict(given)


def look(call: Call) -> Json:
    """Return the name and picture that the message is to appear under."""
    name, emoji, url = (call.text(key) for key in LOOK)
    if not (name or emoji or url):
        return {}
    access.scope(call, "chat:write.customize")
    icons = {"emoji": emoji} if emoji else {"image_48": url} if url else {}
    return ({"username": name} if name else {}) | ({"icons": icons} if icons else {})


def _said(call: Call) -> tuple[str, list[Json]]:
    text, given = call.text("text"), call.args.get("blocks") or []
    markdown = call.text("markdown_text")
    if not markdown:
        return text, given
    if text or given:
        refuse("markdown_text_conflict")
    if units(markdown) > MARKDOWN:
        refuse("msg_too_long")
    return markdown, [{"type": "markdown", "text": markdown}]


def _check(given: list[Json]) -> None:
    if not isinstance(given, list):
        refuse("invalid_blocks_format")
    if found := check_blocks(given):
        refuse("invalid_blocks", *map(str, found))
    if too_long("", given):
        refuse("msg_blocks_too_long")


def _attachments(call: Call) -> list[Json]:
    given = call.args.get("attachments") or []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        refuse("invalid_attachments")
    if len(given) > ATTACHMENTS:
        refuse("too_many_attachments")
    return given


def _shortened(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
