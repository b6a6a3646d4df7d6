"""A scripted Slack and a client for it."""

from contextlib import asynccontextmanager

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.bot.slack import ScriptedSlack


@pytest.fixture
async def scripted():
    slack = ScriptedSlack()
    async with slack.serve():
        yield slack


@asynccontextmanager
async def waiting(slack, seconds):
    timeout = aiohttp.ClientTimeout(total=seconds)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        yield AsyncWebClient("xoxb-test", slack.url, session=session, retry_handlers=[])


@pytest.fixture
async def web_client(scripted):
    async with waiting(scripted, 20) as client:
        yield client


@pytest.fixture
async def hurried_client(scripted):
    """Return a client for answers that never come."""
    async with waiting(scripted, 0.1) as client:
        yield client
