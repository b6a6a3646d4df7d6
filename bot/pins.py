"""Pinning: tried as often as it takes, since what is pinned twice is pinned once."""

from collections.abc import Awaitable, Callable, Collection
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import outcomes
from bot.outcomes import FAILURES, nothing_posted, sort
from coaching.post import Expired, Outcome, Sent
from handlers.rendered import Pin

GONE = {"no_pin", "not_pinned", "message_not_found"}  # nothing is left to unpin


async def swap(client: AsyncWebClient, channel: str, pin: Pin) -> Outcome:
    """Unpin the earlier messages, then pin the new one; what Slack refuses is let go.

    In that order what is out of date never stays, and makes room. The message itself was sent
    before and apart from this, so no failure here sends it again.
    """
    try:
        for earlier in pin.earlier:
            await _done(client.pins_remove, GONE, channel=channel, timestamp=earlier)
        await _done(client.pins_add, {"already_pinned"}, channel=channel, timestamp=pin.ts)
    except FAILURES as error:
        failure = nothing_posted(sort(error))
        if outcomes.refused_extra(failure):
            return Expired(f"it was not pinned: {failure.reason}")
        return failure
    return Sent(channel, "")


async def _done(call: Callable[..., Awaitable[Any]], done: Collection[str], **args: str) -> None:
    """Call Slack; an answer that says it is ``done`` already is as good."""
    try:
        await call(**args)
    except SlackApiError as error:
        if outcomes.name(error) not in done:
            raise
