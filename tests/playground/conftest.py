"""A playground, and ways to talk to it."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.slack import Playground
from playground.wire import Ack


@pytest.fixture
async def slack(clock):
    slack = Playground.seeded(clock)
    async with slack.serve():
        yield slack


@pytest.fixture
async def session():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        yield session


@pytest.fixture
def client(slack, session):
    return AsyncWebClient("xoxb-playground", slack.api_url, session=session, retry_handlers=[])


@pytest.fixture
def refused(client):
    """Return a function that calls a method and returns the error it is refused with."""

    async def refused(method, **args):
        with pytest.raises(SlackApiError) as caught:
            await client.api_call(method, json=args)
        return caught.value.response["error"]

    return refused


@pytest.fixture
def alice(slack):
    return slack.hand("U0ALICE")


@pytest.fixture
def heard(slack):
    """What the app was told; it agrees with everything."""
    heard = []

    async def deliver(body):
        heard.append(body)
        return Ack()

    slack.deliver = deliver
    return heard


@pytest.fixture
def answers(slack):
    """Return a function that lets the app answer so to everything."""

    def answers(body="", status=200):
        async def deliver(_body):
            return Ack(status, body)

        slack.deliver = deliver

    return answers


@pytest.fixture
def opened(slack, client):
    """Return a function that shows somebody a modal."""

    async def opened(view, person="U0ALICE"):
        trigger = slack.triggers.issue(person)
        return (await client.views_open(trigger_id=trigger, view=view))["view"]

    return opened
