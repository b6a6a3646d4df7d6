"""kill -9 while a calendar is being sent, and again: below the invitation it is exactly once."""

import signal
from datetime import UTC, datetime, timedelta

import pytest

from tests.clock import Clock
from tests.journeys.conftest import attached
from tests.journeys.process import running
from tests.journeys.story import Story
from tests.journeys.test_calendar import COM, COMPLETE, calendars
from tests.journeys.test_killed import nothing_owed

TOKEN = "xapp-playground"
POINTS = (
    ["outbox.after_mark"],
    ["outbox.after_post_before_commit"],
    ["outbox.after_post_before_commit", "reconcile.after_history"],
    ["outbox.after_sent"],
)


@pytest.fixture
def clock():
    """Plan a little while ago: the file is due for a process on the wall clock, and in time."""
    return Clock(datetime.now(UTC) - timedelta(minutes=10))


@pytest.fixture
def wall_clock():
    return lambda: datetime.now(UTC)


@pytest.fixture
async def invited(slack, settings, clock):
    """Invite Alice, while her calendar cannot be sent yet."""
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.open_job()
        slack.faults.add(COMPLETE, "429:60")
        assert await story.plan("U0ALICE", covers=[COM]) == {}
    assert len(story.alice.messages()) == 1
    return story


@pytest.mark.parametrize("points", POINTS, ids="+".join)
async def test_a_killed_sender_leaves_exactly_one_calendar(slack, url, points, invited):
    for point in points:
        order = {"COACH_FAILPOINT": f"{point}:kill", "COACH_ALLOW_FAILPOINTS": "1"}
        async with running(slack, url, SLACK_APP_TOKEN=TOKEN, **order) as process:
            assert await process.ended() == -signal.SIGKILL, process.said
    async with running(slack, url, SLACK_APP_TOKEN=TOKEN) as process:
        await process.until("ready")
        await nothing_owed(url)
        assert await process.stop() == 0
    assert len(calendars(invited.alice)) == 1
    assert len(invited.alice.messages()) == 2
