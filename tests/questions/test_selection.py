"""Which questions a job gets, and why."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from questions.library import Library
from questions.model import LEVELS
from questions.selection import PAIR, Exposure, Heard, Selection
from tests.questions.packs import SHIPPED

MODEL, IBI = "b2b-product-manager", "industry-business-insight"
SEEDS = [f"job-{n}" for n in range(20)]
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=800)
PRODUCT = Library.read(SHIPPED, "live").model(MODEL).competencies


@pytest.fixture(scope="module")
def library():
    return Library.read(SHIPPED, "live")


@pytest.fixture(scope="module")
def many(library):
    """A library with two hundred more questions about one competency, some of them forms."""
    shipped = library.of(IBI)
    return library.owned(
        (
            shipped[n % len(shipped)].model_copy(
                update={"id": f"ibi-own-{n}", "family": f"ibi-own-{n // 3}"}
            )
            for n in range(200)
        ),
        {},
    )


def plan(library, level, seed, competencies=(IBI,), heard=None):
    return Selection(library, level, seed, Exposure(NOW, heard or {})).plan(MODEL, competencies)


def chosen(library, level, seed, **more):
    return [choice.question for choice in plan(library, level, seed, **more)]


def fitting(library, level, kind, competency=IBI):
    return [q for q in library.of(competency) if q.type == kind and level in q.levels]


@pytest.mark.parametrize("competency", [each.id for each in PRODUCT])
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_gets_past_behaviour_and_a_dilemma_about_two_sides(library, level, competency):
    for seed in SEEDS:
        first, second = chosen(library, level, seed, competencies=[competency])
        assert (first.type, second.type) == ("behavioural", "situational")
        assert level in first.levels
        assert level in second.levels
        assert first.family != second.family
        assert not set(first.sub_dimensions) & set(second.sub_dimensions)


def test_a_case_takes_the_place_of_the_dilemma_where_one_is_wanted_and_there(library):
    model = library.model(MODEL)
    selection = Selection(library, "senior", "job", Exposure(NOW))
    every = [each.id for each in model.competencies]
    chosen = selection.plan(MODEL, every, model.required)
    kinds = {}
    for each in chosen:
        kinds.setdefault(each.question.competency, []).append(each.question.type)
    assert {key for key, found in kinds.items() if "case" in found} == model.required
    assert all(found[0] == "behavioural" for found in kinds.values())
    assert {len(found) for found in kinds.values()} == {2}
    assert "case" not in {each.question.type for each in selection.plan(MODEL, every)}
    assert len(selection.plan(MODEL, [every[-1]], every)) == 2  # it has no case: the dilemma stays


def test_the_same_job_always_gets_the_same_questions(library):
    again = Library.read(SHIPPED, "live")
    for seed in SEEDS:
        assert plan(library, "mid", seed) == plan(again, "mid", seed)


def test_different_jobs_take_turns_with_the_questions(library):
    assert len({tuple(q.id for q in chosen(library, "mid", seed)) for seed in SEEDS}) > 1


def test_an_unknown_competency_is_a_key_error(library):
    with pytest.raises(KeyError):
        plan(library, "lead", "s", competencies=["charm"])


def test_a_competency_without_questions_yields_nothing(library):
    without = library.owned((), {q.id: "retired" for q in library.of(IBI)})
    assert plan(without, "lead", "s") == ()


def test_one_kind_alone_still_yields_its_question(library):
    dilemmas = {q.id: "draft" for q in library.of(IBI) if q.type == "situational"}
    (only,) = chosen(library.owned((), dilemmas), "lead", "s")
    assert only.type == "behavioural"


def test_two_forms_of_one_family_are_never_asked_together(pack):
    old, new = "ibi-rush-button\n  form: A", "ibi-watched-at-work\n  form: B"
    pack.spoil("live", f"family: {old}", f"family: {new}")
    library = Library.read(pack.folder, "live")
    for seed in SEEDS:
        first, second = chosen(library, "junior", seed)
        assert {first.family, second.family} != {"ibi-watched-at-work"}


def test_what_was_heard_least_comes_first(library):
    for seed in SEEDS:
        first, second = chosen(library, "mid", seed)
        heard = {q.id: Heard(1, 0, LONG_AGO) for q in (first, second)}
        others = plan(library, "mid", seed, heard=heard)
        assert not {choice.question.id for choice in others} & heard.keys()
        assert {choice.reason.uses for choice in others} == {0}


def test_one_use_of_any_form_is_a_use_of_the_family(pack):
    old, new = "ibi-rush-button\n  form: A", "ibi-watched-at-work\n  form: B"
    pack.spoil("live", f"family: {old}", f"family: {new}")
    library = Library.read(pack.folder, "live")
    exposure = Exposure(NOW, {"ibi-biz-sit-001": Heard(3, 0, LONG_AGO)})
    assert exposure.uses(library)["ibi-watched-at-work"] == 3
    assert exposure.uses(library)["ibi-late-objection"] == 0


def test_the_best_of_all_pairs_is_asked_however_many_there_are(many):
    lots = random.Random(0)  # noqa: S311 - the same in every run
    for seed in SEEDS:
        heard = {name: Heard(lots.randrange(3), 0, LONG_AGO) for name in many.questions}
        selection = Selection(many, "senior", seed, Exposure(NOW, heard))
        past, dilemmas = (fitting(many, "senior", kind) for kind in PAIR)
        pairs = [(a, b) for a in past for b in dilemmas if a.family != b.family]
        best = min(pairs, key=selection._pair_rank)  # noqa: SLF001 - the rule, without a short cut
        assert tuple(choice.question for choice in selection.plan(MODEL, [IBI])) == best


def test_a_question_is_looked_at_a_few_times_however_many_there_are(many):
    """With each pair weighed, a job for a workspace with a thousand questions took minutes."""

    class Counting(Exposure):
        looked = 0

        def tired(self, question):
            Counting.looked += 1
            return super().tired(question)

    Selection(many, "senior", "s", Counting(NOW)).plan(MODEL, [IBI])
    assert Counting.looked < 5 * len(many.of(IBI))


def test_a_question_heard_lately_rests_although_others_were_heard_more_often(library):
    [*rest, last] = fitting(library, "mid", "behavioural")
    heard = {q.id: Heard(9, 0, LONG_AGO) for q in rest}
    lately = heard | {last.id: Heard(1, 1, NOW - timedelta(days=3))}
    often = heard | {last.id: Heard(5, last.exposure.max_uses_per_quarter, LONG_AGO)}
    for seed in SEEDS:
        for tired in (lately, often):
            assert last not in chosen(library, "mid", seed, heard=tired)


def test_when_all_were_heard_lately_one_is_asked_all_the_same_and_that_is_said(library):
    heard = {q.id: Heard(1, 1, NOW - timedelta(days=3)) for q in library.of(IBI)}
    choices = plan(library, "mid", "s", heard=heard)
    assert [choice.reason.tired for choice in choices] == [True, True]


def test_a_question_that_is_worn_out_is_never_asked_again(library):
    worn = {
        q.id: Heard(q.exposure.retire_after_uses, 0, LONG_AGO)
        for q in library.of(IBI)
        if q.type == "situational"
    }
    (only,) = chosen(library, "senior", "s", heard=worn)
    assert only.type == "behavioural"


@pytest.mark.parametrize("status", ["draft", "retired", "compromised"])
def test_what_was_taken_out_of_use_is_in_no_new_kit(library, status):
    out = chosen(library, "mid", "s")[0]
    less = library.owned((), {out.id: status})
    assert less.question(out.id).status == status
    assert all(out.id not in {q.id for q in chosen(less, "mid", seed)} for seed in SEEDS)


def test_the_reason_counts_what_fitted_and_what_was_as_good(library):
    for choice in plan(library, "mid", "s"):
        fit = fitting(library, "mid", choice.question.type)
        assert (choice.reason.fitting, choice.reason.tied) == (len(fit), len(fit))
        assert (choice.reason.uses, choice.reason.tired) == (0, False)


def test_who_has_met_a_question_gets_a_parallel_one(library):
    selection = Selection(library, "mid", "s", Exposure(NOW))
    met = fitting(library, "mid", "behavioural")[0]
    parallel = selection.parallel(met, {met.family}, {met.family}).question
    assert parallel.family != met.family
    assert (parallel.type, parallel.competency) == (met.type, met.competency)
    assert "mid" in parallel.levels


def test_a_parallel_question_is_about_the_same_side_where_one_is_left(library):
    selection = Selection(library, "mid", "s", Exposure(NOW))
    found = 0
    for met in (q for each in PRODUCT for q in fitting(library, "mid", "behavioural", each.id)):
        parallel = selection.parallel(met, {met.family}, {met.family}).question
        same = [
            q
            for q in fitting(library, "mid", "behavioural", met.competency)
            if q.family != met.family and set(q.sub_dimensions) & set(met.sub_dimensions)
        ]
        if same:
            assert parallel in same
            found += 1
    assert found


def test_without_anything_left_there_is_no_parallel_question(library):
    selection = Selection(library, "mid", "s", Exposure(NOW))
    question = fitting(library, "mid", "behavioural")[0]
    families = {q.family for q in library.of(IBI)}
    assert selection.parallel(question, families, ()) is None
    assert selection.parallel(question, (), families) is None
