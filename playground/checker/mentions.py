"""What pings somebody or links somewhere."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from playground.checker.findings import Finding
from playground.wire import Json

TOKEN = re.compile(r"<(?!!date\^)[!@#][^<>\n]*>|<[a-z][a-z0-9+.-]*:[^<>\n]*>", re.IGNORECASE)
BARE = re.compile(r"\b(?:https?://|mailto:)[^\s<>|]+", re.IGNORECASE)
PING = re.compile(r"<(?:@([^|>]+)|!subteam\^([^|>]+)|!(channel|here|everyone))(?:\|[^>]*)?>")
PINGING = {"user", "usergroup", "broadcast"}
FORMATTED = {"mrkdwn", "markdown"}  # text objects, and blocks in which Slack reads tokens as well
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
    if isinstance(own, str) and payload.get("type") not in ["plain_text", "text", *FORMATTED]:
        found += _in_text({"text": own}, "/text")
    return found


def rich_mentions(payload: Any) -> list[Mention]:
    """List what pings or links by way of rich text; there it can only be meant."""
    return [
        Mention(f"{element['type']}:{element.get(RICH[element['type']])}", pointer)
        for pointer, element in _objects(payload, "")
        if element.get("type") in [*RICH] and RICH[element["type"]] in element
    ]


def unwanted(payload: Any, allowed: frozenset[str]) -> list[Finding]:
    """Return what pings somebody in a message, in blocks or in a view without being ``allowed``.

    ``allowed`` holds ids of people and groups, and the words channel, here and everyone. Links,
    references to channels and dates ping nobody.
    """
    rich = [(m, m.token.split(":", 1)) for m in rich_mentions(payload)]
    targets = [(m, _target(m.token)) for m in mentions(payload)]
    targets += [(m, target) for m, (kind, target) in rich if kind in PINGING]
    return [
        Finding(f"mentions {mention.token}, which nobody allowed", mention.pointer)
        for mention, target in targets
        if target and target not in allowed
    ]


def _target(token: str) -> str:
    """Return whom a token pings, or nothing."""
    match = PING.fullmatch(token)
    return next(filter(None, match.groups())) if match else ""


def _in_text(content: Json, pointer: str) -> Iterator[Mention]:
    text = str(content["text"])
    for match in TOKEN.finditer(text):
        yield Mention(match[0], pointer)
    if not content.get("verbatim"):
        for match in BARE.finditer(TOKEN.sub(" ", text)):
            yield Mention(match[0], pointer)


def _mrkdwn(payload: Any, pointer: str) -> Iterator[tuple[str, Json]]:
    for place, value in _objects(payload, pointer):
        kind = value.get("type")
        if isinstance(kind, str) and kind in FORMATTED and isinstance(value.get("text"), str):
            yield place, value


def _objects(payload: Any, pointer: str) -> Iterator[tuple[str, Json]]:
    """Yield every object in a payload, with its place, however deep."""
    waiting = [(pointer, payload)] if isinstance(payload, dict | list) else []
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            yield place, value
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        waiting += [
            (f"{place}/{key}", each)
            for key, each in reversed([*inner])
            if isinstance(each, dict | list)
        ]
