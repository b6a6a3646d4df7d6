"""Who we are in Slack: asked once, at the start."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot import outcomes
from bot.settings import SettingsError
from coaching.post import Temporary, Unknown

logger = logging.getLogger(__name__)

T = TypeVar("T")

PAUSES = (1.0, 2.0, 5.0, 10.0)  # seconds between attempts; the last one again and again
SCOPES = "x-oauth-scopes"


@dataclass(frozen=True, slots=True)
class Identity:
    """Our workspace and our bot in it. ``scopes`` are what the token may do."""

    team: str
    name: str
    bot_id: str
    bot_user: str
    scopes: frozenset[str]

    def authorized(self, token: str) -> AuthorizeResult:
        """Return what Bolt wants to know for each request: always the same."""
        return AuthorizeResult(
            enterprise_id=None,
            team_id=self.team,
            bot_id=self.bot_id,
            bot_user_id=self.bot_user,
            bot_token=token,
        )


async def introduce(client: AsyncWebClient) -> Identity:
    """Ask Slack who the token speaks for."""
    reply = await client.auth_test()
    scopes = str(reply.headers.get(SCOPES, ""))
    return Identity(
        team=str(reply["team_id"]),
        name=str(reply["team"] or ""),
        bot_id=str(reply["bot_id"] or ""),
        bot_user=str(reply["user_id"]),
        scopes=frozenset(filter(None, map(str.strip, scopes.split(",")))),
    )


async def patiently(
    call: Callable[[], Awaitable[T]],
    setting: str,
    wait: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> T:
    """Call until Slack answers; raise SettingsError when it answers that ``setting`` is wrong.

    What the network does is waited out: a bot that gives up needs somebody to start it again.
    """
    attempt = 0
    while True:
        try:
            return await call()
        except outcomes.FAILURES as error:
            failure = outcomes.sort(error)
        if not isinstance(failure, Temporary | Unknown):
            message = f"{setting}: Slack refuses it ({failure.reason}); copy it anew from Slack"
            raise SettingsError(message)
        pause = PAUSES[min(attempt, len(PAUSES) - 1)]
        if isinstance(failure, Temporary) and failure.after:
            pause = max(pause, failure.after.total_seconds())
        logger.warning("Slack does not answer (%s); next try in %.0f s", failure.reason, pause)
        await wait(pause)
        attempt += 1
