"""Slack's Web API: one configuration, one pool of connections, two patiences."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.settings import Settings

POSTING = aiohttp.ClientTimeout(total=10, connect=5)  # seconds; nobody waits for the outbox
ANSWERING = aiohttp.ClientTimeout(total=2.5)  # seconds: a modal must open within three


@dataclass(frozen=True, slots=True)
class Clients:
    """``answering`` is for listeners, who get their token from Bolt; ``posting`` for the rest."""

    answering: AsyncWebClient
    posting: AsyncWebClient


@asynccontextmanager
async def clients(settings: Settings) -> AsyncIterator[Clients]:
    """Give both, over connections that stay open. Neither retries by itself: that posts twice."""
    token = settings.slack_bot_token.get_secret_value()
    async with (
        aiohttp.TCPConnector() as pool,
        aiohttp.ClientSession(connector=pool, connector_owner=False, timeout=ANSWERING) as quick,
        aiohttp.ClientSession(connector=pool, connector_owner=False, timeout=POSTING) as patient,
    ):
        yield Clients(_client(settings, quick), _client(settings, patient, token))


def _client(
    settings: Settings, session: aiohttp.ClientSession, token: str | None = None
) -> AsyncWebClient:
    return AsyncWebClient(
        token=token,
        base_url=settings.slack_api_url,
        session=session,
        retry_handlers=[],
        logger=logging.getLogger("slack_sdk"),
    )
