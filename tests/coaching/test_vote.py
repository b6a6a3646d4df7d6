"""How far the talk moved a panel, worked out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.debrief.vote import Vote, all_voted, closed, movement
from coaching.profile import profile
from tests.coaching.panels import card_of, lines_of
from tests.examples import NOW


def votes_of(**said):
    """Return votes: by competency what each rater says after the talk, None who does not vote."""
    return [
        Vote("c1", f"U{n}", competency, points, NOW)
        for competency, all_ in said.items()
        for n, points in enumerate(all_)
        if points
    ]


# The marks of three raters, their votes; voted, before, after, apart before and after, up, down.
CASES = [
    ((2, 5, 4), (3, 4, 4), (3, 11 / 3, 11 / 3, (3, 1), 1, 1)),
    ((2, 5, 4), (2, 5, 4), (3, 11 / 3, 11 / 3, (3, 3), 0, 0)),
    ((2, 5, 4), (None, 3, None), (1, 5, 3, (0, 0), 0, 1)),  # who did not vote is in neither mean
    ((2, 5, 4), (4, 5, None), (2, 3.5, 4.5, (3, 1), 1, 0)),
    (((3, 4), 1, 1), (4, None, None), (1, 3.5, 4, (0, 0), 0, 0)),  # half a point is rounding
    (((3, 4), 1, 1), (5, None, None), (1, 3.5, 5, (0, 0), 1, 0)),
    (((3, 3, 4), 1, 1), (2, 2, None), (2, 13 / 6, 2, (7 / 3, 0), 1, 1)),
]


@pytest.mark.parametrize(("marks", "votes", "expected"), CASES)
def test_the_movement_of_one_competency(marks, votes, expected):
    voted, before, after, apart, up, down = expected
    [found] = movement(lines_of(a=marks), votes_of(a=votes))
    assert (found.competency, found.raters, found.voted) == ("a", 3, voted)
    assert (found.before, found.after) == pytest.approx((before, after))
    assert found.apart == pytest.approx(apart)
    assert (found.up, found.down) == (up, down)


def test_what_nobody_voted_on_or_rated_is_left_out_and_the_order_is_that_of_the_profile():
    lines = lines_of(agreed=(4, 4), wide=(1, 5), none=("not_assessed", "not_assessed"))
    votes = votes_of(agreed=(4, 4), wide=(2, None), none=(3, 3), unknown=(1, 1))
    assert [each.competency for each in movement(lines, votes)] == ["wide", "agreed"]
    assert movement(lines, []) == []


def test_nobody_moves_what_they_did_not_rate():
    assert movement(lines_of(a=(4, None)), votes_of(a=(None, 1))) == []


def test_all_have_voted_when_each_has_said_one_thing():
    lines = lines_of(a=(4, 4), b=(3, None))
    assert not all_voted(lines, votes_of(a=(4, None), b=(3, None)))
    assert all_voted(lines, votes_of(a=(None, 5), b=(3, None)))


def test_a_vote_is_over_when_all_have_voted_or_somebody_has_decided():
    lines = lines_of(a=(4, 4))
    assert not closed(lines, votes_of(a=(4, None)), decided=False)
    assert closed(lines, votes_of(a=(4, None)), decided=True)
    assert closed(lines, votes_of(a=(4, 4)), decided=False)
    assert not closed(lines_of(a=("not_assessed",)), [], decided=False)


def test_a_card_written_for_somebody_is_no_voter():
    cards = [card_of(0, {"a": (4, 2)}), replace(card_of(1, {"a": (4, 2)}), written_by="U9")]
    assert all_voted(profile(cards, {"a": 3.0}), votes_of(a=(4,)))


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=6))
def test_the_order_of_votes_never_matters_and_means_stay_within_what_was_said(pairs):
    marks, votes = zip(*pairs, strict=True)
    cast = votes_of(a=votes)
    [found] = movement(lines_of(a=marks), cast)
    assert movement(lines_of(a=marks), cast[::-1]) == [found]
    assert min(votes) <= found.after <= max(votes)
    assert found.up + found.down <= found.voted == len(pairs)
