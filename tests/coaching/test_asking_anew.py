"""What an interview asks after a change: as it did, and nothing that another rater asks."""

from dataclasses import replace

import pytest

from bot import shelves
from coaching.changes.asking_anew import Supply, asked_anew, refuse_longer
from coaching.errors import FormError
from coaching.loop import Loop
from coaching.sharing import by_competency
from questions.selection import Exposure, Selection
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, JOB, NOW

LIVE = shelves.read().live
IBI, DATA = "industry-business-insight", "data-value-quantification"
SELECTION = Selection(LIVE, "senior", "j1", Exposure(NOW))
CHOICES = SELECTION.plan("b2b-product-manager", [IBI, DATA])
ASKS = by_competency([choice.question.ref for choice in CHOICES], LIVE)


def supply(*panel, met=()):
    job = replace(JOB, model="b2b-product-manager@1.0.0")
    return Supply(Loop(job, CANDIDATE, panel, DEBRIEF), ASKS, SELECTION, met)


def asking(interview, *competencies, refs=(), minutes=60):
    return replace(interview, competencies=competencies, questions=tuple(refs), minutes=minutes)


def competency(ref):
    return LIVE.question(ref.partition("@")[0]).competency


def test_what_comes_in_is_what_nobody_else_asks():
    alice = asking(ALICE, IBI, refs=ASKS[IBI][:1])
    bob = asking(BOB, DATA, refs=ASKS[DATA][:1])
    after = asked_anew(bob, replace(bob, competencies=(DATA, IBI)), (), supply(alice, bob))
    assert after.competencies == (IBI, DATA)  # in the model's order
    assert after.questions == (ASKS[IBI][1], ASKS[DATA][0])


def test_when_others_ask_all_that_the_job_has_a_parallel_one_comes_in():
    alice = asking(ALICE, IBI, refs=ASKS[IBI])
    bob = asking(BOB, DATA, refs=ASKS[DATA][:1])
    after = asked_anew(bob, replace(bob, competencies=(IBI, DATA)), (), supply(alice, bob))
    [new] = {*after.questions} - {*bob.questions}
    assert competency(new) == IBI
    assert new not in ASKS[IBI]


def test_a_panel_member_who_is_off_blocks_no_question():
    gone = replace(asking(ALICE, IBI, refs=ASKS[IBI]), state="cancelled")
    bob = asking(BOB, DATA, refs=ASKS[DATA][:1])
    after = asked_anew(bob, replace(bob, competencies=(IBI, DATA)), (), supply(gone, bob))
    assert ASKS[IBI][0] in after.questions


def test_two_questions_replaced_at_once_give_way_to_two_others():
    alice = asking(ALICE, IBI, refs=ASKS[IBI])
    ids = {ref.partition("@")[0] for ref in ASKS[IBI]}
    after = asked_anew(alice, alice, ids, supply(alice))
    assert len({*after.questions}) == 2
    assert not {*after.questions} & {*ASKS[IBI]}
    types = [LIVE.question(ref.partition("@")[0]).type for ref in after.questions]
    assert sorted(types) == ["behavioural", "situational"]


def test_a_candidate_who_knows_all_others_keeps_the_question_and_the_organiser_is_told():
    alice = asking(ALICE, IBI, refs=ASKS[IBI][:1])
    question = LIVE.question(ASKS[IBI][0].partition("@")[0])
    met = {each.family for each in LIVE.of(IBI)}
    with pytest.raises(FormError) as refused:
        asked_anew(alice, alice, {question.id}, supply(alice, met=met))
    assert refused.value.fields["instead"].values == {"title": question.title}


def test_less_time_leaves_out_second_questions_and_then_is_refused():
    refs = [*ASKS[IBI], *ASKS[DATA]]
    alice = asking(ALICE, IBI, DATA, refs=refs, minutes=90)
    given = supply(alice)
    shorter = asked_anew(alice, replace(alice, minutes=30), (), given)
    assert [competency(ref) for ref in shorter.questions] == [IBI, DATA]
    refuse_longer(alice, shorter, given)
    too_short = asked_anew(alice, replace(alice, minutes=15), (), given)
    with pytest.raises(FormError):
        refuse_longer(alice, too_short, given)


def test_what_was_planned_too_long_may_be_changed_unless_it_gets_longer():
    long = asking(ALICE, IBI, DATA, refs=[ASKS[IBI][0], ASKS[DATA][0]], minutes=15)
    given = supply(long)
    less = asked_anew(long, replace(long, competencies=(IBI,)), (), given)
    refuse_longer(long, less, given)
    more = asked_anew(less, replace(less, competencies=(IBI, DATA)), (), given)
    with pytest.raises(FormError):
        refuse_longer(less, more, given)
