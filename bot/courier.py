"""Slack, as the outbox sees it."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot import pins
from bot.files import Files
from bot.history import Copy, History, mark
from bot.outcomes import FAILURES, Failure, nothing_posted, sort
from coaching.errors import SlackSilentError
from coaching.person import Person
from coaching.places import unfit
from coaching.ports import Directory
from coaching.post import (
    PIN,
    Dead,
    Expired,
    Found,
    Outcome,
    Parked,
    Paused,
    Post,
    Sent,
    Temporary,
    Unknown,
)
from handlers.rendered import Pin, Postponed, Rendered, Renderer

logger = logging.getLogger(__name__)

BEFORE = timedelta(seconds=60)  # how far Slack's clock may be behind ours
PEOPLE = ("U", "W")
DIRECT = "D"


@dataclass(frozen=True, slots=True)
class SlackCourier:
    """Posts through the Web API, with a client that never retries by itself.

    ``count`` is told how each attempt ended.
    """

    client: AsyncWebClient
    history: History
    directory: Directory
    render: Renderer
    count: Callable[[str], None] = lambda _outcome: None

    async def post(self, team: str, post: Post) -> Outcome:
        """Post it, after a last look at the place, and say how it ended."""
        outcome = await self._post(team, post)
        self.count(type(outcome).__name__.lower())
        return outcome

    async def find(self, team: str, post: Post, since: datetime) -> Found:
        """Read the place back since ``since`` and look for our key; a pin is just tried again."""
        del team  # the client is the team's
        if post.kind == PIN:
            return None
        try:
            channel = await self._open(post.channel)
            copies = await self.history.copies(channel, post.key, since, post.thread_ts)
        except FAILURES as error:
            return _not_seen(sort(error))
        if copies.found:
            oldest = copies.found[0]
            return Sent(channel, oldest.ts, oldest.pages)
        return None if copies.complete else Unknown("not all that was said there can be read")

    async def heal(self, team: str, post: Post, ts: str) -> bool:
        """Delete every copy but the one at ``ts``, which the database knows; the oldest without it.

        False when that must wait; what can never be done counts as done. A pin has no copies.
        """
        del team
        if post.kind == PIN:
            return True
        since = _since(post, ts)
        try:
            channel = await self._open(post.channel)
            copies = await self.history.copies(channel, post.key, since, post.thread_ts)
            for twin in _twins(copies.found, ts):
                logger.warning("post %s: deleting a twin", post.key)
                for file in twin.files:
                    await self.client.files_delete(file=file)
                await self.client.chat_delete(channel=channel, ts=twin.ts)
        except FAILURES as error:
            return isinstance(sort(error), Parked | Dead)
        return copies.complete

    async def _post(self, team: str, post: Post) -> Outcome:
        try:
            rendered = await self.render(team, post)
        except Exception:
            logger.exception("post %s could not be made", post.key)
            return Temporary("it could not be made")
        if not isinstance(rendered, Rendered):
            return await self._do(post, rendered)
        try:
            if rendered.hiring and (reason := await self._objection(team, post, rendered)):
                return Parked(reason)
            channel = await self._open(post.channel)
        except SlackSilentError as error:
            return Temporary("Slack did not tell what the place is", error.after)
        except FAILURES as error:
            return nothing_posted(sort(error))
        return await self._say(channel, post, rendered)

    async def _do(self, post: Post, deed: Pin | Postponed | None) -> Outcome:
        """Do what is no message, or tell why there is none."""
        if isinstance(deed, Pin):
            return await pins.swap(self.client, post.channel, deed)
        return _unsaid(deed)

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
        if file := rendered.attachment:
            return await Files(self.client).post(channel, post, rendered, file)
        outcome = await self._call(channel, post, rendered, blocks=rendered.blocks)
        if isinstance(outcome, Dead) and rendered.blocks:
            logger.error("post %s: %s, trying its plain form", post.key, outcome.reason)
            outcome = await self._call(channel, post, rendered, mrkdwn=False)
        return outcome

    async def _call(self, channel: str, post: Post, rendered: Rendered, **more: Any) -> Outcome:
        try:
            reply = await self.client.chat_postMessage(
                channel=channel,
                text=rendered.text,
                thread_ts=post.thread_ts or None,
                metadata=mark(post.key, rendered.pages),
                unfurl_links=False,
                unfurl_media=False,
                **more,
            )
        except FAILURES as error:
            return sort(error)
        if not (ts := reply.get("ts")):
            return Unknown("an answer without a timestamp")
        return Sent(str(reply["channel"] or channel), str(ts), rendered.pages)


def _unsaid(postponed: Postponed | None) -> Outcome:
    """Tell a message that comes later from one that never does."""
    if postponed is None:
        return Expired("nothing to say any more", quiet=True)
    return Temporary("it is quiet there", postponed.after, quiet=True)


def _not_seen(failure: Failure) -> Found:
    """Tell what somebody has to mend from what passes; no scope to look is no lost token."""
    if failure.reason == "missing_scope":
        return Parked(failure.reason)
    return failure if isinstance(failure, Parked | Paused) else Unknown(failure.reason)


def _twins(copies: Sequence[Copy], known: str) -> Sequence[Copy]:
    times = [copy.ts for copy in copies]
    kept = known if known in times else min(times, default="")
    return [copy for copy in copies if copy.ts != kept]


def _since(post: Post, ts: str) -> datetime:
    """Return from when on there may be copies; a message with a file has no known ``ts``."""
    known = datetime.fromtimestamp(float(ts), UTC) if ts else None
    return min(filter(None, (post.maybe_sent, known))) - BEFORE
