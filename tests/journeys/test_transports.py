"""The same story over Socket Mode and over signed HTTP: real processes, real sockets."""

import re
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
import pytest

from playground.delivery.signed import SignedDelivery
from tests.journeys.practising import LONG
from tests.journeys.process import SECRET, running
from tests.journeys.story import HIRING, Story, table

COM = "communication-collaboration"


@pytest.fixture
def clock():
    return lambda: datetime.now(UTC)


@asynccontextmanager
async def over_socket_mode(slack, url):
    async with running(slack, url, SLACK_APP_TOKEN="xapp-playground") as process:
        await process.until("ready")
        slack.deliver = slack.sockets.deliver
        yield process


@asynccontextmanager
async def over_http(slack, url):
    way = {"COACH_HTTP": "127.0.0.1:0", "SLACK_SIGNING_SECRET": SECRET}
    async with running(slack, url, **way) as process, aiohttp.ClientSession() as session:
        address = re.search(r"http://127\.0\.0\.1:\d+", await process.until("http://127.0.0.1:"))[0]
        await process.until("ready")
        slack.deliver = SignedDelivery(session, f"{address}/slack/events", SECRET)
        yield process


@pytest.mark.parametrize("transport", [over_socket_mode, over_http])
async def test_plan_score_debrief_and_practice(slack, url, clock, transport):
    story = Story(slack, None, clock)
    alice, bob, chen = story.alice, story.bob, story.chen
    async with transport(slack, url) as process:
        assert await story.open_job(competencies=[COM]) == {}
        assert await story.plan(due=None) == {}
        await slack.changes.until(lambda: alice.messages() and bob.messages())
        await story.score(alice, 2)
        assert alice.modal.title == "Sealed"
        await story.score(bob, 5)
        await slack.changes.until(story.debriefs)
        [debrief] = story.debriefs()
        assert table(debrief)[1][1:4] == ["2", "5", "3.5"]
        assert "Interviews are planned" in story.dana.messages(HIRING)[0].said

        assert await story.practise(chen) == {}
        await slack.changes.until(lambda: "Question 1" in said(chen))
        await chen.say(LONG)
        await slack.changes.until(lambda: "I am listening" in said(chen))
        await chen.click("mock.done")
        await slack.changes.until(lambda: "Which point" in said(chen))

        assert await process.stop() == 0, process.said
    assert "Traceback" not in process.said
    assert "Zoë" not in process.said
    assert LONG[:20] not in process.said


def said(person):
    return "".join(message.said for message in person.messages())
