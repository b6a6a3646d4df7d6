"""Which questions a job gets."""

import pytest

from questions.library import Library
from questions.model import LEVELS
from questions.selection import plan
from tests.questions.packs import SHIPPED

MODEL, IBI = "b2b-product-manager", "industry-business-insight"
SEEDS = [f"job-{n}" for n in range(20)]


@pytest.fixture(scope="module")
def library():
    return Library.read(SHIPPED, "live")


def chosen(library, level, seed, competencies=(IBI,)):
    refs = plan(library, MODEL, level, competencies, seed)
    found = [library.question(ref.partition("@")[0]) for ref in refs]
    assert [each.ref for each in found] == list(refs)
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_gets_past_behaviour_and_a_dilemma_that_fit_it(library, level):
    for seed in SEEDS:
        first, second = chosen(library, level, seed)
        assert (first.type, second.type) == ("behavioural", "situational")
        assert level in first.levels
        assert level in second.levels
        assert first.family != second.family


@pytest.mark.parametrize("level", LEVELS)
def test_the_two_look_at_different_sides_of_the_competency(library, level):
    for seed in SEEDS:
        first, second = chosen(library, level, seed)
        assert not set(first.sub_dimensions) & set(second.sub_dimensions)


def test_the_same_job_always_gets_the_same_questions(library):
    again = Library.read(SHIPPED, "live")
    for seed in SEEDS:
        assert plan(library, MODEL, "mid", [IBI], seed) == plan(again, MODEL, "mid", [IBI], seed)


def test_different_jobs_take_turns_with_the_questions(library):
    assert len({plan(library, MODEL, "mid", [IBI], seed) for seed in SEEDS}) > 1


def test_a_competency_without_questions_yields_nothing(library):
    assert plan(library, MODEL, "lead", ["systems-thinking", IBI], "s") == plan(
        library, MODEL, "lead", [IBI], "s"
    )


def test_an_unknown_competency_is_a_key_error(library):
    with pytest.raises(KeyError):
        plan(library, MODEL, "lead", ["charm"], "s")


def test_one_kind_alone_still_yields_its_question(pack):
    for dilemma in ("biz", "usr", "ind"):
        pack.spoil(
            "live",
            f"- id: ibi-{dilemma}-sit-001\n  rev: 1\n  status: pilot",
            f"- id: ibi-{dilemma}-sit-001\n  rev: 1\n  status: draft",
        )
    (only,) = chosen(Library.read(pack.folder, "live"), "lead", "s")
    assert only.type == "behavioural"


def test_two_forms_of_one_family_are_never_asked_together(pack):
    old, new = "ibi-rush-button\n  form: A", "ibi-watched-at-work\n  form: B"
    pack.spoil("live", f"family: {old}", f"family: {new}")
    library = Library.read(pack.folder, "live")
    for seed in SEEDS:
        first, second = chosen(library, "junior", seed)
        assert first.id == "ibi-biz-beh-001"
        assert second.family == "ibi-watched-at-work"
