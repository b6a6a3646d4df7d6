"""A planned interview stands in the calendar: one file below its invitation, whatever happens."""

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from icalendar import Calendar

from coaching.outbox import TWIN_AFTER
from tests.clock import Clock
from tests.journeys.story import HIRING

COM = "communication-collaboration"
ASK, COMPLETE = "files.getUploadURLExternal", "files.completeUploadExternal"


@pytest.fixture
def clock():
    """Stand three and a half hours before the clocks go forward in New York."""
    return Clock(datetime(2026, 3, 8, 3, 30, tzinfo=UTC))


def calendars(person):
    """Return the messages with a calendar that a person sees."""
    return [said.message for said in person.messages() if said.message.files]


def event(message):
    """Return what stands in a message's calendar."""
    [file] = message.files
    [found] = Calendar.from_ical(file.data).events
    return found


async def test_the_calendar_has_the_instant_of_the_interview_in_every_zone(story):
    story.slack.people["U0ALICE"].tz = "Asia/Shanghai"
    await story.open_job()
    assert await story.plan(covers=[COM]) == {}
    for person, start, local in (
        (story.alice, story.clock() + timedelta(hours=2), "2026-03-08T13:30:00+08:00"),
        (story.bob, story.clock() + timedelta(hours=3), "2026-03-08T01:30:00-05:00"),
    ):
        invitation = person.messages()[0]
        [message] = calendars(person)
        entry = event(message)
        zone = ZoneInfo(story.slack.people[person.person].tz)
        assert message.thread_ts == invitation.ts
        assert entry.start == start
        assert entry.start.astimezone(zone).isoformat() == local
        assert (entry.end - entry.start).total_seconds() in {45 * 60, 60 * 60}
    over = entry.end.astimezone(zone)
    assert over.utcoffset() == timedelta(hours=-4)  # Bob's clock has gone forward by then


async def test_nothing_about_the_candidate_is_in_the_file_or_beside_it(story):
    await story.open_job()
    await story.plan(covers=[COM])
    [message] = calendars(story.alice)
    [file] = message.files
    for written in (file.data.decode(), str(message.blocks), message.text, file.name, file.title):
        assert "Zoë" not in written
        assert "Ωmega" not in written


async def test_mei_has_a_chinese_entry(story):
    await story.open_job()
    await story.plan("U0MEI", covers=[COM])
    [message] = calendars(story.mei)
    assert message.files[0].title == "面试日程"
    assert event(message)["summary"] == "面试：Product lead"


async def test_whoever_sees_the_invitation_downloads_the_file_and_nobody_else(story):
    await story.open_job()
    await story.plan(covers=[COM])
    [file] = calendars(story.alice)[0].files
    url = f"{story.slack.address}files/{file.id}"
    async with aiohttp.ClientSession() as session:
        for person, status in (("U0ALICE", 200), ("U0BOB", 403), ("U0CHEN", 403)):
            async with session.get(url, params={"as": person, "download": "1"}) as reply:
                assert reply.status == status
                assert (await reply.read() == file.data) is (status == 200)


@pytest.mark.parametrize("step", [ASK, COMPLETE])
@pytest.mark.parametrize(
    "fault",
    [
        "drop_before",
        "drop_after_commit",
        "500_before",
        "500_after",
        "html_503",
        "429:7",
        "error:internal_error",
    ],
)
async def test_an_answer_that_gets_lost_makes_one_file_of_it(story, step, fault):
    await story.open_job()
    story.slack.faults.add(step, fault, times=3)
    await story.plan("U0ALICE", covers=[COM])
    for _ in range(6):
        await story.later(minutes=1)
    assert len(calendars(story.alice)) == 1
    assert len(story.alice.messages()) == 2


async def test_what_was_shared_before_the_line_broke_is_found_and_not_brought_again(story):
    await story.open_job()
    story.slack.faults.add(COMPLETE, "drop_after_commit")
    await story.plan("U0ALICE", covers=[COM])
    await story.later(minutes=1)
    called = [name for name, _ in story.slack.calls]
    assert (called.count(COMPLETE), called.count("conversations.replies")) == (1, 1)


async def test_a_twin_that_arrives_late_is_taken_away_with_its_file(story):
    await story.open_job()
    story.slack.faults.add(COMPLETE, "drop_before")
    await story.plan("U0ALICE", covers=[COM])
    await story.later(minutes=1)
    [message] = calendars(story.alice)
    twin = story.slack.files.new("interview.ics", 1, message.user, story.slack.address)
    twin.data, twin.done = b"x", True
    late = replace(message, ts=story.slack.stamps.next(), files=[twin])
    story.slack.say(late)  # the first attempt was only slow
    assert len(calendars(story.alice)) == 2
    await story.later(seconds=TWIN_AFTER.total_seconds() + 1)
    [left] = calendars(story.alice)
    assert (left.ts, twin.deleted) == (message.ts, True)


async def test_without_the_scope_everybody_is_invited_and_no_file_is_tried_again(story, caplog):
    written = story.slack.manifest
    story.slack.manifest = replace(written, scopes=written.scopes - {"files:write"})
    await story.open_job()
    with caplog.at_level(logging.WARNING):
        assert await story.plan("U0ALICE", covers=[COM]) == {}
        for _ in range(4):
            await story.later(minutes=15)
    assert len(story.alice.messages()) == 1
    assert len(story.dana.messages(HIRING)) == 1
    assert [name for name, _ in story.slack.calls].count(ASK) == 1
    assert len([r for r in caplog.records if "missing_scope" in r.getMessage()]) == 1
    story.slack.refusals.clear()


async def test_an_interview_that_is_over_is_not_put_into_a_calendar(story):
    await story.open_job()
    story.slack.faults.add(ASK, "429:3600")
    await story.plan("U0ALICE", covers=[COM])
    await story.later(hours=4)
    await story.later(hours=1)
    assert calendars(story.alice) == []
    assert list(story.slack.faults) == []  # it was tried, while it was not over
    assert ASK not in [name for name, _ in story.slack.calls]  # and not again
