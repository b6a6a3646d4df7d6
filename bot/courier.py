"""Slack, as the outbox sees it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.directory import next_cursor
from bot.outcomes import FAILURES, Failure, sort
from coaching.errors import SlackSilentError
from coaching.outbox import Dead, Expired, Outcome, Parked, Post, Sent, Temporary, Unknown
from coaching.person import Person
from coaching.places import unfit
from coaching.ports import Directory
from handlers.posts import Rendered, Renderer

logger = logging.getLogger(__name__)

EVENT = "coach_post"
PAGE = 200
PAGES = 10  # two thousand messages in a channel since a post was tried: somebody must look
PEOPLE = ("U", "W")
DIRECT = "D"


@dataclass(frozen=True, slots=True)
class SlackCourier:
    """Posts through the Web API, with a client that never retries by itself.

    ``bot_id`` is who we are in a channel's history; ``count`` is told how each attempt ended.
    """

    client: AsyncWebClient
    bot_id: str
    directory: Directory
    render: Renderer
    count: Callable[[str], None] = lambda _outcome: None

    async def post(self, team: str, post: Post) -> Outcome:
        """Post it, after a last look at the place, and say how it ended."""
        outcome = await self._post(team, post)
        self.count(type(outcome).__name__.lower())
        return outcome

    async def find(self, team: str, post: Post, since: datetime) -> Sent | Unknown | None:
        """Read the place back since ``since`` and look for our key."""
        del team  # the client is the team's
        try:
            return await self._look(await self._open(post.channel), post, since)
        except FAILURES as error:
            return Unknown(sort(error).reason)

    async def _post(self, team: str, post: Post) -> Outcome:
        try:
            rendered = await self.render(team, post)
        except Exception:
            logger.exception("post %s could not be made", post.key)
            return Temporary("it could not be made")
        if rendered is None:
            return Expired("nothing to say any more")
        try:
            if rendered.hiring and (reason := await self._objection(team, post, rendered)):
                return Parked(reason)
            channel = await self._open(post.channel)
        except SlackSilentError:
            return Temporary("Slack did not tell what the place is")
        except FAILURES as error:
            return _nothing_posted(sort(error))
        return await self._say(channel, post, rendered)

    async def _objection(self, team: str, post: Post, rendered: Rendered) -> str:
        """Return why what we know of a candidate must not go there now, or nothing."""
        if post.channel.startswith(DIRECT):
            return ""  # the rest of a message whose first page was looked at by person
        if post.channel.startswith(PEOPLE):
            profile = await self.directory.person(Person(team, post.channel))
            allowed = profile and profile.member and profile.id != rendered.hidden_from
            return "" if allowed else "this person may not see it"
        if phrase := unfit(await self.directory.channel(team, post.channel)):
            return phrase.text
        if rendered.hidden_from is None:
            return ""
        members = await self.directory.members(team, post.channel)
        return "the candidate is in the channel" if rendered.hidden_from in members else ""

    async def _open(self, channel: str) -> str:
        """Return the channel, or the direct message with a person."""
        if not channel.startswith(PEOPLE):
            return channel
        reply = await self.client.conversations_open(users=channel)
        return str(reply["channel"]["id"])

    async def _say(self, channel: str, post: Post, rendered: Rendered) -> Outcome:
        outcome = await self._call(channel, post, rendered, blocks=rendered.blocks)
        if isinstance(outcome, Dead) and rendered.blocks:
            logger.error("post %s: %s, trying its plain form", post.key, outcome.reason)
            outcome = await self._call(channel, post, rendered, mrkdwn=False)
        return outcome

    async def _call(self, channel: str, post: Post, rendered: Rendered, **more: Any) -> Outcome:
        payload = {"key": post.key, "pages": rendered.pages}
        try:
            reply = await self.client.chat_postMessage(
                channel=channel,
                text=rendered.text,
                thread_ts=post.thread_ts or None,
                metadata={"event_type": EVENT, "event_payload": payload},
                unfurl_links=False,
                unfurl_media=False,
                **more,
            )
        except FAILURES as error:
            return sort(error)
        ts = reply.get("ts")
        return (
            Sent(str(reply["channel"] or channel), ts, rendered.pages) if ts else Unknown("no ts")
        )

    async def _look(self, channel: str, post: Post, since: datetime) -> Sent | Unknown | None:
        cursor = ""
        for _ in range(PAGES):
            page = await self._page(channel, post, since, cursor)
            if not isinstance(page["messages"], list):
                return Unknown("an answer without messages")
            ours = [m for m in page["messages"] if m.get("bot_id") == self.bot_id]
            found = [(m["ts"], about) for m in ours if (about := _about(m)).get("key") == post.key]
            if found:
                ts, about = min(found, key=lambda each: float(each[0]))
                return Sent(channel, ts, int(about.get("pages", 1)))
            if not (cursor := next_cursor(page)):
                return None
        return Unknown("too much was said there since")

    async def _page(
        self, channel: str, post: Post, since: datetime, cursor: str
    ) -> AsyncSlackResponse:
        where: dict[str, Any] = {
            "channel": channel,
            "oldest": f"{since.timestamp():.6f}",
            "include_all_metadata": True,
            "limit": PAGE,
            "cursor": cursor or None,
        }
        if post.thread_ts:
            return await self.client.conversations_replies(ts=post.thread_ts, **where)
        return await self.client.conversations_history(**where)


def _about(message: dict[str, Any]) -> dict[str, Any]:
    """Return what we wrote beside a message; other apps write other things."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") if metadata.get("event_type") == EVENT else None
    return payload if isinstance(payload, dict) else {}


def _nothing_posted(failure: Failure) -> Failure:
    """Correct what went wrong before anything was posted: it is never unknown."""
    return Temporary(failure.reason) if isinstance(failure, Unknown) else failure
