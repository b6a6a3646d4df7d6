"""The numbers of the debrief, each worked out by hand; and what holds whatever the numbers are.

A case is a row of `WORKED`: the panel's ratings, the bar, and what a reader would compute with a
pencil. A new rule about who counts is a new row.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.profile import profile
from coaching.scorecard import POINTS, Item, Rating, Recommendation, Scorecard

GAP = "not_assessed"
THIRD = Fraction(1, 3)


@dataclass(frozen=True)
class Worked:
    """What a panel gave, a tuple of marks a rater, and what follows from it."""

    says: str
    panel: tuple[tuple[int | str, ...], ...]
    mean: Fraction | float | None
    spread: Fraction | float = 0
    disputed: bool = False
    confidence: str = "medium"
    raters: int = 2
    bar: float = 3


WORKED = [
    # Whose numbers count, and how much.
    Worked("nobody rated", (), None, confidence="low", raters=0),
    Worked("one rater, one answer", ((4,),), 4, confidence="low", raters=1),
    Worked("one rater, two answers: (2 + 5) / 2", ((2, 5),), 3.5, confidence="low", raters=1),
    Worked("two raters: (3 + 4) / 2", ((3,), (4,)), 3.5, 1),
    Worked(
        "each rater counts once, not each answer: ((5 + 5 + 5) / 3 + 3) / 2, not 18 / 4",
        ((5, 5, 5), (3,)), 4, 2, disputed=True,
    ),
    Worked("thirds: ((3 + 3 + 4) / 3 + 4) / 2", ((3, 3, 4), (4,)), 3 + 2 * THIRD, 2 * THIRD),
    Worked("three raters: (3 + 3 + 4) / 3", ((3,), (3,), (4,)), 3 + THIRD, 1, confidence="high",
           raters=3),
    Worked("eight raters", ((3,),) * 4 + ((4,),) * 4, 3.5, 1, confidence="high", raters=8),
    # Not assessed is a gap, not a low score.
    Worked("not assessed by anybody", ((GAP,), (GAP, GAP)), None, confidence="low", raters=0),
    Worked("left open by the only rater", ((None,),), None, confidence="low", raters=0),
    Worked("not assessed by one of two", ((4,), (GAP,)), 4, confidence="low", raters=1),
    Worked("one answer of two not assessed: 4, not 2", ((4, GAP), (3,)), 3.5, 1),
    Worked("two of three, alike: not high", ((4,), (4,), (GAP,)), 4),
    # Ties.
    Worked("two raters alike", ((4,), (4,)), 4),
    Worked("three alike at the top", ((5,),) * 3, 5, confidence="high", raters=3),
    Worked("three alike at the bottom", ((1,),) * 3, 1, confidence="high", raters=3),
    Worked("alike by other ways: (2 + 4) / 2 and 3", ((2, 4), (3,)), 3),
    # Two points apart.
    Worked("two apart, both at the bar or above", ((3,), (5,)), 4, 2, disputed=True),
    Worked("two apart, both below", ((1,), (3,)), 2, 2, disputed=True, bar=4),
    Worked("one and a half apart, both above", ((3,), (4, 5)), 3.75, 1.5),
    Worked("the outermost of three count: 5 - 3", ((5,), (4,), (3,)), 4, 2, disputed=True,
           raters=3),
    Worked("four apart", ((1,), (5,)), 3, 4, disputed=True),
    Worked("three raters, more than one apart: not high", ((4, 5), (3,), (4,)), 3 + 5 * THIRD / 2,
           1.5, raters=3),
    # Both sides of the bar.
    Worked("on both sides, one apart", ((2,), (3,)), 2.5, 1, disputed=True),
    Worked("on both sides, half apart", ((2, 3), (3,)), 2.75, 0.5, disputed=True),
    Worked("at the bar meets it", ((3,), (3,)), 3),
    Worked("both below: agreed", ((2,), (2,)), 2),
    Worked("a bar between two points", ((3,), (4,)), 3.5, 1, disputed=True, bar=3.5),
    Worked("one against two", ((2,), (3,), (3,)), 2 + 2 * THIRD, 1, disputed=True,
           confidence="high", raters=3),
    Worked("one rater on both sides of it within a card", ((2, 4),), 3, confidence="low", raters=1),
    Worked("a bar of thirds, met exactly", ((3, 3, 4), (4,)), 3 + 2 * THIRD, 2 * THIRD,
           bar=10 / 3),
]  # fmt: skip


def cards_of(panel, competency="x"):
    return [
        Scorecard(
            f"i{who}",
            f"U{who}",
            [Rating(Item(f"q{n}", competency, "r"), mark) for n, mark in enumerate(marks)],
        )
        for who, marks in enumerate(panel)
    ]


def line_of(panel, bar=3.0):
    [line] = profile(cards_of(panel), {"x": bar})
    return line


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.says)
def test_the_numbers_are_those_worked_by_hand(case):
    line = line_of(case.panel, case.bar)
    assert line.mean == (None if case.mean is None else pytest.approx(float(case.mean)))
    assert line.spread == pytest.approx(float(case.spread))
    assert (line.disputed, line.confidence) == (case.disputed, case.confidence)
    assert len(line.raters) == case.raters


SETS = [marks for many in (1, 2, 3) for marks in combinations_with_replacement(POINTS, many)]


def test_exactly_two_points_apart_is_a_disagreement_whatever_the_fractions():
    missed = [pair for pair in product(SETS, SETS) if _apart(*pair) == 2 and not _disputed(pair)]
    assert missed == []


def test_exactly_one_point_apart_is_within_one_point_whatever_the_fractions():
    pairs = [pair for pair in product(SETS, SETS) if _apart(*pair) == 1]
    missed = [pair for pair in pairs if line_of((*pair, pair[0])).confidence != "high"]
    assert missed == []


def _apart(high, low):
    return Fraction(sum(high), len(high)) - Fraction(sum(low), len(low))


def _disputed(pair):
    return line_of(pair, bar=1.0).disputed  # nobody is below 1: only the distance is left


MARKS = st.lists(st.sampled_from([*POINTS, GAP]), min_size=1, max_size=3).map(tuple)
PANELS = st.lists(MARKS, min_size=1, max_size=8)
BARS = st.sampled_from([2.0, 2.5, 3.0, 10 / 3, 4.0])


@given(PANELS, BARS, st.randoms(use_true_random=False))
def test_the_order_of_the_cards_and_of_their_ratings_never_matters(panel, bar, random):
    cards = cards_of(panel)
    other = [Scorecard(c.interview, c.interviewer, _shuffled(c.ratings, random)) for c in cards]
    one, two = (profile(each, {"x": bar})[0] for each in (cards, _shuffled(other, random)))
    assert (one.mean, one.spread, one.disputed) == (two.mean, two.spread, two.disputed)
    assert [(r.interviewer, r.mean) for r in one.raters] == [
        (r.interviewer, r.mean) for r in two.raters
    ]


def _shuffled(found, random):
    mixed = list(found)
    random.shuffle(mixed)
    return mixed


@given(PANELS, BARS)
def test_a_card_that_says_what_the_panel_says_never_moves_the_mean(panel, bar):
    """A second panel like the first leaves each mean, the spread and the dispute as they were."""
    line, twice = line_of(panel, bar), line_of(panel + panel, bar)
    assert twice.mean == (None if line.mean is None else pytest.approx(line.mean))
    assert (twice.spread, twice.disputed) == (line.spread, line.disputed)


@given(MARKS, st.integers(1, 8))
def test_any_number_of_equal_cards_has_the_mean_of_one(marks, many):
    assert line_of((marks,) * many).mean == line_of((marks,)).mean


@given(PANELS)
def test_mean_and_raters_stay_within_the_range_of_the_ratings(panel):
    line = line_of(panel)
    points = [mark for marks in panel for mark in marks if mark != GAP]
    assert (line.mean is None) == (not points)
    for number in [line.mean] * bool(points) + [rater.mean for rater in line.raters]:
        assert min(points) <= number <= max(points)
    assert line.spread <= (max(points) - min(points) if points else 0)


@given(PANELS, MARKS)
def test_a_card_with_nothing_assessed_changes_nothing(panel, marks):
    assert line_of([*panel, (GAP,) * len(marks)]) == line_of(panel)


@given(PANELS, PANELS)
def test_one_competency_never_moves_another(panel, other):
    cards = cards_of(panel) + cards_of(other, "y")
    lines = {line.competency: line for line in profile(cards, {"x": 3.0, "y": 3.0})}
    assert lines["x"] == line_of(panel)


@given(PANELS, st.sampled_from(Recommendation))
def test_the_recommendation_is_no_part_of_the_profile(panel, word):
    cards = [Scorecard(c.interview, c.interviewer, c.ratings, word) for c in cards_of(panel)]
    assert profile(cards, {"x": 3.0}) == profile(cards_of(panel), {"x": 3.0})
