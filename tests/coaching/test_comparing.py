"""Which points of a shadow stand beside which of the lead."""

from coaching.scorecard import Item, Rating, Scorecard
from coaching.sealed.comparing import Pair, pairs

ONE, TWO, THREE = (Item(key, key, f"{key}@1#f") for key in ("one", "two", "three"))


def test_both_points_stand_side_by_side_with_what_only_one_rated_last():
    lead = Scorecard("i1", "UALICE", [Rating(ONE, 4), Rating(TWO, "not_assessed")])
    shadow = Scorecard("i2", "UBOB", [Rating(THREE, 5), Rating(TWO, 2), Rating(ONE, 1)])
    assert pairs(shadow, lead) == [Pair(ONE, 1, 4), Pair(TWO, 2, None), Pair(THREE, 5, None)]


def test_a_difference_needs_two_points():
    assert [Pair(ONE, 1, 4).apart, Pair(ONE, 3, 3).apart, Pair(ONE, 5, 4).apart] == [-3, 0, 1]
    assert [Pair(ONE, None, 4).apart, Pair(ONE, 2, None).apart] == [None, None]
