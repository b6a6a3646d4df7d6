"""A card that is missing: its interviewer is reminded, at most four times, then the organiser."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from tests.clock import Clock
from tests.journeys import forging
from tests.journeys.conftest import attached
from tests.journeys.reminding import (
    COM,
    LATER,
    at,
    held,
    missing,
    nudges,
    put_off,
    said_at,
    wait_until,
)
from tests.journeys.story import Story

TUESDAY = datetime(2026, 1, 6, 9, tzinfo=UTC)  # what is planned begins two hours later
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def clock():
    return Clock(TUESDAY)


def buttons(message):
    return [
        e["action_id"] for b in message.blocks for e in b.get("elements", ()) if "action_id" in e
    ]


async def settle(person, **fields):
    await person.command("/interview settings")
    for field, value in fields.items():
        await person.pick(field, value)
    assert await person.submit() == {}
    await person.close()


async def test_five_minutes_after_the_interview_its_interviewer_is_asked_how_it_went(story):
    interview = await held(story)
    await wait_until(story, interview.end + 4 * MINUTE, MINUTE)
    assert nudges(story.alice) == []
    await story.later(minutes=1)
    [nudge] = nudges(story.alice)
    assert "How did it go? Score while it is fresh." in nudge.said.replace("\n", " ")
    assert "Zoë Ωmega" in nudge.said
    assert "Zoë" not in nudge.text
    assert buttons(nudge) == ["score.open", LATER, "holding.missed", "holding.open"]
    assert await story.score(story.alice, 4) == {}
    await wait_until(story, interview.end + 9 * DAY, HOUR)
    assert nudges(story.alice)[1:] == missing(story.dana) == []


async def test_mei_is_asked_in_chinese(story):
    story.slack.people["U0MEI"].tz = "Europe/London"
    await held(story, "U0MEI", over=5 * MINUTE)
    [nudge] = nudges(story.mei)
    assert "趁印象还清楚，现在就评分吧。" in nudge.said
    await put_off(story.mei, "hour")
    assert "我会在" in nudges_now(story.mei)


def nudges_now(person):
    return person.messages()[-1].said


async def test_four_nudges_come_and_then_the_organiser_hears_of_it_once(story):
    interview = await held(story)
    await wait_until(story, interview.end + 9 * DAY)
    end = interview.end
    assert f"{end:%H:%M}" == "11:45"
    assert said_at(nudges(story.alice)) == ["Tue 11:50", "Tue 14:45", "Wed 09:45", "Fri 11:45"]
    assert said_at(missing(story.dana)) == ["Mon 09:00"]  # a Saturday is Dana's own, too
    [told] = missing(story.dana)
    assert "The scorecard of Alice Okafor is still missing." in told.said
    assert buttons(told) == ["holding.missed", "holding.open"]
    assert LATER not in buttons(nudges(story.alice)[-1])
    assert [m for m in story.dana.messages("G0HIRING") if "scorecard" in m.text.lower()] == []


async def test_later_is_an_hour_from_now(story):
    interview = await held(story, over=5 * MINUTE)
    await put_off(story.alice, "hour")
    assert "I will remind you on" in nudges_now(story.alice)
    assert LATER not in buttons(story.alice.messages()[-1])
    assert nudges(story.alice) == []  # said in its place
    await wait_until(story, interview.end + 2 * HOUR, 5 * MINUTE)
    assert said_at(nudges(story.alice)) == ["Tue 12:50"]


async def test_tonight_is_half_past_seven_though_it_is_quiet_then(story):
    interview = await held(story, over=5 * MINUTE)
    await put_off(story.alice, "tonight")
    await wait_until(story, interview.end + 20 * HOUR)
    assert said_at(nudges(story.alice)) == ["Tue 19:30"]


async def test_tomorrow_is_a_quarter_past_nine_and_after_a_friday_it_is_monday(story):
    story.clock.forward(days=3)
    interview = await held(story, over=5 * MINUTE)
    await put_off(story.alice, "tomorrow")
    await wait_until(story, interview.end + 4 * DAY)
    assert said_at(nudges(story.alice))[0] == "Mon 09:15"


async def test_a_nudge_cannot_be_put_off_once_it_was_the_last(story):
    interview = await held(story, over=5 * MINUTE)
    pick = await forging.captured(story.slack, put_off(story.alice, "hour"))
    del pick["response_url"]  # a refusal comes as a message then
    await wait_until(story, interview.end + 9 * DAY, HOUR)
    await forging.delivered(story.bot, forging.fresh(story.slack, pick, "U0ALICE"))
    await story.bot.background.idle()
    assert "That was the last reminder." in nudges_now(story.alice)


async def test_nobody_else_puts_off_a_nudge_nor_what_was_never_offered(story):
    await held(story, over=5 * MINUTE)
    pick = await forging.captured(story.slack, put_off(story.alice, "hour"))
    del pick["response_url"]  # a refusal comes as a message then
    for person in ("U0DANA", "U0BOB", "U0CHARLIE"):
        await forging.delivered(story.bot, forging.as_person(story.slack, pick, person))
        await story.bot.background.idle()
        assert "nothing here that you can open" in nudges_now(story.slack.hand(person))
    value = pick["actions"][0]["selected_option"]["value"]
    pick["actions"][0]["selected_option"]["value"] = value.replace("hour", "never")
    await forging.delivered(story.bot, forging.fresh(story.slack, pick, "U0ALICE"))
    await story.bot.background.idle()
    assert "nothing here that you can open" in nudges_now(story.alice)


@pytest.mark.parametrize(
    ("zone", "starts", "came"),
    [
        (
            "Asia/Kolkata",
            "2026-01-06T17:00",
            ["Tue 17:50", "Wed 09:00", "Wed 15:45", "Fri 17:45"],
        ),
        ("Asia/Kolkata", "2026-01-06T19:30", ["Wed 09:00", "Wed 18:15"]),
        ("Asia/Shanghai", "2026-01-07T02:10", ["Wed 09:00", "Thu 09:00"]),  # due at three
        ("America/St_Johns", "2026-01-09T17:30", ["Fri 18:20", "Mon 09:00", "Mon 18:15"]),
        ("Europe/Berlin", "2026-10-25T00:00", ["Mon 09:00"]),  # a Sunday of 25 hours
    ],
)
async def test_nobody_is_reminded_at_night_or_at_the_weekend_where_they_are(
    story, zone, starts, came
):
    story.slack.people["U0ALICE"].tz = zone
    story.clock.time = at(starts, zone) - 2 * HOUR
    interview = await held(story)
    await wait_until(story, interview.end + 3 * DAY)
    assert said_at(nudges(story.alice), zone) == came


@pytest.mark.parametrize(
    ("starts", "came"),
    [
        ("2026-10-24T18:00", ["Sat 18:50", "Sun 09:00", "Sun 15:45", "Tue 17:45"]),  # and back
        ("2026-03-28T18:00", ["Sat 18:50", "Sun 09:00", "Sun 17:45"]),  # an hour forward
    ],
)
async def test_quiet_hours_end_by_the_clock_on_the_wall_when_clocks_change(story, starts, came):
    story.slack.people["U0ALICE"].tz = "Europe/Berlin"
    story.clock.time = at(starts, "Europe/Berlin") - 2 * HOUR
    await settle(story.alice, weekends=[])
    interview = await held(story)
    await wait_until(story, interview.end + 3 * DAY)
    assert said_at(nudges(story.alice), "Europe/Berlin") == came


async def test_somebody_who_moved_is_reminded_by_the_clock_there(story):
    interview = await held(story, over=5 * MINUTE)
    await wait_until(story, interview.end + 8 * HOUR)
    assert len(nudges(story.alice)) == 2
    story.slack.people["U0ALICE"].tz = "America/New_York"  # the third is due at 09:45 in London
    await wait_until(story, interview.end + 30 * HOUR)
    assert said_at(nudges(story.alice)[2:], "America/New_York") == ["Wed 09:00"]


async def test_whoever_switched_nudges_off_gets_none_and_the_organiser_hears_of_it(story):
    await settle(story.alice, nudges=[])
    interview = await held(story)
    await wait_until(story, interview.end + 9 * DAY, HOUR)
    assert nudges(story.alice) == []
    assert len(missing(story.dana)) == 1


async def test_nudges_switched_off_and_on_again_go_on_where_they_were(story):
    interview = await held(story, over=5 * MINUTE)
    await settle(story.alice, nudges=[])
    await wait_until(story, interview.end + 5 * HOUR)
    assert len(nudges(story.alice)) == 1
    await settle(story.alice, nudges=["nudges"])
    await story.later(minutes=1)
    assert len(nudges(story.alice)) == 2


async def test_quiet_hours_that_somebody_chose_hold_at_once(story):
    await settle(story.alice, quiet_start="11:30", quiet_end="13:30")
    interview = await held(story)
    await wait_until(story, interview.end + 3 * HOUR)
    assert said_at(nudges(story.alice))[0] == "Tue 13:30"


async def test_what_came_due_while_the_bot_was_down_comes_once(story):
    interview = await held(story)
    story.clock.time = interview.end + 2 * DAY + HOUR  # three steps are past
    for _ in range(3):
        await story.bot.tick()
    assert len(nudges(story.alice)) == 1


async def test_a_restart_and_two_bots_at_once_remind_once(slack, settings, clock):
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions(COM)
        await held(story)
    story.clock.forward(minutes=6)
    async with attached(slack, settings, clock) as one:
        await one.tick()
        await one.tick()
    async with attached(slack, settings, clock) as other:
        await other.tick()
    assert len(nudges(story.alice)) == 1


async def test_what_slack_did_not_take_until_three_in_the_morning_waits_for_the_day(story):
    interview = await held(story)
    story.slack.faults.add("chat.postMessage", "error:internal_error", times=400)
    await wait_until(story, at("2026-01-07T03:00"))
    story.slack.faults.clear()
    await wait_until(story, interview.end + 26 * HOUR)
    assert said_at(nudges(story.alice)) == ["Wed 09:00", "Wed 10:00"]


async def test_a_workspace_that_had_shut_us_out_hears_the_newest_nudge_alone(story):
    interview = await held(story)
    story.slack.faults.add("chat.postMessage", "error:token_revoked")
    await wait_until(story, interview.end + 30 * HOUR, HOUR)  # three are owed by now
    await story.bot.coach.welcome("T0PLAY", "Playground")
    await story.later(minutes=1)
    [nudge] = nudges(story.alice)
    assert "Your scorecard is still missing." in nudge.said


async def test_what_was_asked_for_is_said_in_quiet_hours_but_not_at_three_in_the_morning(story):
    await held(story, over=5 * MINUTE)
    await put_off(story.alice, "tonight")
    await wait_until(story, at("2026-01-06T19:20"))
    story.slack.faults.add("chat.postMessage", "error:internal_error", times=400)
    await wait_until(story, at("2026-01-07T03:00"))
    story.slack.faults.clear()
    await wait_until(story, at("2026-01-07T09:30"))
    assert said_at(nudges(story.alice))[0] == "Wed 09:00"


async def test_a_nudge_that_waits_is_not_sent_once_the_card_is_sealed(story, caplog):
    await held(story)
    story.slack.faults.add("chat.postMessage", "error:internal_error", times=3)
    await story.later(minutes=5)
    caplog.clear()
    assert await story.score(story.alice, 4) == {}
    await wait_until(story, story.clock() + 2 * HOUR)
    assert nudges(story.alice) == []
    warned = [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]
    assert [each for each in warned if "nothing to say" in each] == []


async def test_of_somebody_who_left_the_organiser_hears_at_once(story):
    await held(story)
    story.slack.people["U0ALICE"].deleted = True
    await story.later(minutes=11)
    [told] = missing(story.dana)
    assert "Alice Okafor left before they scored this interview." in told.said
    await wait_until(story, story.clock() + 6 * DAY, HOUR)
    assert len(missing(story.dana)) == 1


async def test_a_shadow_is_reminded_too_and_nobody_hears_of_their_card(story):
    await story.open_job()
    await story.fill_plan("U0ALICE", "U0BOB", due=None)
    await story.dana.pick("role:1", "shadow:0")
    assert await story.cover(COM) == {}
    assert await story.dana.submit() == {}
    await story.score(story.alice, 4)
    await wait_until(story, TUESDAY + 14 * DAY, 2 * HOUR)
    assert len(nudges(story.bob)) == 4
    assert "holding.open" not in buttons(nudges(story.bob)[0])
    assert missing(story.dana) == []


async def test_a_workspace_sets_its_own_ladder(slack, settings, clock):
    steps = (5 * MINUTE, 26 * HOUR)
    settings = settings.model_copy(update={"coach_nudges": steps})
    async with attached(slack, settings, clock) as bot:
        story = Story(slack, bot, clock)
        await story.retire_questions(COM)
        interview = await held(story)
        await wait_until(story, interview.end + 9 * DAY)
        assert said_at(nudges(story.alice)) == ["Tue 11:50", "Wed 13:45"]
        assert said_at(missing(story.dana)) == ["Thu 13:45"]
