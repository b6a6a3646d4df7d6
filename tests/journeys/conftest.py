"""The whole bot on a database in a file, and a Slack on loopback that takes its calls."""

import asyncio
import gc
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvloop
from slack_bolt.async_app import AsyncBoltRequest

from bot import shelves
from bot.assembly import assemble
from bot.settings import Settings, read
from playground.slack import Playground
from playground.wire import Ack
from playground.world.manifest import Manifest
from playground.world.workspace import nothing_left
from tests.journeys.story import Story

ROOT = Path(__file__).parents[2]
RUNNING = ("killed", "calendar_killed", "frozen", "frozen_server", "restarts", "transports")
FAULTS = ("invalid", "missing", "unknown", "msg_", "view_", "no_", "not_authed", "operation")


def pytest_asyncio_loop_factories(config, item):
    """Play on a quicker loop what is not about processes, sockets and stalls.

    These, and the tests of other rooms, play on the loop that the bot runs on.
    """
    if item.path.stem.removeprefix("test_") in RUNNING:
        return {"asyncio": asyncio.new_event_loop}
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture
def wall_clock(clock):
    """Return Slack's own clock: the bot's, where the story does not need two."""
    return clock


@pytest.fixture(scope="session", autouse=True)
def questions_read():
    """Read the questions before all, and look for no garbage in them, as the running bot does."""
    shelves.read()
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def manifest():
    return Manifest.read(ROOT / "manifest.yaml")


@pytest.fixture
async def slack(wall_clock, manifest):
    slack = Playground(wall_clock, manifest)
    slack.may_ping = frozenset()  # the bot never mentions anybody
    async with slack.serve():
        yield slack


@pytest.fixture
def url(migrated_sqlite):
    return f"sqlite:///{migrated_sqlite}"


@pytest.fixture
def settings(slack, url):
    return read(
        Settings,
        _env_file=None,
        slack_bot_token="xoxb-playground",
        slack_app_token="xapp-playground",
        slack_api_url=slack.api_url,
        database_url=url,
    )


@asynccontextmanager
async def attached(slack, settings, clock):
    """Run a bot in this process, with Slack's payloads handed straight to Bolt's dispatcher.

    It is not closed while it takes one: Slack tells it of its own messages at any time.
    """
    under_way = set()
    async with assemble(settings, clock) as bot:

        async def deliver(body):
            request = AsyncBoltRequest(body=body, mode="socket_mode")
            task = asyncio.ensure_future(bot.app.async_dispatch(request))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
            reply = await task
            return Ack(reply.status, reply.body)

        slack.deliver, slack.settle = deliver, bot.background.idle
        yield bot
        slack.deliver, slack.settle = slack.sockets.deliver, nothing_left
        await asyncio.gather(*under_way, return_exceptions=True)


@pytest.fixture
async def bot(slack, settings, clock):
    async with attached(slack, settings, clock) as bot:
        yield bot
    wrong = [each for each in slack.refusals if each[1].startswith(FAULTS)]
    assert wrong == []  # Slack took every message, view and call that it was given


@pytest.fixture
async def due(slack, settings, clock):
    """Plan and score a loop whose debrief is due by now, with no bot left running."""
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.open_job()
        await story.plan(covers=["communication-collaboration"], due=story.at(hours=12))
        await story.score(story.alice, 2)
        await story.score(story.bob, 5)
    return story


@pytest.fixture
async def story(slack, bot, clock):
    """A workspace that has retired one competency's questions: cards rate that one as a whole."""
    story = Story(slack, bot, clock)
    await story.retire_questions("communication-collaboration")
    return story
