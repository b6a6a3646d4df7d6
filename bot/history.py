"""What we posted, read back from Slack: the only proof when nobody answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.directory import next_cursor

EVENT = "coach_post"
PAGE = 200
PAGES = 10  # two thousand messages in a channel since a post was tried: somebody must look


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """A message of ours as Slack has it. ``ts`` orders: Slack's have the same length."""

    ts: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Copies:
    """Every copy of a message, oldest first; ``complete`` when nothing was left unread."""

    found: tuple[Copy, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class History:
    """Reads a channel or a thread. ``bot_id`` is who we are in it."""

    client: AsyncWebClient
    bot_id: str

    async def copies(self, channel: str, key: str, since: datetime, thread: str = "") -> Copies:
        """Look for messages of ours with this key; raises what a call to Slack may raise."""
        found: list[Copy] = []
        cursor = ""
        for _ in range(PAGES):
            page = await self._page(channel, since, thread, cursor)
            messages = page["messages"]
            if not isinstance(messages, list):
                break
            ours = [message for message in messages if message.get("bot_id") == self.bot_id]
            found += [
                Copy(message["ts"], int(about.get("pages", 1)))
                for message in ours
                if (about := _about(message)).get("key") == key
            ]
            if not (cursor := next_cursor(page)):
                return Copies(tuple(sorted(found)), complete=True)
        return Copies(tuple(sorted(found)), complete=False)

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


def _about(message: dict[str, Any]) -> dict[str, Any]:
    """Return what we wrote beside a message; other apps write other things."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") if metadata.get("event_type") == EVENT else None
    return payload if isinstance(payload, dict) else {}
