"""When somebody is reminded of a scorecard, and when the organiser hears of it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import CoachingError
from coaching.reminding.nudging import (
    FARTHEST,
    FIRST,
    HOUR,
    MOST,
    Chosen,
    Ladder,
    Nudge,
    Reminders,
    Wishes,
    before,
    due,
    later,
)
from coaching.reminding.quiet import DAY, Quiet
from tests.coaching.zones import ZONES, instants, quiets

MINUTE = timedelta(minutes=1)
NIGHTLY = Quiet(weekends=False)
NONE = Quiet(time(0), time(0), weekends=False)
LONDON = Wishes(ZoneInfo("Europe/London"), Quiet())
USUAL = Ladder()


def at(local, zone="Europe/London"):
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def story(end, wishes, ladder=USUAL, late=MINUTE * 0):
    """Send everything as it falls due, each as late as ``late``; return all nudges."""
    reminders, nudges, now = Reminders(end), [], end
    while nudge := due(reminders, wishes, ladder, now):
        if nudge.at > now:
            now = due(reminders, wishes, ladder, nudge.at + late).at
            continue
        nudges.append(nudge)
        if nudge.to == "organiser":
            reminders = replace(reminders, told=True)
        else:
            reminders = replace(reminders, sent=reminders.sent + 1, last=now)
    return nudges


def told(nudges, zone):
    return [f"{nudge.at.astimezone(ZoneInfo(zone)):%a %H:%M}" for nudge in nudges]


STORIES = [
    # end of the interview, zone, quiet hours, nudges and then the word to the organiser
    (
        "2026-01-06T10:45",
        "Europe/London",
        Quiet(),
        ["Tue 10:50", "Tue 13:45", "Wed 09:00", "Fri 10:45", "Sat 10:45"],
    ),
    (  # two steps fall into one night
        "2026-01-06T18:58",
        "Asia/Shanghai",
        Quiet(),
        ["Wed 09:00", "Wed 16:58", "Fri 18:58", "Sat 18:58"],
    ),
    (  # a weekend takes what falls into it together
        "2026-01-09T17:00",
        "America/St_Johns",
        Quiet(),
        ["Fri 17:05", "Mon 09:00", "Mon 17:00", "Tue 17:00"],
    ),
    (
        "2026-01-09T17:00",
        "Asia/Kathmandu",
        NIGHTLY,
        ["Fri 17:05", "Sat 09:00", "Sat 15:00", "Mon 17:00", "Tue 17:00"],
    ),
    (  # everything before Monday is one
        "2026-01-09T18:56",
        "Asia/Kolkata",
        Quiet(),
        ["Mon 09:00", "Mon 18:56", "Tue 18:56"],
    ),
    (  # at three in the morning, for somebody who sleeps by day
        "2026-01-06T02:55",
        "Europe/London",
        Quiet(time(8), time(20), weekends=False),
        ["Tue 03:00", "Tue 05:55", "Wed 00:55", "Fri 02:55", "Sat 02:55"],
    ),
    (  # an hour less between Saturday and Sunday: hours that have passed count
        "2026-03-28T12:00",
        "Europe/London",
        NONE,
        ["Sat 12:05", "Sat 15:00", "Sun 11:00", "Tue 13:00", "Wed 13:00"],
    ),
    (  # the hour after one comes twice
        "2026-10-25T00:30",
        "Europe/London",
        NONE,
        ["Sun 00:35", "Sun 02:30", "Sun 21:30", "Tue 23:30", "Wed 23:30"],
    ),
    (  # no Friday in Samoa
        "2011-12-29T17:00",
        "Pacific/Apia",
        NIGHTLY,
        ["Thu 17:05", "Sat 09:00", "Sat 15:00", "Mon 17:00", "Tue 17:00"],
    ),
]


@pytest.mark.parametrize(("end", "zone", "quiet", "expected"), STORIES)
def test_a_card_that_nobody_writes(end, zone, quiet, expected):
    nudges = story(at(end, zone), Wishes(ZoneInfo(zone), quiet))
    assert told(nudges, zone) == expected
    assert [nudge.to for nudge in nudges[:-1]] == ["interviewer"] * (len(expected) - 1)
    assert nudges[-1].to == "organiser"


@pytest.mark.parametrize("hour", range(9, 19))
@pytest.mark.parametrize("minute", [0, 20, 59])
def test_the_next_day_reminds_while_the_card_is_still_in_time(hour, minute):
    end = at(f"2026-01-06T{hour:02}:{minute:02}")
    mornings = [nudge.at for nudge in story(end, LONDON) if nudge.at.day == 7]
    assert mornings
    assert max(mornings) <= end + DAY


def test_a_person_who_moves_is_reminded_by_the_new_zone():
    end = at("2026-01-06T17:00")
    waiting = Reminders(end, 1, end + FIRST)
    assert due(waiting, LONDON, USUAL, end + HOUR).at == at("2026-01-07T09:00")
    moved = replace(LONDON, zone=ZoneInfo("America/New_York"))
    assert due(waiting, moved, USUAL, end + HOUR).at == end + 3 * HOUR  # three in the afternoon
    farther = replace(LONDON, zone=ZoneInfo("Asia/Shanghai"))
    assert due(waiting, farther, USUAL, end + HOUR).at == at("2026-01-07T01:00")


def test_an_interview_that_is_put_off_takes_its_nudges_along():
    before_it, end = at("2026-01-06T10:50"), at("2026-01-08T10:45")
    chosen = Chosen("tomorrow", before_it + MINUTE)
    put_off = Reminders(end, 1, before_it, chosen)
    assert due(put_off, LONDON, USUAL, before_it + HOUR).at == end + FIRST


def test_somebody_who_wants_no_nudges_gets_none_and_no_less_time():
    end = at("2026-01-06T10:45")
    off = replace(LONDON, off=True)
    patient = story(end, LONDON)[-1]
    assert due(Reminders(end), off, USUAL, end) == patient
    wanted = Reminders(end, 1, end + FIRST, Chosen("hour", end + FIRST))
    assert due(wanted, off, USUAL, end) == patient


def test_the_organiser_is_told_once():
    end = at("2026-01-06T10:45")
    reminders = Reminders(end, 4, end + 3 * DAY)
    assert due(reminders, LONDON, USUAL, end + 9 * DAY) == Nudge(end + 9 * DAY, "organiser")
    assert due(replace(reminders, told=True), LONDON, USUAL, end + 9 * DAY) is None


def test_pressing_later_four_times_does_not_bring_the_organiser_sooner():
    end = at("2026-01-06T10:45")
    last = end + 4 * HOUR
    used_up = Reminders(end, 4, last, Chosen("hour", last + MINUTE))
    assert not used_up.can_wait
    assert due(used_up, LONDON, USUAL, last) == Nudge(end + 4 * DAY, "organiser")


def test_what_was_asked_for_comes_instead_of_the_next_step_and_in_quiet_hours():
    end = at("2026-01-06T15:00")
    asked = Reminders(end, 1, end + FIRST, Chosen("tonight", end + 10 * MINUTE))
    tonight = due(asked, LONDON, USUAL, end + HOUR)
    assert tonight == Nudge(at("2026-01-06T19:30"), "interviewer")
    after = replace(asked, sent=2, last=tonight.at)  # the step at 18:00 is done with
    assert due(after, LONDON, USUAL, tonight.at).at == at("2026-01-07T13:00")


def test_what_was_asked_for_and_missed_by_long_keeps_quiet_hours():
    end = at("2026-01-06T15:00")
    asked = Reminders(end, 1, end + FIRST, Chosen("tonight", end + 10 * MINUTE))
    soon, long_after = at("2026-01-06T20:30"), at("2026-01-06T20:31")
    assert due(asked, LONDON, USUAL, soon).at == soon
    assert due(asked, LONDON, USUAL, long_after).at == at("2026-01-07T09:00")


def test_tonight_is_in_the_zone_where_the_person_is_tonight():
    end = at("2026-01-06T10:00")
    asked = Reminders(end, 1, end + FIRST, Chosen("tonight", end + 10 * MINUTE))
    there = replace(LONDON, zone=ZoneInfo("America/New_York"))
    assert due(asked, there, USUAL, end + HOUR).at == at("2026-01-06T19:30", "America/New_York")


LATER = [
    # choice, pressed at, quiet hours, zone, the moment meant
    ("hour", "2026-01-06T10:50", Quiet(), "Europe/London", "2026-01-06T11:50"),
    ("hour", "2026-01-09T23:30", Quiet(), "Europe/London", "2026-01-10T00:30"),
    ("hour", "2026-03-29T00:30", Quiet(), "Europe/London", "2026-03-29T02:30"),  # an hour skipped
    ("tonight", "2026-01-06T10:50", Quiet(), "Asia/Kolkata", "2026-01-06T19:30"),
    ("tonight", "2026-01-10T10:50", Quiet(), "Asia/Kolkata", "2026-01-10T19:30"),  # a Saturday
    ("tonight", "2026-01-06T19:15", Quiet(), "Asia/Kolkata", "2026-01-06T20:15"),
    ("tonight", "2026-01-07T00:30", Quiet(), "Asia/Kolkata", "2026-01-07T01:30"),
    ("tonight", "2026-01-07T04:00", Quiet(), "Asia/Kolkata", "2026-01-07T19:30"),
    ("tomorrow", "2026-01-06T10:50", Quiet(), "Europe/London", "2026-01-07T09:15"),
    ("tomorrow", "2026-01-09T17:05", Quiet(), "Europe/London", "2026-01-12T09:15"),  # Friday
    ("tomorrow", "2026-01-09T17:05", NIGHTLY, "Europe/London", "2026-01-10T09:15"),
    ("tomorrow", "2026-01-07T00:30", Quiet(), "Europe/London", "2026-01-07T09:15"),
    ("tomorrow", "2026-01-06T10:50", NONE, "Europe/London", "2026-01-07T09:15"),
    ("tomorrow", "2026-01-06T10:50", Quiet(time(22), time(6)), "Europe/London", "2026-01-07T06:15"),
    ("tomorrow", "2026-01-06T10:50", Quiet(time(8), time(20)), "Europe/London", "2026-01-07T20:15"),
    ("tomorrow", "2026-12-31T10:50", Quiet(), "Pacific/Kiritimati", "2027-01-01T09:15"),
    ("tomorrow", "2026-10-24T10:50", NIGHTLY, "Europe/London", "2026-10-25T09:15"),
    ("tomorrow", "2011-12-29T10:50", NIGHTLY, "Pacific/Apia", "2011-12-31T09:15"),
    # up at half past three, when quiet hours are over already
    (
        "tomorrow",
        "2026-01-07T03:30",
        Quiet(time(21), time(3)),
        "Europe/London",
        "2026-01-07T04:30",
    ),
]


@pytest.mark.parametrize(("choice", "pressed", "quiet", "zone", "meant"), LATER)
def test_later_is_what_a_person_means_by_it(choice, pressed, quiet, zone, meant):
    assert later(choice, at(pressed, zone), ZoneInfo(zone), quiet) == at(meant, zone)


def test_the_kit_comes_again_a_quarter_of_an_hour_before_even_at_night():
    start = at("2026-01-10T03:00")
    assert before(start, start - DAY) == at("2026-01-10T02:45")
    assert before(start, start - 30 * MINUTE) == at("2026-01-10T02:45")
    assert before(start, start - 29 * MINUTE) is None  # the kit has only just come
    assert before(start, start + DAY) is None


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ((), "always comes 5 minutes after"),
        ((timedelta(0),), "always comes 5 minutes after"),
        ((-FIRST, HOUR), "always comes 5 minutes after"),
        ((3 * HOUR, FIRST), "always comes 5 minutes after"),
        ((FIRST, 2 * HOUR, 4 * HOUR, 6 * HOUR, 8 * HOUR), "{n} reminders at most"),
        ((FIRST, HOUR), "at least an hour after"),
        ((FIRST, DAY, 3 * HOUR), "at least an hour after"),
        ((FIRST, -DAY), "at least an hour after"),
        ((FIRST, FARTHEST + MINUTE), "is too late"),
    ],
)
def test_a_ladder_that_would_pester_is_refused(steps, why):
    with pytest.raises(CoachingError) as refused:
        Ladder(steps)
    assert why in refused.value.phrase.text
    assert refused.value.fields.keys() == {"ladder"}


def test_a_ladder_may_be_short_or_long():
    for steps in [(FIRST,), (FIRST, FIRST + HOUR), (FIRST, FARTHEST)]:
        assert Ladder(steps).steps == steps


GAPS = st.integers(60, 60 * 24 * 4).map(lambda minutes: minutes * MINUTE)


@st.composite
def ladders(draw):
    steps = [FIRST]
    for gap in draw(st.lists(GAPS, max_size=MOST - 1)):
        steps.append(steps[-1] + gap)
    return Ladder(tuple(steps))


LADDERS = st.one_of(st.just(USUAL), ladders())
WISHES = st.builds(Wishes, ZONES, quiets)
LATE = st.timedeltas(timedelta(0), timedelta(days=2))


@given(instants, WISHES, LADDERS, LATE)
def test_nobody_is_reminded_too_soon_too_often_or_in_quiet_hours(end, wishes, ladder, late):
    *nudges, last = story(end, wishes, ladder, late)
    moments = [nudge.at for nudge in nudges]
    assert [nudge.to for nudge in nudges] == ["interviewer"] * len(nudges)
    assert last.to == "organiser"
    assert 1 <= len(moments) <= len(ladder.steps) <= MOST
    assert moments[0] >= end + FIRST
    assert all(then - once >= HOUR for once, then in pairwise(moments))
    assert not any(wishes.quiet.covers(moment, wishes.zone) for moment in moments)
    assert last.at >= max(moments[-1], end + ladder.steps[-1]) + DAY


@given(instants, WISHES, LADDERS)
def test_each_step_has_its_nudge_and_each_nudge_a_step(end, wishes, ladder):
    """Clocks that change neither double one nor drop one."""
    *nudges, _ = story(end, wishes, ladder)
    steps = [end + step for step in ladder.steps]
    since = end
    for nudge in nudges:
        answered = [step for step in steps if since < step <= nudge.at]
        assert answered
        earliest = max(answered[0], since + HOUR) if since > end else answered[0]
        assert nudge.at == wishes.quiet.opens(earliest, wishes.zone)
        since = nudge.at
    assert since >= steps[-1]


@st.composite
def states(draw):
    """Return what may be known of a card while it is reminded of."""
    end = draw(instants)
    sent = draw(st.integers(0, MOST))
    last = end + draw(st.timedeltas(FIRST, 5 * DAY)) if sent else None
    choice = st.sampled_from(["hour", "tonight", "tomorrow"])
    pressed = st.timedeltas(-DAY, 2 * DAY).map(lambda pause: (last or end) + pause)
    chosen = draw(st.none() | st.builds(Chosen, choice, pressed))
    return Reminders(end, sent, last, chosen, draw(st.booleans()))


NOWS = st.timedeltas(-DAY, 9 * DAY)


@given(states(), WISHES, st.booleans(), LADDERS, NOWS, st.timedeltas(timedelta(0), 4 * DAY))
def test_who_looks_later_never_finds_an_earlier_moment(card, wishes, off, ladder, since, pause):
    wishes, now = replace(wishes, off=off), card.end + since
    first, then = (due(card, wishes, ladder, each) for each in (now, now + pause))
    if first is None:
        assert then is None
        return
    assert now <= first.at <= then.at
    assert first.to == then.to
    assert due(card, wishes, ladder, first.at) == first  # what is due at a moment is sent then


@given(states(), WISHES, LADDERS, NOWS)
def test_only_what_was_asked_for_comes_in_quiet_hours(card, wishes, ladder, since):
    nudge = due(card, wishes, ladder, card.end + since)
    if nudge is None or nudge.to == "organiser":
        return
    assert card.sent < MOST
    assert nudge.at >= card.end + FIRST
    assert card.last is None or nudge.at >= card.last + HOUR
    assert card.asked or not wishes.quiet.covers(nudge.at, wishes.zone)


@given(instants, ZONES, quiets)
def test_later_is_an_hour_off_or_more_and_never_a_week(pressed, zone, quiet):
    hour, tonight, tomorrow = (
        later(choice, pressed, zone, quiet) for choice in ("hour", "tonight", "tomorrow")
    )
    assert hour == pressed + HOUR
    assert hour <= tonight < pressed + DAY + HOUR
    assert hour <= tomorrow < pressed + 5 * DAY
    assert tomorrow == hour or not quiet.covers(tomorrow, zone)
