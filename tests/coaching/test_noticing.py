"""What is pointed out about a whole card before it is sealed: little, useful, and in order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.noticing.card import MOST, USEFUL, noticed
from coaching.scorecard import Item, Rating, Recommendation, Scorecard

NONE = "not_assessed"
DEED = "named {} clerks and what each of them lost"
BARS = dict.fromkeys("abcdefgh", 3.0)


def card(marks, *, word=Recommendation.YES, notes=None, interview="i1"):
    """A card with one rating for each competency, a to h, each with a note that is fine."""
    ratings = [
        Rating(Item(f"{key}-1", key, "r"), mark, (notes or {}).get(key, DEED.format(n + 2)))
        for n, (key, mark) in enumerate(zip(BARS, marks, strict=False))
    ]
    return Scorecard(interview, "UALICE", ratings, word)


def kinds(marks, today=(), bars=BARS, **changes):
    return [each.kind for each in noticed(card(marks, **changes), bars, today)]


def test_a_card_with_deeds_in_every_note_and_a_word_that_fits_is_left_alone():
    assert kinds((3, 4, 3, 2)) == []


# the notes


def test_a_note_gets_its_tip_where_it_stands():
    [found] = noticed(card((3, 4), notes={"b": "She is very strategic"}), BARS, ())
    assert (found.kind, found.items) == ("person", ("b-1",))
    assert found.said.values == {"words": "very strategic"}


def test_what_is_not_assessed_or_still_open_is_not_looked_at():
    assert kinds((NONE, None, 3), notes={"a": "good answer", "b": "good answer"}) == []


def test_a_text_pasted_twice_is_told_once_for_all_its_places_and_instead_of_other_tips():
    notes = {"a": "good *answer*", "b": "Good answer.", "c": "Ｇｏｏｄ answer!", "d": "weak"}
    found = noticed(card((3, 4, 2, 3), notes=notes), BARS, ())
    assert [(each.kind, each.items) for each in found] == [
        ("copied", ("a-1", "b-1", "c-1")),
        ("vague", ("d-1",)),
    ]
    assert found[0].said.values == {"n": 3}


def test_notes_of_their_own_words_are_not_taken_for_copies():
    assert kinds((3, 4, 2), notes={"a": "named 3 clerks", "b": "named 4 clerks"}) == []
    assert kinds((3, NONE), notes={"a": "named 3 clerks", "b": "named 3 clerks"}) == []
    assert kinds((3, 4), notes={"a": " ", "b": ""}) == []


# the numbers


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ((4, 4, 4, 4), True),
        ((3, 3, 3, 3, 3), True),
        ((4, 4, 4, 4, NONE), True),
        ((4, 4, 4), False),
        ((4, 4, 4, 3), False),
        ((4, 4, 4, NONE), False),
        ((4, 4, 4, None), False),
    ],
)
def test_four_ratings_all_alike_are_one_impression(marks, told):
    assert ("halo" in kinds(marks)) is told


@pytest.mark.parametrize(
    ("marks", "word", "told"),
    [
        ((4, 4, 3), "no", True),  # two thirds of a point above
        ((4, 3), "strong_no", True),  # half a point: the least that is told
        ((4, 3, 3), "no", False),
        ((4, 4, 3), "yes", False),
        ((2, 2, 3), "yes", True),
        ((2, 3), "strong_yes", True),
        ((2, 3, 3), "yes", False),
        ((2, 2, 3), "no", False),
        ((3, 3), "no", False),
        ((NONE, NONE), "yes", False),
        ((5, NONE), "no", True),
    ],
)
def test_a_word_that_pulls_away_from_the_ratings_is_asked_about(marks, word, told):
    assert ("apart" in kinds(marks, word=Recommendation(word))) is told


def test_the_two_ways_of_pulling_apart_are_told_in_their_own_words():
    [above] = noticed(card((5, 4), word=Recommendation.NO), BARS, ())
    [below] = noticed(card((1, 2), word=Recommendation.YES), BARS, ())
    assert "above the bar, yet you recommend no" in above.said.text
    assert "below the bar, yet you recommend yes" in below.said.text


def test_the_bar_is_that_of_each_competency():
    high = {"a": 4.0, "b": 4.0}
    assert kinds((4, 3), bars=high, word=Recommendation.NO) == []
    assert kinds((4, 3), bars=high, word=Recommendation.YES) == ["apart"]
    assert kinds((5, 5), bars={}, word=Recommendation.NO) == []


def test_without_a_word_there_is_nothing_to_pull_apart():
    assert kinds((5, 5), word=None) == []


def test_two_answers_to_one_competency_count_once():
    item = Item("a-2", "a", "r")
    answers = card((5, 2, 2), word=Recommendation.NO)
    twice = replace(answers, ratings=[*answers.ratings, Rating(item, 5, DEED.format(9))])
    assert noticed(twice, BARS, ()) == noticed(answers, BARS, ()) == []


# the day


def day(*cards):
    return [card(marks, interview=f"i{n + 2}") for n, marks in enumerate(cards)]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ([(3, 4, 3, 2), (3, 4, 3, 2)], True),
        ([(3, 4, 3, 2), (3, 4, 3, 3)], True),  # one point in four ratings is nearly the same
        ([(3, 4, 3, 2), (3, 4, 4, 3)], False),
        ([(3, 4, 3, 2)], False),
        ([(3, 4, 3, 2), (NONE, NONE, 3, 2)], True),  # what both have is compared
        ([(3, 4, 3, 2), (NONE, NONE, NONE, 2)], False),  # one competency says nothing
        ([(1, 2, 5, 5), (3, 4, 3, 2), (3, 4, 3, 2)], True),
    ],
)
def test_the_third_card_of_a_day_with_the_same_points_is_told(before, told):
    assert kinds((3, 4, 3, 2), today=day(*before)) == (["routine"] if told else [])


def test_a_card_is_not_its_own_double():
    again = [card((3, 4, 3, 2)), *day((3, 4, 3, 2))]
    assert kinds((3, 4, 3, 2), today=again) == []


def test_the_day_says_which_card_it_is():
    [found] = noticed(card((3, 4)), BARS, day((3, 4), (3, 4), (3, 4), (1, 1)))
    assert found.said.values == {"n": 4}


# how many, and in which order


def test_no_more_than_three_and_the_most_useful_first():
    notes = {"a": "ok", "b": "good answer", "c": "She is smart", "d": "He is bright"}
    assert kinds((4, 4, 4, 4), word=Recommendation.NO, notes=notes) == ["apart", "person", "halo"]


def test_another_kind_of_tip_comes_before_the_same_once_more():
    notes = {"a": "She is smart", "b": "He is bright", "c": "a natural leader", "d": "good answer"}
    assert kinds((4, 3, 3, 2), notes=notes) == ["person", "vague", "person"]
    assert kinds((4, 3, 3), notes={"a": "weak", "b": "good"}) == ["vague", "vague"]


NOTES = st.sampled_from(["good answer", "思路清晰", "Hmm.", "", "named 3 clerks", "不错", "weak"])
MARKS = st.one_of(st.integers(1, 5), st.just(NONE), st.none())
CARDS = st.lists(MARKS, max_size=8)


@given(
    CARDS,
    st.lists(NOTES, min_size=8, max_size=8),
    st.none() | st.sampled_from(Recommendation),
    st.lists(CARDS, max_size=4),
)
def test_any_card_gets_few_tips_one_to_a_note(marks, texts, word, before):
    looked = card(marks, word=word, notes=dict(zip(BARS, texts, strict=True)))
    found = noticed(looked, BARS, day(*before))
    assert len(found) <= MOST
    told = [key for each in found for key in each.items]
    assert len(told) == len(set(told))
    rated = {rating.item.key for rating in looked.ratings if rating.points is not None}
    assert set(told) <= rated
    first = [USEFUL.index(kind) for kind in dict.fromkeys(each.kind for each in found)]
    assert first == sorted(first)
    assert found == noticed(looked, BARS, day(*before))
