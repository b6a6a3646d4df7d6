"""Build the Slack app."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

import handlers
from bot.acks import Acks
from bot.background import Background
from bot.gate import Gate
from bot.identity import Identity
from coaching.coach import Coach
from handlers.publishing import Homes
from handlers.readers import Readers

NAME = "handlers"  # names the listeners' loggers


@dataclass(frozen=True, slots=True)
class Access:
    """How we get into our workspace. ``client`` has no token: each request brings its own.

    An empty ``signing_secret`` is Socket Mode's, where the connection is the proof.
    """

    client: AsyncWebClient
    identity: Identity
    token: str
    signing_secret: str = ""


def build(
    access: Access,
    coach: Coach,
    readers: Readers,
    background: Background,
    homes: Homes,
    count: Callable[[str], None] = lambda _kind: None,
) -> AsyncApp:
    """Return an app with every listener registered, the same for every transport."""
    authorized = access.identity.authorized(access.token)

    async def authorize() -> AuthorizeResult:
        """Answer at once: the gate lets only our own workspace through."""
        return authorized

    app = AsyncApp(
        name=NAME,
        client=access.client,
        authorize=authorize,
        before_authorize=Gate(access.identity, access.token, coach.inbox, count).middleware(),
        signing_secret=access.signing_secret,
    )
    app.listener_runner.listener_start_handler = background
    app.listener_runner.listener_completion_handler = Acks(coach.inbox, background)
    handlers.register(app, coach, readers, background.run, homes)
    return app
