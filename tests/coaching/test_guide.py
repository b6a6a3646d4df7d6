"""Where the live guide is after every kind of step, however often and late it comes."""

import json
from datetime import datetime, timedelta, timezone
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.guide.step import Step
from coaching.guide.stops import CLOSING, OPENING, stops
from coaching.guide.walking import after, walk
from questions.library import Library
from tests.coaching.walks import KEYS, START, STOPS, at, begun, guide, steps, walks
from tests.examples import ITEMS
from tests.questions.packs import SHIPPED


def place(found):
    return found.current.key if found.current else None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "q1"),
        ([(14, "next", "q1")], "q2"),
        ([(14, "next", "q1"), (15, "back", "q2")], "q1"),
        ([(5, "back", "q1")], OPENING),
        ([(5, "back", "q1"), (6, "back", OPENING)], OPENING),  # there is nothing before it
        ([(9, "skip", "q1", "no_time")], "q2"),
        ([(9, "skip", "q1", "bored")], "q1"),  # a reason that nobody offers
        ([(5, "back", "q1"), (6, "skip", OPENING, "other")], OPENING),  # a script is not skipped
        ([(9, "go", "q1", "q3")], "q3"),
        ([(9, "go", None, "q3")], "q3"),  # from a menu
        ([(9, "go", "q1", "gone")], "q1"),
        ([(9, "go", "q1", CLOSING)], CLOSING),
        ([(9, "go", "q1", CLOSING), (10, "next", CLOSING)], CLOSING),  # nothing after it
        ([(9, "finish", "q1")], None),
        ([(9, "finish", None)], None),
        ([(9, "finish", "q1"), (10, "next", "q1")], None),
        ([(9, "finish", "q1"), (10, "reopen")], "q1"),
        ([(9, "reopen")], "q1"),
        ([(9, "start")], "q1"),
        ([(9, "finish", "q1"), (10, "start")], None),
        ([(9, "next", None)], "q1"),  # a press on no card
        ([(9, "dance", "q1")], "q1"),
    ],
)
def test_each_move_leads_where_it_says(told, expected):
    assert place(begun(*told)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(14, "next", "q1"), (14, "next", "q1")], "q2"),  # pressed twice, in two presses
        ([(14, "next", "q1"), (15, "next", "q2"), (16, "next", "q2")], "com"),
        ([(14, "next", "q1"), (15, "skip", "q1", "no_time")], "q2"),
        ([(14, "next", "q1"), (15, "finish", "q1")], "q2"),
        ([(14, "next", "q1"), (15, "go", "q1", "q3")], "q2"),
        ([(14, "next", "q1"), (16, "back", "q2"), (15, "next", "q1")], "q1"),  # of the first visit
        ([(14, "next", "q1"), (16, "back", "q2"), (17, "next", "q1")], "q2"),
        ([(14, "finish", "q1"), (16, "reopen"), (15, "finish", "q1")], "q1"),
        ([(14, "finish", "q1"), (16, "reopen"), (15, "finish", None)], "q1"),
        ([(14, "finish", "q1"), (13, "reopen")], None),
    ],
)
def test_a_press_on_an_old_card_moves_nothing(told, expected):
    assert place(begun(*told)) == expected


def test_before_the_start_only_the_start_moves():
    assert place(guide((0, "next", OPENING), (1, "go", None, "q1"), (2, "finish"))) is None
    assert place(guide((0, "next", OPENING), (1, "start"))) == OPENING


def test_a_clock_that_runs_late_does_not_hold_up_the_first_press():
    ahead = guide((2, "start"), (1, "next", OPENING))
    assert place(ahead) == "q1"
    assert [visit.since for visit in ahead.trail] == [at(2), at(2)]


def test_the_same_press_delivered_again_counts_once_even_when_its_card_is_back():
    [start, on, back] = steps((0, "start"), (4, "next", OPENING), (5, "back", "q1"))
    stale = Step("stale", at(6), "next", "q1")
    assert place(walk(STOPS, [start, on, back, on])) == OPENING
    assert place(walk(STOPS, [start, stale, on, stale])) == "q1"  # also one that moved nothing


def test_the_last_word_on_a_question_says_whether_it_was_skipped():
    skipped = begun((5, "skip", "q1", "covered"))
    assert (skipped.skipped("q1"), skipped.asked_at("q1")) == ("covered", None)
    back = after(skipped, Step("back", at(6), "back", "q2"))
    assert back.skipped("q1") == "covered"  # looked at, not asked
    asked = after(back, Step("next", at(16), "next", "q1"))
    assert (asked.skipped("q1"), asked.asked_at("q1")) == (None, at(6))
    anew = after(after(asked, Step("b", at(17), "back", "q2")), Step("s", at(18), "skip", "q1", ""))
    assert anew.skipped("q1") is None
    anew = after(anew, Step("t", at(18), "skip", "q1", "other"))
    assert anew.skipped("q1") == "other"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ([], {"q1": 4}),  # on the card now
        ([(14, "next", "q1")], {"q1": 4, "q2": 14}),
        ([(5, "next", "q1"), (6, "back", "q2")], {"q1": 4, "q2": 5}),
        # a look ahead, and back: the question was asked when it was come to
        (
            [(5, "go", "q1", "q3"), (6, "back", "q3"), (9, "next", "com")],
            {"q1": 4, "com": 6, "q3": 9},
        ),
        ([(5, "finish", "q1")], {"q1": 4}),
    ],
)
def test_a_question_is_asked_when_it_is_first_shown(told, asked):
    found = begun(*told)
    times = {key: found.asked_at(key) for key in KEYS if key not in {OPENING, CLOSING}}
    assert {key: time for key, time in times.items() if time} == {
        key: at(minutes) for key, minutes in asked.items()
    }


@pytest.mark.parametrize(
    ("told", "used"),
    [
        ([(5, "use", "q1", "p2"), (6, "use", "q1", "p1")], ("p2", "p1")),
        ([(5, "use", "q1", "p2"), (6, "use", "q1", "p2")], ("p2",)),
        ([(5, "use", "q1", "p2"), (6, "unuse", "q1", "p2")], ()),
        ([(6, "unuse", "q1", "p2"), (5, "use", "q1", "p2")], ()),  # came the wrong way round
        ([(5, "next", "q1"), (6, "use", "q1", "p1")], ("p1",)),  # on the old card
        ([(5, "finish", "q1"), (6, "use", "q1", "p1")], ("p1",)),
        ([(5, "use", "q1", "p9")], ()),  # not planned
        ([(5, "use", "q2", "p1")], ()),
    ],
)
def test_a_probe_counts_for_its_question_on_whatever_card_it_is_pressed(told, used):
    assert begun(*told).used("q1") == used


@pytest.mark.parametrize(
    ("told", "mark"),
    [
        ([(5, "rate", "q1", "4")], 4),
        ([(5, "rate", "q1", "4"), (6, "rate", "q1", "not_assessed")], "not_assessed"),
        ([(6, "rate", "q1", "2"), (5, "rate", "q1", "4")], 2),
        ([(5, "rate", "q1", "4"), (6, "rate", "q1", "6")], 4),
        ([(5, "rate", "q2", "4")], None),
        ([(5, "next", "q1"), (6, "rate", "q1", "3")], 3),
    ],
)
def test_the_newest_rating_counts(told, mark):
    assert begun(*told).mark("q1") == mark


def test_of_two_words_at_the_same_moment_the_same_one_always_counts():
    one, other = Step("a", at(5), "rate", "q1", "2"), Step("b", at(5), "rate", "q1", "4")
    assert walk(STOPS, [one, other]).mark("q1") == walk(STOPS, [other, one]).mark("q1")


def noted(*lines):
    found = walk(STOPS, [*steps((0, "start"), (4, "next", OPENING), (14, "next", "q1")), *lines])
    return [(note.ts, note.text, note.item) for note in found.notes()]


def test_a_note_is_filed_to_what_was_shown_when_it_was_written():
    lines = [
        Step("t2", at(15), "note", None, "about q2"),
        Step("t1", at(13), "note", None, "about q1, come late"),
        Step("t3", at(16), "note", "com", "said where"),
        Step("t0", at(-1), "note", None, "too early"),
    ]
    assert noted(*lines) == [
        ("t0", "too early", None),
        ("t1", "about q1, come late", "q1"),
        ("t2", "about q2", "q2"),
        ("t3", "said where", "com"),
    ]


WRITTEN = Step("t1", at(5), "note", None, "first")
EDITED = Step("e1", at(15), "edit", "t1", "second")
TWICE = Step("e2", at(16), "edit", "t1", "third")
DELETED = Step("d1", at(6), "delete", "t1")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([WRITTEN, EDITED], [("t1", "second", "q1")]),
        ([EDITED, WRITTEN], [("t1", "second", "q1")]),
        ([TWICE, WRITTEN, EDITED], [("t1", "third", "q1")]),
        ([EDITED], [("t1", "second", "q2")]),  # the line itself has not come yet
        ([WRITTEN, DELETED, EDITED], []),
        ([DELETED, WRITTEN], []),
        ([WRITTEN, WRITTEN], [("t1", "first", "q1")]),
        ([WRITTEN, Step("e3", at(17), "edit", "t1", " \n")], []),
    ],
)
def test_a_note_follows_its_message_in_whatever_order_the_news_comes(lines, expected):
    assert noted(*lines) == expected


@pytest.mark.parametrize(
    ("told", "key", "minutes", "estimated"),
    [
        ([(14, "next", "q1")], "q1", 10, False),
        ([(14, "next", "q1"), (15, "back", "q2"), (18, "next", "q1")], "q1", 13, False),
        ([(24, "next", "q1")], "q1", 20, False),  # twice the plan is still believed
        ([(200, "next", "q1")], "q1", 20, True),
        ([(200, "next", "q1"), (201, "back", "q2"), (204, "next", "q1")], "q1", 23, True),
        ([(9, "use", "q1", "p1")], "q1", 5, False),  # up to the last step
        ([(9, "finish", "q1"), (60, "reopen"), (62, "finish", None)], "q1", 7, False),
        ([], "q2", 0, False),
        ([], "gone", 0, False),
    ],
)
def test_minutes_are_summed_over_visits_and_a_long_pause_is_cut(told, key, minutes, estimated):
    spent = begun(*told).spent(key)
    assert (spent.minutes, spent.estimated) == (minutes, estimated)


@pytest.mark.parametrize(("seconds", "minutes"), [(29, 0), (30, 1), (89, 1), (90, 2)])
def test_half_a_minute_counts_as_one(seconds, minutes):
    assert guide((0, "start")).spent(OPENING, START + timedelta(seconds=seconds)).minutes == minutes


def test_the_way_leads_from_the_opening_through_the_kit_to_the_closing():
    library = Library.read(SHIPPED, "live")
    question = next(iter(library.questions.values()))
    whole = ITEMS[1]
    asked = type(whole)(question.id, question.competency, question.ref)
    way = stops([asked, whole], library)
    assert [stop.key for stop in way] == [OPENING, question.id, whole.key, CLOSING]
    assert way[1].minutes == question.minutes.total
    assert way[1].probes == tuple(probe.id for probe in question.probes)
    assert [stop.script for stop in way] == [True, False, False, True]


def test_a_step_needs_a_time_with_a_zone():
    with pytest.raises(ValueError, match="zone"):
        Step("k", datetime(2026, 12, 1), "start")  # noqa: DTZ001 - that is the point


def test_a_step_is_kept_in_utc():
    beijing = datetime(2026, 12, 1, 17, tzinfo=timezone(timedelta(hours=8)))
    assert Step("k", beijing, "start").row()["at"] == "2026-12-01T09:00:00+00:00"


@settings(max_examples=25)
@given(walks())
def test_steps_read_back_from_json_are_the_same(taken):
    kept = json.loads(json.dumps([step.row() for step in taken]))
    assert [Step.of(row) for row in kept] == taken
    assert [Step.of(row | {"added": 1}) for row in kept] == taken


@given(walks(), st.integers(0, 48))
def test_going_on_from_any_point_leads_to_the_same_end(taken, n):
    whole = walk(STOPS, taken)
    assert whole == walk(STOPS, taken)
    assert reduce(after, taken[n:], walk(STOPS, taken[:n])) == whole


@given(walks(), st.randoms())
def test_doubled_steps_and_kinds_of_a_newer_version_change_nothing(taken, chance):
    doubled = list(taken)
    for step in taken:
        doubled.insert(chance.randint(doubled.index(step) + 1, len(doubled)), step)
    known = [step for step in taken if step.kind != "new"]
    whole = walk(STOPS, taken)
    assert walk(STOPS, doubled) == whole
    assert walk(STOPS, known).trail == whole.trail
    assert walk(STOPS, known).said == whole.said


@given(walks())
def test_the_guide_never_leaves_its_stops_and_shows_one_at_a_time(taken):
    found = walk(STOPS, taken)
    assert {visit.key for visit in found.trail} <= set(KEYS)
    assert all(visit.until for visit in found.trail[:-1])
    started = any(step.kind == "start" for step in taken)
    assert (found.current is not None) + found.finished == started


@given(walks())
def test_one_step_moves_by_one_stop_unless_it_goes_somewhere(taken):
    found = walk(STOPS, ())
    for step in taken:
        before, found = found, after(found, step)
        if before.current and found.current and step.kind != "go":
            assert abs(STOPS.index(found.current) - STOPS.index(before.current)) <= 1
        if before.current != found.current and before.current and step.item:
            assert step.item == before.current.key


@given(walks(), st.randoms())
def test_no_note_is_lost_and_order_of_arrival_never_matters_to_what_was_said(taken, chance):
    shuffled = chance.sample(taken, len(taken))
    found, other = walk(STOPS, taken), walk(STOPS, shuffled)
    assert found.said == other.said
    gone = {step.item for step in taken if step.kind == "delete"}
    edits = [step for step in taken if step.kind == "edit" and step.item not in gone]
    blank = {each.item for each in edits if not _newest(edits, each.item).detail.strip()}
    written = {step.key for step in taken if step.kind == "note"} | {step.item for step in edits}
    assert written - gone - blank <= {note.ts for note in found.notes()} <= written - gone
    assert [note.ts for note in found.notes()] == [note.ts for note in other.notes()]


def _newest(edits, ts):
    return max((e for e in edits if e.item == ts), key=lambda e: (e.at, e.key))


@given(walks())
def test_the_text_of_a_deleted_note_is_needed_nowhere(taken):
    gone = {step.item for step in taken if step.kind == "delete"}
    blanked = [
        Step(step.key, step.at, step.kind, step.item, "")
        if (step.kind == "note" and step.key in gone) or (step.kind == "edit" and step.item in gone)
        else step
        for step in taken
    ]
    assert walk(STOPS, blanked).notes() == walk(STOPS, taken).notes()


@given(walks())
def test_a_probe_counts_once_and_only_when_it_is_planned(taken):
    found = walk(STOPS, taken)
    for stop in STOPS:
        used = found.used(stop.key)
        assert len(used) == len(set(used))
        assert set(used) <= set(stop.probes)
        pressed = {s.detail for s in taken if s.kind == "use" and s.item == stop.key}
        assert set(used) <= pressed


@given(walks(), st.integers(-60, 300))
def test_minutes_are_never_negative_and_never_more_than_the_clock_has(taken, minutes):
    found = walk(STOPS, taken)
    moments = [m for visit in found.trail for m in (visit.since, visit.until) if m]
    for now in (None, max([at(minutes), *moments])):
        times = [found.spent(key, now).time for key in KEYS]
        assert all(time >= timedelta() for time in times)
        if found.trail:
            end = max([now or found.last, *moments])
            assert sum(times, timedelta()) <= end - found.trail[0].since
