from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.debrief.daily import next_daily

BERLIN, SHANGHAI, NEW_YORK = "Europe/Berlin", "Asia/Shanghai", "America/New_York"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "hour", "zone", "due"),
    [
        ("2026-01-05T09:00", "17:00", BERLIN, "2026-01-05T16:00"),  # a Monday
        ("2026-01-05T16:00", "17:00", BERLIN, "2026-01-06T16:00"),  # that very moment is over
        ("2026-01-09T17:00", "17:00", BERLIN, "2026-01-12T16:00"),  # Friday evening: Monday
        ("2026-01-10T03:00", "17:00", BERLIN, "2026-01-12T16:00"),
        ("2026-01-11T23:30", "00:15", BERLIN, "2026-01-12T23:15"),  # Monday has begun there
        ("2026-01-05T09:30", "17:00", SHANGHAI, "2026-01-06T09:00"),
        ("2026-03-27T17:00", "17:00", BERLIN, "2026-03-30T15:00"),  # clocks went forward on Sunday
        ("2026-10-23T16:00", "17:00", BERLIN, "2026-10-26T16:00"),  # and back
        ("2026-03-06T23:00", "17:00", NEW_YORK, "2026-03-09T21:00"),
        ("2026-01-05T09:00", "17:00", "Nowhere/Else", "2026-01-05T17:00"),
    ],
)
def test_the_daily_hour_comes_once_on_every_weekday_by_the_clock_of_the_job(now, hour, zone, due):
    assert next_daily(at(now), hour, zone) == at(due)


@pytest.mark.parametrize(
    ("zone", "before"),
    [
        ("Asia/Beirut", "2022-03-25T12:00"),
        # Egypt turns its clocks on a Friday: forward at midnight, and back.
        ("Africa/Cairo", "2026-04-23T12:00"),
        ("Africa/Cairo", "2026-10-29T12:00"),
    ],
)
@pytest.mark.parametrize("hour", ["00:00", "00:30", "01:00", "02:30", "23:30"])
def test_clocks_that_change_neither_double_nor_drop_an_hour(zone, before, hour):
    now, dates = at(before), []
    for _ in range(5):
        now = next_daily(now, hour, zone)
        dates.append(now.astimezone(ZoneInfo(zone)).date())
    assert len(set(dates)) == 5
    assert all(date.weekday() < 5 for date in dates)
    assert all((later - date).days in {1, 3} for date, later in pairwise(dates))


@given(st.integers(1_577_836_800, 2_051_222_400).map(lambda at: datetime.fromtimestamp(at, UTC)))
def test_it_is_always_ahead_and_never_further_than_a_weekend(now):
    due = next_daily(now, "17:00", BERLIN)
    assert 0 < (due - now).total_seconds() <= 3 * 86400 + 3600
