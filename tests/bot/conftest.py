"""A scripted Slack and a client for it."""

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.bot.slack import ScriptedSlack


@pytest.fixture
async def scripted():
    slack = ScriptedSlack()
    async with slack.serve():
        yield slack


@pytest.fixture
async def web_client(scripted):
    timeout = aiohttp.ClientTimeout(total=0.5)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        yield AsyncWebClient("xoxb-test", scripted.url, session=session, retry_handlers=[])
