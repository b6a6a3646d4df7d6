"""What the panel's numbers say, against cases worked by hand."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.profile import Line, Rater, profile
from coaching.scorecard import Item, Rating, Scorecard

NONE = "not_assessed"


def card(who, **marks):
    ratings = [
        Rating(Item(f"{competency}-{n}", competency, "r"), mark)
        for competency, given_ in marks.items()
        for n, mark in enumerate(given_ if isinstance(given_, tuple) else (given_,))
    ]
    return Scorecard(f"i-{who}", who, ratings)


CASES = [
    # cards, mean, spread, disputed, confidence, raters
    ([card("a", x=3)], 3.0, 0.0, False, "low", 1),
    ([card("a", x=3), card("b", x=4)], 3.5, 1.0, False, "medium", 2),
    ([card("a", x=(2, 4)), card("b", x=4)], 3.5, 1.0, False, "medium", 2),
    ([card("a", x=(5, 5, 5)), card("b", x=1)], 3.0, 4.0, True, "medium", 2),
    ([card("a", x=2), card("b", x=3)], 2.5, 1.0, True, "medium", 2),  # both sides of the bar
    ([card("a", x=3), card("b", x=5)], 4.0, 2.0, True, "medium", 2),  # two apart
    ([card("a", x=4), card("b", x=4), card("c", x=3)], 11 / 3, 1.0, False, "high", 3),
    ([card("a", x=3), card("b", x=4), card("c", x=5)], 4.0, 2.0, True, "medium", 3),
    ([card("a", x=3), card("b", x=NONE)], 3.0, 0.0, False, "low", 1),
    ([card("a", x=(4, NONE))], 4.0, 0.0, False, "low", 1),
    ([card("a", x=NONE)], None, 0.0, False, "low", 0),
    # One person who held two interviews: one rater, of all the points they gave.
    ([card("a", x=2), card("a", x=4)], 3.0, 0.0, False, "low", 1),
    ([card("a", x=(2, 2)), card("a", x=5), card("b", x=3)], 3.0, 0.0, False, "medium", 2),
    ([card("a", x=NONE), card("a", x=4)], 4.0, 0.0, False, "low", 1),
    ([], None, 0.0, False, "low", 0),
]


@pytest.mark.parametrize(("cards", "mean", "spread", "disputed", "confidence", "raters"), CASES)
def test_a_line_of_the_profile(cards, mean, spread, disputed, confidence, raters):
    [line] = profile(cards, {"x": 3.0})
    assert line.mean == pytest.approx(mean)
    assert (line.spread, line.disputed, line.confidence) == (spread, disputed, confidence)
    assert len(line.raters) == raters


def test_a_card_on_behalf_counts_neither_in_the_mean_nor_as_a_rater():
    own = [card("a", x=2), card("b", x=3)]
    other = replace(card("c", x=5, y=5), written_by="d")
    assert profile([*own, other], {"x": 3.0, "y": 3.0}) == profile(own, {"x": 3.0, "y": 3.0})


def test_the_largest_disagreement_comes_first_and_gaps_last():
    cards = [card("a", p=3, q=1, r=3, s=NONE, t=2), card("b", p=3, q=5, r=5, s=NONE, t=3)]
    lines = profile(cards, dict.fromkeys("spqrt", 3.0))
    assert [line.competency for line in lines] == ["q", "r", "t", "p", "s"]


MARKS = st.one_of(st.integers(1, 5), st.just(NONE))
CARDS = st.lists(st.lists(MARKS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=4)


@given(CARDS)
def test_the_order_of_the_cards_never_matters(marks):
    cards = [card(str(n), x=each) for n, each in enumerate(marks)]
    lines = [profile(order, {"x": 3.0}) for order in permutations(cards)]
    assert all(line == lines[0] for line in lines)


@given(CARDS)
def test_the_mean_stays_within_the_ratings(marks):
    [line] = profile([card(str(n), x=each) for n, each in enumerate(marks)], {"x": 3.0})
    points = [mark for each in marks for mark in each if mark != NONE]
    assert (line.mean is None) == (not points)
    if points:
        assert min(points) - 1e-9 <= line.mean <= max(points) + 1e-9


def test_a_mean_that_is_the_bar_but_for_the_last_bit_is_not_below_it():
    thirds = Line("ibi", [Rater("U1", 0.1 + 0.2, ()), Rater("U2", 0.3, ())], 0.1 + 0.2)
    assert not thirds.below
    assert Line("ibi", [Rater("U1", 2.0, ())], 2.5).below
    assert not Line("ibi", [], 2.5).below
