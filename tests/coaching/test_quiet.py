"""When nobody is reminded, where clocks change and where they do not."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coaching.reminding.quiet import Quiet, moment
from tests.coaching.zones import QUARTER, ZONES, instants, quiets

USUAL = Quiet()
DAILY = Quiet(weekends=False)
AWAKE = Quiet(time(0), time(0), weekends=False)
WEEKENDS = Quiet(time(0), time(0))
EVENINGS = Quiet(time(21), time(0), weekends=False)
UNTIL_HALF_PAST_TWO = Quiet(time(22), time(2, 30), weekends=False)
FROM_HALF_PAST_TWO = Quiet(time(2, 30), time(9), weekends=False)
BERLIN = ZoneInfo("Europe/Berlin")
SIESTA = Quiet(time(12, 30), time(15), weekends=False)
LATE = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)  # 02:45 in Berlin, the first time
AGAIN = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)  # 02:15, the second time
HOURS = [
    # quiet hours, zone, local time, first local time that is not quiet
    (USUAL, "Europe/London", "2026-01-06T08:59", "2026-01-06T09:00"),  # a Tuesday
    (USUAL, "Europe/London", "2026-01-06T09:00", "2026-01-06T09:00"),
    (USUAL, "Europe/London", "2026-01-06T18:59:59", "2026-01-06T18:59:59"),
    (USUAL, "Europe/London", "2026-01-06T19:00", "2026-01-07T09:00"),
    (USUAL, "Europe/London", "2026-01-06T03:00", "2026-01-06T09:00"),
    (USUAL, "Asia/Kathmandu", "2026-01-09T18:59", "2026-01-09T18:59"),  # a Friday, at +5:45
    (USUAL, "Asia/Kathmandu", "2026-01-09T19:00", "2026-01-12T09:00"),
    (USUAL, "America/St_Johns", "2026-01-10T12:00", "2026-01-12T09:00"),  # a Saturday, at -3:30
    (DAILY, "America/St_Johns", "2026-01-10T12:00", "2026-01-10T12:00"),
    (DAILY, "Asia/Shanghai", "2026-01-11T02:00", "2026-01-11T09:00"),
    (USUAL, "Asia/Shanghai", "2025-12-31T23:59", "2026-01-01T09:00"),
    (USUAL, "Asia/Shanghai", "2028-02-28T23:59", "2028-02-29T09:00"),
    (SIESTA, "Europe/Madrid", "2026-01-06T12:29", "2026-01-06T12:29"),
    (SIESTA, "Europe/Madrid", "2026-01-06T12:30", "2026-01-06T15:00"),
    (SIESTA, "Europe/Madrid", "2026-01-06T23:00", "2026-01-06T23:00"),
    (AWAKE, "Europe/Madrid", "2026-01-10T03:00", "2026-01-10T03:00"),
    (WEEKENDS, "Europe/Madrid", "2026-01-10T03:00", "2026-01-12T00:00"),
    (USUAL, "Europe/London", "2026-03-27T20:00", "2026-03-30T09:00"),  # clocks change on Sunday
    (USUAL, "Europe/London", "2026-10-23T20:00", "2026-10-26T09:00"),
    # 02:00 to 03:00 is skipped: what would end in it ends with it
    (UNTIL_HALF_PAST_TWO, "Europe/Berlin", "2026-03-29T01:00", "2026-03-29T03:00"),
    (UNTIL_HALF_PAST_TWO, "Europe/Berlin", "2026-03-29T01:45:00.5", "2026-03-29T03:00"),
    # 02:00 to 03:00 comes twice
    (UNTIL_HALF_PAST_TWO, "Europe/Berlin", "2026-10-25T01:00", "2026-10-25T02:30"),
    # no midnight in Cairo on this Friday
    (EVENINGS, "Africa/Cairo", "2026-04-23T22:00", "2026-04-24T01:00"),
    # half an hour is skipped
    (DAILY, "Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-04T09:00"),
    # no Friday in Samoa when it changed sides of the date line
    (USUAL, "Pacific/Apia", "2011-12-29T20:00", "2012-01-02T09:00"),
    (DAILY, "Pacific/Apia", "2011-12-29T20:00", "2011-12-31T09:00"),
]


@pytest.mark.parametrize(("quiet", "zone", "local", "expected"), HOURS)
def test_quiet_ends_at_the_next_allowed_minute(quiet, zone, local, expected):
    there = ZoneInfo(zone)
    opens = quiet.opens(utc(local, there), there)
    assert opens.tzinfo is UTC
    assert opens.astimezone(there).replace(tzinfo=None) == datetime.fromisoformat(expected)


def test_an_hour_that_comes_twice_is_quiet_both_times():
    first = utc("2026-10-25T02:00", BERLIN)
    minutes = range(0, 150, 15)
    covered = [
        UNTIL_HALF_PAST_TWO.covers(first + timedelta(minutes=each), BERLIN) for each in minutes
    ]
    assert covered == [True, True, False, False, True, True, False, False, False, False]


def test_a_moment_in_the_hour_that_comes_again_waits_for_its_own_end():
    assert UNTIL_HALF_PAST_TWO.opens(AGAIN, BERLIN) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_clocks_put_back_to_before_quiet_hours_open_them():
    assert FROM_HALF_PAST_TWO.opens(LATE, BERLIN) == datetime(2026, 10, 25, 1, tzinfo=UTC)


@given(quiets, ZONES, instants)
@example(FROM_HALF_PAST_TWO, BERLIN, LATE)
@example(UNTIL_HALF_PAST_TWO, BERLIN, AGAIN)
def test_the_first_quarter_of_an_hour_that_is_not_quiet_is_found(quiet, zone, start):
    at = start
    while silent(quiet, at, zone):
        at += QUARTER
    assert quiet.opens(start, zone) == at


@given(quiets, ZONES, instants, st.timedeltas(timedelta(0), timedelta(days=4)))
def test_who_asks_later_is_never_answered_earlier(quiet, zone, at, pause):
    first, then = quiet.opens(at, zone), quiet.opens(at + pause, zone)
    assert at <= first <= then
    assert quiet.opens(first, zone) == first


def test_a_local_time_that_is_skipped_comes_as_late_as_it_would_have():
    day = datetime(2026, 3, 29, tzinfo=UTC).date()
    assert moment(day, time(2, 30), BERLIN).astimezone(BERLIN).time() == time(3, 30)


def silent(quiet, at, zone):
    """Tell it another way: by the minutes since quiet hours began, around the clock."""
    local = at.astimezone(zone)
    began, ends = (each.hour * 60 + each.minute for each in (quiet.start, quiet.end))
    since = (local.hour * 60 + local.minute - began) % 1440
    return since < (ends - began) % 1440 or (quiet.weekends and local.isoweekday() > 5)


def utc(local, zone):
    return datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)
