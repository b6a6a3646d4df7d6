"""What we posted, read back from Slack: the only proof when nobody answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.directory import next_cursor

EVENT = "coach_post"
PAGE = 200
PAGES = 10  # two thousand messages in a channel since a post was tried: somebody must look
SHORT = 8  # characters of a key that tell the few files of one thread apart
TOMBSTONE = "tombstone"  # Slack's word for a file that was deleted


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A message of ours as Slack has it. ``ts`` orders: Slack's have the same length.

    ``files`` are the ids of those that came with it.
    """

    ts: str
    pages: int = 1
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copies:
    """Every copy of a message, oldest first; ``complete`` when nothing was left unread."""

    found: tuple[Copy, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class History:
    """Reads a channel or a thread. ``bot_id`` is who we are in it, ``bot_user`` brings files."""

    client: AsyncWebClient
    bot_id: str
    bot_user: str = ""

    async def copies(self, channel: str, key: str, since: datetime, thread: str = "") -> Copies:
        """Look for messages of ours with this key; raises what a call to Slack may raise."""
        found: list[Copy] = []
        cursor = ""
        for _ in range(PAGES):
            page = await self._page(channel, since, thread, cursor)
            messages = page["messages"]
            if not isinstance(messages, list):
                break
            found += [
                _copy(message)
                for message in messages
                if self._is_ours(message) and _carries(message, key)
            ]
            if not (cursor := next_cursor(page)):
                return Copies(tuple(sorted(found)), complete=True)
        return Copies(tuple(sorted(found)), complete=False)

    def _is_ours(self, message: dict[str, Any]) -> bool:
        """Tell whether we said it: what comes with a file may name our user only."""
        if message.get("bot_id") == self.bot_id:
            return True
        return bool(self.bot_user) and message.get("user") == self.bot_user

    async def _page(
        self, channel: str, since: datetime, thread: str, cursor: str
    ) -> AsyncSlackResponse:
        where: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{since.timestamp():.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
            "cursor": cursor or None,
        }
        if thread:
            return await self.client.conversations_replies(ts=thread, **where)
        return await self.client.conversations_history(**where)


def mark(key: str, pages: int) -> dict[str, Any]:
    """Return the metadata by which a message is found again: anybody can read it."""
    return {"event_type": EVENT, "event_payload": {"key": key, "pages": pages}}


def signed(blocks: Sequence[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Return blocks by which a message is found again that can carry no metadata: with a file."""
    first, *rest = blocks
    return [{**first, "block_id": key}, *rest]


def named(name: str, key: str) -> str:
    """Return the name of a file by which its message is found again, as a second sign."""
    path = PurePath(name)
    return f"{path.stem}-{key[:SHORT]}{path.suffix}"


def _carries(message: dict[str, Any], key: str) -> bool:
    """Tell whether a message bears our sign for a key, whichever it is."""
    blocks = (block.get("block_id") for block in message.get("blocks") or ())
    names = (PurePath(str(file.get("name"))).stem for file in _files(message))
    sign = f"-{key[:SHORT]}"
    return (
        _about(message).get("key") == key
        or key in blocks
        or any(name.endswith(sign) for name in names)
    )


def _copy(message: dict[str, Any]) -> Copy:
    files = tuple(str(file["id"]) for file in _files(message))
    return Copy(message["ts"], int(_about(message).get("pages", 1)), files)


def _files(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return the files of a message that are still there."""
    return (each for each in message.get("files") or () if each.get("mode") != TOMBSTONE)


def _about(message: dict[str, Any]) -> dict[str, Any]:
    """Return what we wrote beside a message; other apps write other things."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") if metadata.get("event_type") == EVENT else None
    return payload if isinstance(payload, dict) else {}
