"""The weekly digest: counts for the channel, names for the organisers, once for each Monday."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from tests.clock import Clock
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.story import HIRING, Story

COM = "communication-collaboration"
MONDAY = datetime(2026, 1, 12, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DECIDED = """INSERT INTO decisions VALUES
    ('T0PLAY', ?, ?, 'hire', '[]', '', '[]', '', '', 'U0DANA', ?)"""


@pytest.fixture
def clock():
    """Stand on a Tuesday at nine in the morning in London."""
    return Clock(datetime(2026, 1, 6, 9, tzinfo=UTC))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coach.db"


async def wanted(story, language="en"):
    """Dana opens a job and lets its channel have a digest."""
    await story.open_job(language=language)
    await story.dana.click("job.settings")
    await story.dana.pick("digest", ["on"])
    assert await story.dana.submit() == {}
    await story.dana.close(everything=True)


async def until(story, moment):
    """Let time pass at once, up to a moment."""
    await story.later(seconds=(moment - story.clock()).total_seconds())


def digests(story):
    return [each for each in story.channel() if "in counts" in each.text or "数据" in each.text]


def told(person):
    """Return the messages that name whose cards are overdue."""
    return [each for each in person.messages() if each.text == "Scorecards are overdue."]


async def test_the_channel_gets_counts_on_monday_and_the_organiser_names(story):
    await wanted(story)
    await story.plan(covers=[COM], due=story.at(days=9))
    await until(story, MONDAY - MINUTE)
    assert digests(story) == []
    await until(story, MONDAY)
    [digest] = digests(story)
    assert "1 candidate in interviews" in digest.said
    assert "2 scorecards overdue" in digest.said
    assert "1 debrief due this week" in digest.said
    assert "decision" not in digest.said
    for name in ("Alice", "Bob", "Zoë", "Product lead"):
        assert name not in digest.said + digest.text
    [names] = told(story.dana)
    for name in ("Alice Okafor", "Bob Lindqvist", "Zoë Ωmega for Product lead"):
        assert name in names.said
        assert name not in names.text
    assert [told(each) for each in (story.alice, story.bob, story.charlie)] == [[], [], []]
    await until(story, MONDAY + timedelta(days=1))
    assert len(digests(story)) == 1


async def test_it_comes_every_week_and_says_when_nothing_is_overdue(story):
    await wanted(story)
    await story.plan("U0ALICE", covers=[COM], due=story.at(days=30))
    await until(story, MONDAY)
    await story.score(story.alice, 4)
    await until(story, MONDAY + timedelta(days=7))
    _, digest = digests(story)
    assert "No scorecard overdue" in digest.said
    assert "due this week" not in digest.said
    assert len(told(story.dana)) == 1


async def test_a_channel_where_nothing_happens_hears_nothing(story):
    await wanted(story)
    await until(story, MONDAY)
    await until(story, MONDAY + timedelta(days=7))
    assert digests(story) == []


async def test_a_channel_that_did_not_ask_hears_nothing_and_may_stop_it(story):
    await story.open_job()
    await story.plan(covers=[COM], due=story.at(days=30))
    await until(story, MONDAY)
    assert digests(story) == []
    await story.dana.close(everything=True)
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    await story.dana.pick("digest", ["on"])
    await story.dana.submit()
    await story.dana.close()
    await story.dana.click("job.settings")
    await story.dana.pick("digest", [])
    await story.dana.submit()
    assert "gets no weekly digest" in story.dana.modal.said
    await until(story, MONDAY + timedelta(days=7))
    assert digests(story) == []


async def test_decisions_of_last_week_are_counted_by_candidate(story, path):
    await wanted(story)
    await story.plan(covers=[COM], due=story.at(days=1))
    await story.plan(covers=[COM], due=story.at(days=1), candidate="Robin Vega")
    await story.later(days=2)
    one, other = (row["id"] for row in forging.rows(path)["candidates"])
    rows = [(one, 1, "2026-01-07"), (one, 2, "2026-01-09"), (other, 1, "2026-01-04")]
    with sqlite3.connect(path) as database:
        database.executemany(DECIDED, [(c, n, f"{at} 12:00:00.000000") for c, n, at in rows])
    database.close()
    await until(story, MONDAY)
    [digest] = digests(story)
    assert "1 decision made last week" in digest.said
    assert "in interviews" not in digest.said


@pytest.mark.parametrize(("late", "count"), [({"hours": 23}, 1), ({"hours": 25}, 0)])
async def test_after_a_day_without_the_bot_it_waits_for_next_week(
    slack, settings, clock, late, count
):
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions(COM)
        await wanted(story)
        await story.plan("U0ALICE", covers=[COM], due=story.at(days=30))
    clock.time = MONDAY + timedelta(**late)
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        for _ in range(3):
            await story.later(minutes=1)
        assert len(digests(story)) == count
        await until(story, MONDAY + timedelta(days=7))
        assert len(digests(story)) == count + 1


async def test_names_wait_until_it_is_day_where_the_organiser_is(story):
    await wanted(story)
    story.slack.people["U0DANA"].tz = "America/New_York"
    await story.plan("U0ALICE", covers=[COM], due=story.at(days=30))
    await until(story, MONDAY)
    await until(story, MONDAY + timedelta(hours=5) - MINUTE)
    assert len(digests(story)) == 1
    assert told(story.dana) == []
    await until(story, MONDAY + timedelta(hours=5, minutes=1))
    assert len(told(story.dana)) == 1


async def test_whose_card_is_sealed_meanwhile_is_not_named(story):
    await wanted(story)
    story.slack.people["U0DANA"].tz = "America/New_York"
    await story.plan("U0ALICE", covers=[COM], due=story.at(days=30))
    await until(story, MONDAY)
    await story.score(story.alice, 4)
    await until(story, MONDAY + timedelta(hours=6))
    assert told(story.dana) == []


async def test_a_channel_that_became_public_gets_none_and_its_owner_is_told(story):
    await wanted(story)
    await story.plan("U0ALICE", covers=[COM], due=story.at(days=30))
    story.slack.places[HIRING].kind = "public"
    await until(story, MONDAY)
    assert digests(story) == []
    assert "I could not post a message" in story.dana.messages()[-1].said


async def test_a_candidate_who_organises_their_own_loop_is_told_nothing(story, path):
    await wanted(story)
    await story.plan("U0ALICE", covers=[COM], due=story.at(days=30), account="U0CHEN")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE jobs SET manager = 'U0CHEN'")
    database.close()
    await until(story, MONDAY)
    assert told(story.chen) == []
    assert len(told(story.dana)) == 1


async def test_it_speaks_the_language_of_the_channel_and_of_the_organiser(story):
    await wanted(story, language="zh-CN")
    await story.plan(covers=[COM], due=story.at(days=9))
    await until(story, MONDAY)
    [digest] = digests(story)
    assert "面试中的候选人：1 位" in digest.said
    assert "逾期的评分表：2 份" in digest.said
    assert len(told(story.dana)) == 1


async def test_a_digest_goes_by_the_clock_that_its_job_is_moved_to(story, path):
    await wanted(story)
    await story.dana.command("/debrief settings")
    await story.dana.click("job.settings")
    await story.dana.pick("zone", "Asia/Shanghai")
    assert await story.dana.submit() == {}
    assert "Mondays at 09:00 (Asia/Shanghai)" in story.dana.modal.said
    [row] = forging.rows(path)["digests"]
    assert row["due_at"].startswith("2026-01-12 01:00")
    await story.dana.close(everything=True)
    await story.open_job(title="Another", level="mid")
    await story.dana.click("job.settings")
    await story.dana.pick("zone", "America/New_York")
    assert await story.dana.submit() == {}
    assert "Mondays at 09:00 (Asia/Shanghai)" in story.dana.modal.said
    assert forging.rows(path)["digests"] == [row]
