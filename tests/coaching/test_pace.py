"""Whether an interview of 50 minutes, 46 of them planned, will end in time."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.guide.pace import Pace, pace
from coaching.guide.stops import CLOSING, OPENING
from coaching.guide.walking import walk
from tests.coaching.walks import START, STOPS, at, begun, guide, walks

CASES = [
    # steps from q1 at minute 4 on, now, expected
    ([], (4, 0), Pace(1, 4, 46, 0, 0, ())),
    ([], (4, 1), Pace(1, 4, 45, 0, 0, ())),  # a minute that is not whole is not promised
    ([], (18, 59), Pace(1, 4, 31, 0, 0, ())),  # behind by less than a minute
    ([], (19, 0), Pace(1, 4, 31, 0, 1, ("q3",))),
    ([], (27, 0), Pace(1, 4, 23, 0, 9, ("com",))),  # q3 is shorter, and still fits
    ([], (28, 0), Pace(1, 4, 22, 0, 10, ("com", "q3"))),
    ([], (50, 30), Pace(1, 4, 0, 0, 32, ("q2", "com", "q3"))),
    ([], (51, 0), Pace(1, 4, 0, 1, 33, ("q2", "com", "q3"))),
    ([(14, "next", "q1")], (31, 0), Pace(2, 4, 19, 0, 3, ("q3",))),
    ([(14, "next", "q1"), (31, "skip", "q2", "no_time")], (31, 0), Pace(3, 4, 19, 0, 3, ("q3",))),
    ([(14, "next", "q1"), (31, "go", "q2", "q3")], (31, 0), Pace(4, 4, 19, 0, 3, ("com",))),
    # a glance at q2 leaves it to be asked, with what is left of its time
    ([(14, "next", "q1"), (15, "back", "q2")], (19, 0), Pace(1, 4, 31, 0, 0, ())),
    ([(14, "next", "q1"), (15, "back", "q2")], (20, 0), Pace(1, 4, 30, 0, 1, ("q3",))),
    ([(40, "go", "q1", CLOSING)], (46, 0), Pace(None, 4, 4, 0, 23, ("q2", "com", "q3"))),
    ([(40, "finish", "q1")], (70, 0), Pace(None, 4, 10, 0, 0, ())),
    ([(53, "finish", "q1")], (70, 0), Pace(None, 4, 0, 3, 0, ())),
]


@pytest.mark.parametrize(("told", "now", "expected"), CASES)
def test_the_pace_of_an_interview(told, now, expected):
    assert pace(begun(*told), START, 50, at(*now)) == expected


def test_the_closing_keeps_its_minutes_to_the_end():
    asked = [(14, "next", "q1"), (24, "next", "q2"), (33, "next", "com"), (41, "next", "q3")]
    last = begun(*asked)
    assert pace(last, START, 50, at(45)) == Pace(None, 4, 5, 0, 0, ())
    assert pace(last, START, 50, at(52)) == Pace(None, 4, 0, 2, 2, ())
    returned = begun(*asked, (42, "back", CLOSING))
    assert (
        pace(returned, START, 50, at(48)).behind == 2
    )  # four minutes of closing, and two are left


def test_before_the_start_everything_is_to_come():
    assert pace(guide(), START, 50, at(-5)) == Pace(None, 4, 55, 0, 0, ())
    assert pace(guide(), START, 50, at(10)) == Pace(None, 4, 40, 0, 6, ("q3",))
    assert pace(guide((0, "start")), START, 50, at(0)) == Pace(None, 4, 50, 0, 0, ())


def test_more_time_for_one_candidate_is_simply_a_longer_interview():
    assert not pace(begun(), START, 50, at(25)).on_time
    assert pace(begun(), START, 60, at(25)).on_time


@given(walks(), st.integers(0, 120), st.integers(0, 3600))
def test_no_number_is_negative_and_what_does_not_fit_is_said_together(taken, minutes, second):
    found = walk(STOPS, taken)
    told = pace(found, START, minutes, at(0, second))
    assert min(told.left, told.over, told.behind) >= 0
    assert not (told.left and told.over)
    assert told.behind or not told.unfit
    assert not {found.current.key if found.current else None, OPENING, CLOSING} & set(told.unfit)
    assert not any(found.settled(key) for key in told.unfit)


@given(walks(), st.integers(0, 5400), st.integers(0, 600))
def test_time_that_passes_never_brings_anybody_forward(taken, second, more):
    found = walk(STOPS, taken)
    now = max([at(0, second), *(visit.since for visit in found.trail)])
    early, late = (pace(found, START, 50, now + timedelta(seconds=s)) for s in (0, more))
    assert early.left >= late.left
    assert early.over <= late.over
    assert early.behind <= late.behind
