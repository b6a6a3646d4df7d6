"""What the steps of an interview say about how it kept to its plan."""

from datetime import timedelta

import pytest
from hypothesis import given

from coaching.guide.fidelity import fidelity
from coaching.guide.stops import CLOSING, OPENING
from coaching.guide.walking import walk
from tests.coaching.walks import KEYS, STOPS, at, begun, guide, walks


def test_a_whole_interview_is_told_line_by_line():
    told = fidelity(
        begun(
            (6, "use", "q1", "p2"),
            (9, "use", "q1", "p1"),
            (16, "next", "q1"),
            (25, "next", "q2"),
            (26, "skip", "com", "covered"),
            (33, "go", "q3", CLOSING),
            (38, "finish", CLOSING),
        )
    )
    lines = {
        kept.stop.key: (kept.asked_at, kept.skipped, kept.probes, kept.spent.minutes)
        for kept in told.kept
    }
    assert lines == {
        OPENING: (at(0), None, (), 4),
        "q1": (at(4), None, ("p2", "p1"), 12),
        "q2": (at(16), None, (), 9),
        "com": (None, "covered", (), 1),
        "q3": (at(26), None, (), 7),
        CLOSING: (at(33), None, (), 5),
    }
    assert (told.planned, told.spent.minutes, told.spent.estimated) == (46, 38, False)
    assert told.off_order == ()


def test_what_was_never_reached_is_neither_asked_nor_skipped():
    told = fidelity(begun((14, "go", "q1", CLOSING), (19, "finish", CLOSING)))
    open_ = [k.stop.key for k in told.kept if k.asked_at is None and k.skipped is None]
    assert open_ == ["q2", "com", "q3"]


def test_a_pause_makes_the_whole_an_estimate():
    told = fidelity(begun((300, "finish", "q1")))
    assert (told.spent.minutes, told.spent.estimated) == (24, True)


def test_nothing_has_happened_before_the_start():
    told = fidelity(guide())
    assert (told.spent.time, told.off_order) == (timedelta(), ())
    assert not any(kept.asked_at or kept.skipped for kept in told.kept)


@pytest.mark.parametrize(
    ("told", "off_order"),
    [
        ([(5, "next", "q1"), (6, "next", "q2"), (7, "next", "com")], ()),
        ([(5, "go", "q1", "q3"), (6, "go", "q3", "q2"), (7, "next", "q2")], ("q3",)),
        ([(5, "go", "q1", "com"), (6, "go", "com", "q2")], ("q2",)),
        # skipped by mistake, and asked at once
        (
            [(5, "next", "q1"), (6, "skip", "q2", "other"), (7, "back", "com"), (9, "next", "q2")],
            (),
        ),
        # skipped, and asked at last
        (
            [
                (5, "skip", "q1", "other"),
                (6, "next", "q2"),
                (7, "next", "com"),
                (8, "go", "q3", "q1"),
                (9, "go", "q1", CLOSING),
            ],
            ("q1",),
        ),
        ([(5, "skip", "q1", "other"), (6, "go", "q2", OPENING)], ()),
    ],
)
def test_the_fewest_questions_are_said_to_be_out_of_order(told, off_order):
    assert fidelity(begun(*told)).off_order == off_order


@given(walks())
def test_a_question_is_asked_or_skipped_or_open_and_its_time_is_in_the_sum(taken):
    found = walk(STOPS, taken)
    told = fidelity(found)
    assert [kept.stop.key for kept in told.kept] == list(KEYS)
    assert not any(kept.asked_at and kept.skipped for kept in told.kept)
    assert {kept.stop.key for kept in told.kept if kept.asked_at or kept.skipped} == {
        visit.key for visit in found.trail
    }
    assert told.spent.time == sum((kept.spent.time for kept in told.kept), timedelta())


@given(walks())
def test_without_what_is_off_order_the_rest_was_asked_in_order(taken):
    told = fidelity(walk(STOPS, taken))
    times = [k.asked_at for k in told.kept if k.asked_at and not k.stop.script]
    rest = [
        kept.asked_at
        for kept in told.kept
        if kept.asked_at and not kept.stop.script and kept.stop.key not in told.off_order
    ]
    assert rest == sorted(rest)
    assert bool(told.off_order) == (times != sorted(times))
