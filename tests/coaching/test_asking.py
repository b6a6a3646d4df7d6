"""What a candidate is asked who was here before."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coaching.asking import asked
from coaching.loop import same_name
from questions.library import Library
from questions.selection import Exposure, Selection
from tests.examples import JOB
from tests.questions.packs import SHIPPED

NOW = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def selection():
    return Selection(Library.read(SHIPPED, "live"), "senior", "j1", Exposure(NOW))


@pytest.fixture(scope="module")
def job(selection):
    choices = selection.plan("b2b-product-manager", ["strategic-thinking", "systems-thinking"])
    return replace(JOB, questions=tuple(choice.question.ref for choice in choices))


def families(refs, library):
    return [library.question(ref.partition("@")[0]).family for ref in refs]


def test_a_new_candidate_gets_what_the_job_has(job, selection):
    told = asked(job, selection, ())
    assert (told.refs, told.parallel, told.repeated) == (job.questions, (), ())


def test_only_what_was_met_gives_way_and_the_order_stays(job, selection):
    first, *_ = families(job.questions, selection.library)
    told = asked(job, selection, {first})
    assert told.refs[1:] == job.questions[1:]
    assert [each.ref for each in told.parallel] == [told.refs[0]]
    assert len(set(families(told.refs, selection.library))) == len(job.questions)


def test_two_candidates_who_met_the_same_get_the_same(job, selection):
    met = families(job.questions, selection.library)[:2]
    assert asked(job, selection, met) == asked(job, selection, set(met))


def test_with_nothing_parallel_left_the_question_stays_and_is_named(job, selection):
    everything = {each.family for each in selection.library.questions.values()}
    told = asked(job, selection, everything)
    assert told.refs == job.questions
    assert [each.ref for each in told.repeated] == list(job.questions)


def test_a_question_that_left_the_bank_is_kept_as_it_was_planned(job, selection):
    gone = replace(job, questions=("never-written@1#0", *job.questions))
    assert asked(gone, selection, ()).refs == gone.questions


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zoë Ωmega", "zoë  ωMEGA ", True),
        ("王 小明", "王小明", True),
        ("Ｊｏ Ｍａｒｉｎ", "Jo Marin", True),
        ("Jo Marin", "Jo Martin", False),
    ],
)
def test_names_are_one_but_for_case_width_and_spaces(one, other, same):
    assert same_name(one, other) is same
