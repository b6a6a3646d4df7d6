"""When a digest comes: once for a Monday, by the clock on the wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.digest import HOUR, LATE, Digest, due, weeks_of
from tests.coaching.zones import NAMES

WEEK = timedelta(weeks=1)


def utc(*when):
    return datetime(*when, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "at"),
    [
        ("UTC", utc(2026, 1, 4, 23), utc(2026, 1, 5, 9)),  # a Sunday
        ("UTC", utc(2026, 1, 5, 8, 59), utc(2026, 1, 5, 9)),
        ("UTC", utc(2026, 1, 5, 9), utc(2026, 1, 12, 9)),
        ("Asia/Shanghai", utc(2026, 1, 5, 0, 59), utc(2026, 1, 5, 1)),
        ("Asia/Shanghai", utc(2026, 1, 4, 17), utc(2026, 1, 5, 1)),  # Monday there
        ("America/New_York", utc(2026, 1, 5, 9), utc(2026, 1, 5, 14)),
        ("Europe/Berlin", utc(2026, 3, 28), utc(2026, 3, 30, 7)),  # summer has begun
        ("Europe/Berlin", utc(2026, 3, 23, 8), utc(2026, 3, 30, 7)),
        ("Europe/Berlin", utc(2026, 10, 19, 7), utc(2026, 10, 26, 8)),  # and is over
        ("Pacific/Kiritimati", utc(2026, 1, 4, 18), utc(2026, 1, 4, 19)),
        ("Nowhere/Land", utc(2026, 1, 5), utc(2026, 1, 5, 9)),
    ],
)
def test_it_comes_on_mondays_at_nine_on_the_wall(zone, now, at):
    assert due(zone, now) == at


@given(st.sampled_from(NAMES), st.integers(0, 15_000 * 24 * 60))
def test_it_comes_once_for_each_monday_whatever_the_clocks_do(zone, minutes):
    now = utc(2000, 1, 1) + timedelta(minutes=minutes)
    digest = Digest.begun("G1", "U1", "en", zone, now)
    days = []
    for _ in range(60):
        assert digest.due_at > now
        local = digest.due_at.astimezone(ZoneInfo(zone))
        assert (local.weekday(), local.time()) == (0, HOUR)
        now = digest.due_at
        assert digest.comes(now)
        digest = digest.taken(now)
        days.append(date.fromisoformat(digest.last_on))
    assert all(after - before == WEEK for before, after in pairwise(days))


def test_one_that_is_less_than_a_day_late_still_comes_and_another_is_skipped():
    digest = Digest.begun("G1", "U1", "en", "Europe/Berlin", utc(2026, 1, 1))
    at = digest.due_at
    soon, late = at + LATE - timedelta(seconds=1), at + LATE
    assert digest.comes(soon)
    assert digest.taken(soon).last_on == "2026-01-05"
    assert not digest.comes(late)
    assert digest.taken(late).last_on == ""
    assert digest.taken(soon).due_at == digest.taken(late).due_at == at + WEEK
    assert digest.taken(at + 3 * WEEK).due_at == at + 4 * WEEK


def test_a_clock_that_is_changed_brings_no_second_one_on_the_same_date():
    digest = Digest.begun("G1", "U1", "en", "Asia/Shanghai", utc(2026, 1, 1))
    said = digest.taken(digest.due_at)
    moved = said.moved("America/New_York", digest.due_at + timedelta(hours=1))
    assert moved.due_at == utc(2026, 1, 12, 14)
    waiting = digest.moved("America/New_York", utc(2026, 1, 2))
    assert waiting.due_at == utc(2026, 1, 5, 14)
    assert not replace(moved, due_at=utc(2026, 1, 5, 14)).comes(utc(2026, 1, 5, 14))


def test_a_week_is_as_long_as_the_clocks_make_it():
    before, begins, ends = weeks_of("Europe/Berlin", date(2026, 3, 23))
    assert (before, begins) == (utc(2026, 3, 15, 23), utc(2026, 3, 22, 23))
    assert ends == utc(2026, 3, 29, 22)
