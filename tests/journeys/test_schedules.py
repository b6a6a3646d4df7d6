"""Debriefs come at their time: whatever clocks do, when nobody was there, and when many come."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coaching.person import Person
from coaching.scorecard import Draft, Recommendation
from tests.journeys.conftest import attached
from tests.journeys.many import COM, plan_many
from tests.journeys.reminding import at, idle
from tests.journeys.story import HIRING, Story

BERLIN, SHANGHAI = "Europe/Berlin", "Asia/Shanghai"
MANY = 50
SECOND = timedelta(seconds=1)
ALICE = Person("T0PLAY", "U0ALICE")
CARD = Draft(None, {COM: 4}, {COM: "She drew the flow."}, Recommendation.YES)


@asynccontextmanager
async def telling(slack, settings, clock):
    """Tell a story until the bot stops."""
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions(COM)
        yield story


async def daily(story, zone=BERLIN, hour="17:00"):
    """Dana's job posts its debriefs at an hour of every weekday."""
    await story.debriefs_show(daily=hour, zone=zone)


async def sealed(story, name, local, zone=BERLIN):
    """Plan a loop of one interview and seal its card at a moment of the zone's own clock."""
    assert await story.plan("U0ALICE", candidate=name, covers=[COM], due=None) == {}
    story.clock.time = max(at(local, zone), story.clock())
    await story.bot.tick()
    await sealed_card(story)
    await story.later(seconds=1)


async def sealed_card(story):
    """Alice seals the card of whichever candidate waits for it."""
    waiting = await story.bot.coach.scoring.waiting(ALICE)
    for _, interview in waiting:
        await story.bot.coach.scoring.seal(ALICE, interview.id, CARD, told=True)


def posted(story):
    """Return when debriefs were posted, in the order of the channel."""
    return [datetime.fromtimestamp(int(float(m.ts)), UTC) for m in story.debriefs()]


def offered(message, action):
    return str(message.blocks).count(f"'action_id': '{action}'")


@pytest.mark.parametrize(
    ("zone", "sealed_at", "due"),
    [
        (BERLIN, "2026-01-06T11:00", "2026-01-06T17:00"),
        (BERLIN, "2026-01-09T18:00", "2026-01-12T17:00"),  # Friday evening: Monday
        (BERLIN, "2026-03-27T18:00", "2026-03-30T17:00"),  # clocks went forward on Sunday
        (BERLIN, "2026-10-23T18:00", "2026-10-26T17:00"),  # and back
        (SHANGHAI, "2026-01-06T17:30", "2026-01-07T17:00"),
    ],
)
async def test_a_complete_debrief_waits_for_the_daily_hour_of_its_job(story, zone, sealed_at, due):
    story.clock.time = at(sealed_at, zone) - timedelta(hours=4)
    await story.open_job()
    await daily(story, zone)
    await sealed(story, "Zoë Ωmega", sealed_at, zone)
    assert story.debriefs() == []
    story.clock.time = at(due, zone) - timedelta(seconds=1)
    await story.later()
    assert story.debriefs() == []
    for _ in range(3):
        await story.later(seconds=1)
    assert posted(story) == [at(due, zone)]


async def test_all_that_are_complete_that_day_come_out_together(story):
    await story.open_job()
    await daily(story)
    for name in ("Zoë Ωmega", "Robin Vega", "王小明"):
        await sealed(story, name, "2026-01-06T11:00")
    story.clock.time = at("2026-01-06T16:59", BERLIN)
    await story.later()
    assert story.debriefs() == []
    await story.later(minutes=1)
    said = "\n".join(m.said for m in story.debriefs())
    assert all(name in said for name in ("Zoë Ωmega", "Robin Vega", "王小明"))
    assert len(story.debriefs()) == 3


async def test_a_bot_that_was_restarted_over_the_due_time_posts_what_came_due(
    slack, settings, clock
):
    async with telling(slack, settings, clock) as story:
        await story.open_job()
        await story.plan("U0ALICE", covers=[COM], due=story.at(hours=12))
    clock.forward(hours=20)
    for _ in range(2):
        async with telling(slack, settings, clock) as story:
            await story.later(seconds=5)
            assert len(story.debriefs()) == 1


async def test_three_days_down_nothing_old_is_posted_and_its_owner_is_told_once(
    slack, settings, clock
):
    async with telling(slack, settings, clock) as story:
        await story.open_job()
        for name, hours in (
            ("Zoë Ωmega", 12),
            ("Robin Vega", 14),
            ("王小明", 16),
            ("Candidate 004", 60),
        ):
            due = story.at(hours=hours)
            await story.plan("U0ALICE", candidate=name, covers=[COM], due=due)
        before = len(story.dana.messages())
    clock.forward(days=3)
    async with telling(slack, settings, clock) as story:
        for _ in range(4):
            await story.later(minutes=1)
        dana = story.dana
        assert ["Candidate 004" in m.said for m in story.debriefs()] == [True]  # due half a day ago
        [told] = [m for m in dana.messages()[before:] if offered(m, "debrief.post")]
        assert "3 debriefs came due while I was not running" in told.said
        assert all(name in told.said for name in ("Zoë Ωmega", "Robin Vega", "王小明"))
        assert "Candidate 004" not in told.said
        assert not any(name in told.text for name in ("Zoë", "Robin", "王小明"))
        assert (offered(told, "debrief.post"), offered(told, "debrief.move")) == (3, 3)
        await story.later(days=2)
        assert len(story.debriefs()) == 1
        assert [m for m in dana.messages() if offered(m, "debrief.post")] == [told]


async def test_what_expired_goes_out_when_its_owner_says_so_or_at_another_time(
    slack, settings, clock
):
    async with telling(slack, settings, clock) as story:
        await story.open_job()
        for hours, name in ((12, "Zoë Ωmega"), (14, "Robin Vega")):
            due = story.at(hours=hours)
            await story.plan("U0ALICE", candidate=name, covers=[COM], due=due)
            await sealed_card(story)
    clock.forward(days=3)
    async with telling(slack, settings, clock) as story:
        for _ in range(3):
            await story.later(minutes=1)
        assert story.debriefs() == []
        [told] = [m for m in story.dana.messages() if offered(m, "debrief.post")]
        assert "Debrief: not posted" in (await story.dana.command("/debrief Zoë")).said
        await story.dana.click("debrief.post", message=told)  # of the one that was due first
        await story.later(minutes=1)
        assert ["Zoë Ωmega" in m.said for m in story.debriefs()] == [True]
        await story.dana.command("/debrief Robin")
        await story.dana.click("debrief.move")
        await story.dana.pick("release", "at")
        await story.dana.pick("due", story.at(hours=2))
        assert await story.dana.submit() == {}
        for _ in range(4):
            await story.later(hours=1)
        assert ["Robin Vega" in m.said for m in story.debriefs()] == [False, True]


@pytest.mark.timeout(300)  # it draws fifty pictures
async def test_fifty_debriefs_at_nine_come_once_each_in_order_at_the_pace_of_slack(story):
    await story.open_job()
    nine = at("2026-01-08T09:00")
    await plan_many(story, MANY, (nine - timedelta(days=3)).timestamp())
    await _promise_all(story, nine)
    story.clock.time = nine - timedelta(hours=1)
    for n in range(MANY):
        await story.bot.coach.scoring.seal(ALICE, f"i{n:031}", CARD, told=True)
    await story.later(minutes=1)
    assert story.debriefs() == []
    story.slack.pace.on = True
    story.clock.time = nine
    end = nine + timedelta(minutes=30)
    while story.clock() < end and len(story.debriefs()) < MANY:
        await story.later()
        story.clock.time += max(SECOND, idle(story, end, SECOND))
    await story.later(minutes=30)  # and no twin comes after them
    said, names = [m.said for m in story.debriefs()], [f"Candidate {n:03}" for n in range(MANY)]
    assert [name for each in said for name in names if name in each] == names
    assert posted(story)[-1] <= nine + timedelta(minutes=5)


async def test_an_archived_channel_parks_the_debrief_until_its_owner_tries_again(story):
    await story.open_job()
    await story.plan("U0ALICE", covers=[COM])
    await story.score(story.alice, 4)
    story.slack.places[HIRING].archived = True
    for _ in range(3):
        await story.later(days=1)
    assert story.debriefs() == []
    [told] = [m for m in story.dana.messages() if offered(m, "post.again")]
    assert "Zoë" not in told.said + told.text
    story.slack.places[HIRING].archived = False
    await story.dana.click("post.again", message=told)
    await story.later(seconds=1)
    await story.later(days=1)
    assert len(story.debriefs()) == 1


async def _promise_all(story, due):
    """Promise every debrief for one moment."""
    async with story.bot.coach.store.begin(story.bot.identity.team) as work:
        for loop in await work.loops.followed_by("U0DANA", 100):
            await work.loops.promise(replace(loop.debrief, due_at=due))
