"""Socket Mode: Slack's requests over a connection that we open, and keep open."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.identity import patiently

logger = logging.getLogger(__name__)

PING = 5.0  # seconds between pings; the SDK itself reconnects after four without an answer
MISSED = 6  # pings without an answer until the connection is built anew from scratch
ANSWERING = 3.0  # seconds for requests that are being answered when we leave
SETTING = "SLACK_APP_TOKEN"

Action = Callable[[], Awaitable[None]]  # Bolt's own methods are not annotated


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler; it can stop taking requests while it still answers those it has."""

    def __init__(self, app: AsyncApp, app_token: str, client: AsyncWebClient, ping: float) -> None:
        super().__init__(
            app, app_token, logger=client.logger, web_client=client, ping_interval=ping
        )
        self.leaving = False
        self.answering: set[asyncio.Task[Any]] = set()

    async def handle(self, client: Any, req: SocketModeRequest) -> None:
        """Answer a request. One that comes while we leave is Slack's to give to another."""
        task = asyncio.current_task()
        if self.leaving or task is None:
            return
        self.answering.add(task)
        try:
            await super().handle(client, req)
        finally:
            self.answering.discard(task)


class SocketMode:
    """Keeps a connection for as long as the block runs."""

    def __init__(
        self, app: AsyncApp, app_token: str, client: AsyncWebClient, ping: float = PING
    ) -> None:
        self._app, self._token, self._client, self._ping = app, app_token, client, ping
        self._handler: _Handler | None = None
        self._watch: asyncio.Task[None] | None = None
        self._since = time.time()

    @property
    def age(self) -> float:
        """Seconds since the socket last showed a sign of life, or since we began to connect."""
        last = self._handler.client.last_ping_pong_time if self._handler else None
        return time.time() - max(last or 0.0, self._since)

    @property
    def answering(self) -> frozenset[asyncio.Task[Any]]:
        """The requests that are being answered now."""
        return frozenset(self._handler.answering if self._handler else ())

    async def __aenter__(self) -> Self:
        """Connect; SettingsError when Slack refuses the token."""
        await self._connect()
        self._watch = asyncio.create_task(self._keep())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take nothing new, answer what is under way, leave."""
        if self._watch:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._handler:
            self._handler.leaving = True
            if answering := self.answering:
                await asyncio.wait(answering, timeout=ANSWERING)
            await _close(self._handler)

    async def _connect(self) -> None:
        """Connect with a new address each time: the SDK would try a used-up one for ever."""
        while True:
            url = await patiently(self._ask, SETTING)
            self._handler = _Handler(self._app, self._token, self._client, self._ping)
            self._handler.client.wss_uri = url
            connect: Action = self._handler.connect_async
            try:
                async with asyncio.timeout(MISSED * self._ping):
                    await connect()
            except TimeoutError:
                await _close(self._handler)
            else:
                self._since = time.time()
                return

    async def _ask(self) -> str:
        reply = await self._client.apps_connections_open(app_token=self._token)
        return str(reply["url"])

    async def _keep(self) -> None:
        """Build the connection anew when it is deaf: the SDK may go on with a used-up address."""
        while True:
            await asyncio.sleep(self._ping)
            if self.age < MISSED * self._ping:
                continue
            logger.warning("no sign of life on the socket for %.0f s: connecting anew", self.age)
            try:
                if self._handler:
                    await _close(self._handler)
                await self._connect()
            except Exception:
                logger.exception("could not connect anew")


async def _close(handler: _Handler) -> None:
    """Close for good, and wait for the SDK's tasks, which it only cancels."""
    client: SocketModeClient = handler.client
    close: Action = handler.close_async
    await close()
    tasks = (client.message_processor, client.current_session_monitor, client.message_receiver)
    await asyncio.gather(*filter(None, tasks), return_exceptions=True)
