"""Which questions a wish gets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import shelves
from coaching.errors import FormError
from coaching.practice.wish import ANY, Wish, choose, first_wish

POOL = shelves.read().mock
EVERY = [each.id for model in POOL.models for each in model.competencies]
LEVELS = ("junior", "mid", "senior", "lead")


@given(
    st.sampled_from([ANY, *EVERY]),
    st.sampled_from(LEVELS),
    st.booleans(),
    st.lists(st.sampled_from(sorted(POOL.questions))),
    st.text(max_size=3),
)
def test_what_is_chosen_fits_and_is_new_while_anything_new_fits(topic, level, whole, met, seed):
    wish = Wish(topic, level, "en", whole=whole)
    fitting = {q.id for q in POOL.questions.values() if level in q.levels}
    own = {q for q in fitting if topic in {ANY, POOL.questions[q].competency}}
    if not own:
        with pytest.raises(FormError):
            choose(wish, POOL, met, seed)
        return
    chosen = choose(wish, POOL, met, seed)
    assert len(chosen) == len(set(chosen)) == (min(3, len(fitting)) if whole else 1)
    assert set(chosen) <= fitting
    assert chosen[0] in own
    assert chosen[0] not in met or own <= set(met)
    fresh = fitting - set(met)
    assert all(each not in met for each in chosen[1 : len(fresh)])


def test_a_round_on_one_competency_begins_there_and_stays_near():
    chosen = choose(Wish("systems-thinking", "mid", "en"), POOL, [], "s")
    near = [POOL.questions[each].competency for each in chosen]
    assert near[:2] == ["systems-thinking"] * 2
    assert near[2] in {"ecosystem-thinking", "strategic-thinking"}


def test_a_surprise_is_three_competencies_and_not_always_the_same():
    wish = Wish(ANY, "mid", "en")
    rounds = {choose(wish, POOL, [], str(n)) for n in range(10)}
    assert len(rounds) > 5
    for chosen in rounds:
        assert len({POOL.questions[each].competency for each in chosen}) == 3


@pytest.mark.parametrize("model", POOL.models, ids=lambda model: model.id)
def test_a_surprise_from_one_model_stays_in_it_also_when_all_of_it_was_met(model):
    inside = {each.id for each in model.competencies}
    met = [q.id for q in POOL.questions.values() if q.competency in inside]
    for known in ([], met):
        chosen = choose(Wish(model.id, "mid", "en"), POOL, known, "s")
        assert len(chosen) == 3
        assert {POOL.questions[each].competency for each in chosen} <= inside


def test_when_all_were_met_the_one_met_longest_ago_comes_first():
    own = [q.id for q in POOL.of("systems-thinking")]
    wish = Wish("systems-thinking", "mid", "en", whole=False)
    assert choose(wish, POOL, [*own, own[0]], "s") == (own[1],)


def test_what_is_retired_is_not_asked():
    retired = {q: q_.model_copy(update={"status": "retired"}) for q, q_ in POOL.questions.items()}
    with pytest.raises(FormError):
        choose(Wish(ANY, "mid", "en"), replace(POOL, questions=retired), [], "s")


def test_the_form_starts_with_the_last_choice():
    last = Wish("systems-thinking", "lead", "zh-CN", "free", whole=False, timed=True)
    assert first_wish(last, "en", POOL) == last
    first = Wish(POOL.models[0].id, "mid", "zh-CN", "guided", whole=True)
    assert first_wish(None, "zh-CN", POOL) == first
