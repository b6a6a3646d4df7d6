"""A short extra interview where the panel heard too little."""

from dataclasses import replace

import pytest

from bot import shelves
from coaching.debrief.following_up import MINUTES, follow_ups
from coaching.loop import Loop
from coaching.profile import Line, Rater
from questions.selection import Exposure, Selection
from tests.examples import ALICE, CANDIDATE, DEBRIEF, JOB, NOW


@pytest.fixture(scope="module")
def live():
    return shelves.read().live


def line(competency, raters):
    return Line(competency, [Rater(f"U{n}", 4.0, ()) for n in range(raters)], 3.0)


def loop_of(live, questions):
    model = live.models[0]
    job = replace(JOB, model=f"{model.id}@{model.version}", level="senior")
    refs = tuple(each.ref for each in questions)
    return Loop(job, CANDIDATE, [replace(ALICE, questions=refs)], DEBRIEF)


def competency_of(live):
    return live.models[0].for_level("senior")[0].id


def chosen(live, asked=(), met=(), raters=1):
    loop = loop_of(live, asked)
    selection = Selection(live, "senior", loop.job.id, Exposure(NOW))
    [found] = follow_ups([line(competency_of(live), raters)], loop, selection, met)
    return found.questions


def test_what_two_heard_needs_no_follow_up(live):
    loop = loop_of(live, ())
    selection = Selection(live, "senior", "s", Exposure(NOW))
    lines = [line(each.id, n) for n, each in enumerate(live.models[0].competencies[:4])]
    found = follow_ups(lines, loop, selection)
    assert [each.line for each in found] == lines[:2]


@pytest.mark.parametrize("raters", [0, 1])
def test_two_questions_are_proposed_and_fit_into_twenty_minutes(live, raters):
    questions = chosen(live, raters=raters)
    assert len(questions) == 2
    assert len({each.family for each in questions}) == 2
    assert sum(each.minutes.total for each in questions) <= MINUTES


def test_the_candidate_was_asked_neither(live):
    asked = chosen(live)
    again = chosen(live, asked=asked)
    assert len(again) == 2
    assert not {each.family for each in again} & {each.family for each in asked}
    assert [each.type for each in again] == [each.type for each in asked]


def test_nor_were_they_in_an_earlier_round(live):
    met = {each.family for each in chosen(live)}
    assert not met & {each.family for each in chosen(live, met=met)}


def test_a_bank_with_nothing_new_proposes_no_question(live):
    every = live.of(competency_of(live))
    assert chosen(live, asked=every) == ()


def test_two_gaps_never_share_a_question(live):
    loop = loop_of(live, ())
    selection = Selection(live, "senior", "s", Exposure(NOW))
    lines = [line(each.id, 0) for each in live.models[0].for_level("senior")]
    families = [q.family for each in follow_ups(lines, loop, selection) for q in each.questions]
    assert len(families) == len(set(families))
