"""What a message says, checked."""

from dataclasses import dataclass

from playground.checker.messages import check_metadata, too_long
from playground.checker.surfaces import check_blocks
from playground.methods.call import Call
from playground.wire import Json, refuse


@dataclass(frozen=True, slots=True)
class Content:
    """Text and named blocks."""

    text: str
    blocks: list[Json]


def checked(call: Call) -> Content:
    """Return what is to be said, or refuse it as Slack would."""
    text, blocks = call.text("text"), call.args.get("blocks") or []
    if not text.strip() and not blocks:
        refuse("no_text")
    if found := check_blocks(blocks):
        refuse("invalid_blocks", *map(str, found))
    if too_long(text, blocks):
        refuse("msg_too_long")
    return Content(text, call.slack.names.given(blocks))


def metadata(call: Call) -> Json | None:
    """Return the metadata, or refuse it."""
    given = call.args.get("metadata")
    if not given:
        return None
    if error := check_metadata(given):
        refuse(error)
    return dict(given)
