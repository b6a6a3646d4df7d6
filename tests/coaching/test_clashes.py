"""Nobody is in two rooms at once: interviewers, shadows, the candidate."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.covering.clashes import Busy, clashes
from coaching.loop import Interview
from tests.examples import NOW


def at(minute):
    return NOW + timedelta(minutes=minute)


def talk(name, who, start, minutes=60, candidate="zoe"):
    return Interview(name, candidate, who, at(start), minutes, (), ())


def told(interviews, busy=None, shadows=()):
    found = clashes(interviews, busy or {}, shadows)
    return [(each.person, each.interview.id, getattr(each.other, "id", "busy")) for each in found]


CASES = [
    # start of the other, who, candidate, what clashes
    (60, "alice", "zoe", []),  # one ends as the other starts
    (59, "alice", "zoe", [("alice", "a", "b"), (None, "a", "b")]),
    (59, "bob", "zoe", [(None, "a", "b")]),
    (59, "alice", "yan", [("alice", "a", "b")]),
    (59, "bob", "yan", []),
    (0, "alice", "zoe", [("alice", "a", "b"), (None, "a", "b")]),
]


@pytest.mark.parametrize(("start", "who", "candidate", "expected"), CASES)
def test_two_interviews_clash_for_whoever_is_in_both(start, who, candidate, expected):
    first, second = talk("a", "alice", 0), talk("b", who, start, candidate=candidate)
    assert told([first, second]) == expected
    assert told([second, first]) == expected


def test_what_a_person_does_elsewhere_clashes_until_the_minute_it_ends():
    interview = talk("a", "alice", 0)
    assert told([interview], {"alice": [Busy(at(-30), at(0)), Busy(at(60), at(90))]}) == []
    assert told([interview], {"alice": [Busy(at(-30), at(1))]}) == [("alice", "a", "busy")]
    assert told([interview], {"alice": [Busy(at(-30), at(300))]}) == [("alice", "a", "busy")]
    assert told([interview], {"bob": [Busy(at(-30), at(300))]}) == []


def test_a_shadow_sits_in_the_room_of_the_lead_and_nowhere_else():
    lead, shadow = talk("a", "alice", 0), talk("s", "bob", 0)
    assert told([lead, shadow]) == [(None, "a", "s")]
    assert told([lead, shadow], shadows={"s"}) == []
    elsewhere = talk("b", "bob", 30, candidate="yan")
    assert told([lead, shadow, elsewhere], shadows={"s"}) == [("bob", "s", "b")]


TALKS = st.lists(
    st.tuples(
        st.sampled_from(["alice", "bob"]), st.integers(0, 12), st.sampled_from(["zoe", "yan"])
    ),
    max_size=5,
)


@given(TALKS)
def test_there_is_a_clash_just_when_somebody_has_two_things_in_one_minute(talks):
    """Minute by minute, which is slow and needs no thought."""
    made = [talk(f"i{n}", who, 5 * start, 20, whom) for n, (who, start, whom) in enumerate(talks)]
    expected = set()
    for minute in range(90):
        now = [each for each in made if each.start <= at(minute) < each.end]
        for one in now:
            for other in now:
                if one.id < other.id:
                    pair = frozenset({one.id, other.id})
                    expected |= {(one.interviewer, pair)} & {(other.interviewer, pair)}
                    expected |= {(None, pair)} if one.candidate == other.candidate else set()
    found = clashes(made, {})
    assert {(c.person, frozenset({c.interview.id, c.other.id})) for c in found} == expected
    assert len(found) == len(expected)
