"""kill -9 at the worst moment, and again: the channel has the debrief exactly once."""

import asyncio
import signal
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage.engine import connect
from storage.tables import outbox
from tests.clock import Clock
from tests.journeys.conftest import attached
from tests.journeys.process import running
from tests.journeys.story import HIRING, Story

POINTS = (
    ["outbox.after_claim"],
    ["outbox.after_mark"],
    ["outbox.after_post_before_commit"],
    ["outbox.after_sent"],
    ["outbox.after_post_before_commit", "reconcile.after_history"],
    ["outbox.after_post_before_commit", "outbox.after_claim", "outbox.after_sent"],
)


@pytest.fixture
def clock():
    """Plan in the past: what was promised then is due for a process on the wall clock."""
    return Clock(datetime.now(UTC) - timedelta(days=1))


@pytest.fixture
def wall_clock():
    return lambda: datetime.now(UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request):
    if request.param == "postgresql":
        return request.getfixturevalue("migrated_postgres")
    return f"sqlite:///{request.getfixturevalue('migrated_sqlite')}"


@pytest.mark.parametrize("points", POINTS, ids="+".join)
async def test_a_killed_sender_leaves_exactly_one_debrief(slack, url, points, due):
    for point in points:
        order = {"COACH_FAILPOINT": f"{point}:kill", "COACH_ALLOW_FAILPOINTS": "1"}
        async with running(slack, url, SLACK_APP_TOKEN="xapp-playground", **order) as process:
            assert await process.ended() == -signal.SIGKILL, process.said
    async with running(slack, url, SLACK_APP_TOKEN="xapp-playground") as process:
        await process.until("ready")
        await nothing_owed(url)
        assert await process.stop() == 0
    assert len(due.debriefs()) == 1


@pytest.fixture
async def decided(due, slack, settings, clock):
    """Let the debrief of that loop be read, and decide; Slack lets nothing of it in yet."""
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.later(hours=13)
        await story.dana.close(everything=True)
        await story.dana.click("decide.open")
        await story.dana.pick("verdict", "hold")
        await story.dana.pick("competencies", ["communication-collaboration"])
        slack.faults.add("chat.postMessage", "429:1")
        assert await story.dana.submit() == {}
    return story


async def test_a_killed_sender_leaves_one_decision_pinned_once(slack, url, decided):
    for point in ["outbox.after_post_before_commit"] * 2:  # of the message, then of its pin
        order = {"COACH_FAILPOINT": f"{point}:kill", "COACH_ALLOW_FAILPOINTS": "1"}
        async with running(slack, url, SLACK_APP_TOKEN="xapp-playground", **order) as process:
            assert await process.ended() == -signal.SIGKILL, process.said
    async with running(slack, url, SLACK_APP_TOKEN="xapp-playground") as process:
        await process.until("ready")
        await nothing_owed(url)
        assert await process.stop() == 0
    told = [m for m in decided.dana.messages(HIRING) if m.text == "A decision is recorded."]
    assert [bool(m.message.pin) for m in told] == [True]


async def nothing_owed(url):
    """Wait until no message is owed any more."""
    engine = connect(url.replace("sqlite:", "sqlite+aiosqlite:"))
    async with asyncio.timeout(20):
        while await _owed(engine):  # noqa: ASYNC110 - another process changes it
            await asyncio.sleep(0.1)
    await engine.dispose()


async def _owed(engine):
    async with engine.connect() as connection:
        rows = await connection.execute(select(outbox.c.key).where(outbox.c.state == "pending"))
        return rows.all()
