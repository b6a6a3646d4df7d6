"""What pings somebody or links somewhere."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from playground.wire import Json

TOKEN = re.compile(r"<(?!!date\^)[!@#][^<>\n]*>|<[a-z][a-z0-9+.-]*:[^<>\n]*>", re.IGNORECASE)
BARE = re.compile(r"\b(?:https?://|mailto:)[^\s<>|]+", re.IGNORECASE)
RICH = {
    "user": "user_id",
    "usergroup": "usergroup_id",
    "channel": "channel_id",
    "broadcast": "range",
    "link": "url",
}


class Mention(NamedTuple):
    """A token, and a JSON pointer to the text it stands in."""

    token: str
    pointer: str


def mentions(payload: Any) -> list[Mention]:
    """List what pings or links in the formatted texts of a message, of blocks or of a view.

    Date tokens are harmless and left out. Text that Slack would link by itself counts as well,
    unless the text object is ``verbatim``. A message's own ``text`` is formatted, too.
    """
    found = [m for pointer, content in _mrkdwn(payload, "") for m in _in_text(content, pointer)]
    own = payload.get("text") if isinstance(payload, dict) else None
    if isinstance(own, str) and payload.get("type") not in {"plain_text", "mrkdwn", "text"}:
        found += _in_text({"text": own}, "/text")
    return found


def rich_mentions(payload: Any) -> list[Mention]:
    """List what pings or links by way of rich text; there it can only be meant."""
    return [
        Mention(f"{element['type']}:{element.get(RICH[element['type']])}", pointer)
        for pointer, element in _objects(payload, "")
        if element.get("type") in RICH and RICH[element["type"]] in element
    ]


def _in_text(content: Json, pointer: str) -> Iterator[Mention]:
    text = str(content["text"])
    for match in TOKEN.finditer(text):
        yield Mention(match[0], pointer)
    if not content.get("verbatim"):
        for match in BARE.finditer(TOKEN.sub(" ", text)):
            yield Mention(match[0], pointer)


def _mrkdwn(payload: Any, pointer: str) -> Iterator[tuple[str, Json]]:
    for place, value in _objects(payload, pointer):
        if value.get("type") == "mrkdwn" and isinstance(value.get("text"), str):
            yield place, value


def _objects(payload: Any, pointer: str) -> Iterator[tuple[str, Json]]:
    """Yield every object in a payload, with its place."""
    if isinstance(payload, dict):
        yield pointer, payload
        for key, value in payload.items():
            yield from _objects(value, f"{pointer}/{key}")
    elif isinstance(payload, list):
        for index, value in enumerate(payload):
            yield from _objects(value, f"{pointer}/{index}")
