"""Who covers what: tables worked by hand, and every small plan against all plans there are."""

from fractions import Fraction
from itertools import chain, combinations, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coaching.covering.coverage import OVERHEAD, Coverage, Need, Seat
from coaching.covering.propose import propose


def need(name, minutes=20, *, hard=False):
    return Need(name, minutes, hard)


def seat(who, room):
    return Seat(who, room + OVERHEAD)


A, B, C = need("a", hard=True), need("b"), need("c")
ALICE, BOB, MEI = seat("alice", 40), seat("bob", 40), seat("mei", 40)


def told(plan):
    """Return what a plan says in short: covers, one rater, none."""
    return [" ".join(each) for each in plan.covers], list(plan.alone), list(plan.uncovered)


TABLES = [
    # needs, seats, what each covers, with one rater, with none
    ([A, B], [ALICE, BOB], ["a b", "a b"], [], []),
    ([A, B, C], [ALICE, BOB, MEI], ["a b", "a c", "b c"], [], []),
    ([A, B, C], [ALICE, BOB], ["a c", "a b"], ["b", "c"], []),  # hard skills get the second
    ([A, B, C], [ALICE], ["a b"], ["a", "b"], ["c"]),  # and the first
    ([need("a", 30, hard=True), B, C], [ALICE], ["a"], ["a"], ["b", "c"]),  # though dearer
    ([A, B], [ALICE, seat("alice", 40)], ["a", "b"], ["a", "b"], []),  # one person, one opinion
    ([A], [seat("alice", 19), BOB], ["", "a"], ["a"], []),  # no time, nothing
    ([A], [Seat("alice", 5)], [""], [], ["a"]),  # shorter than its own frame
    ([A], [], [], [], ["a"]),
    ([], [ALICE], [""], [], []),
]


@pytest.mark.parametrize(("needs", "seats", "covers", "alone", "uncovered"), TABLES)
def test_a_plan_worked_by_hand(needs, seats, covers, alone, uncovered):
    plan = propose(needs, seats)
    assert told(plan) == (covers, alone, uncovered)
    assert plan.proven
    assert plan.over == []
    assert plan.idle == [n for n, each in enumerate(covers) if not each]


def test_a_plan_says_what_it_uses_of_what_there_is_and_who_rates():
    plan = propose([A, B, C], [ALICE, BOB, MEI])
    assert [(plan.used(n), plan.available(n)) for n in range(3)] == [(40, 40)] * 3
    assert plan.raters("a") == ["alice", "bob"]


def test_no_more_than_two_are_proposed():
    plan = propose([A], [ALICE, BOB, MEI])
    assert len(plan.raters("a")) == 2


def test_a_cell_set_by_hand_stays_even_over_the_time_and_the_plan_says_so():
    cells = {(0, "a"): True, (0, "b"): True, (0, "c"): True, (1, "a"): False}
    plan = propose([A, B, C], [ALICE, BOB, MEI], cells)
    assert plan.covers[0] == ("a", "b", "c")
    assert plan.over == [0]
    assert plan.used(0) == 60
    assert "a" not in plan.covers[1]
    assert plan.alone == []
    third = propose([A], [ALICE, BOB, MEI], {(n, "a"): True for n in range(3)})
    assert third.raters("a") == ["alice", "bob", "mei"]


def test_a_second_talk_with_the_same_person_set_by_hand_is_no_second_rater():
    seats = [ALICE, seat("alice", 40), BOB]
    plan = propose([A], seats, {(0, "a"): True, (1, "a"): True})
    assert plan.raters("a") == ["alice", "bob"]


def test_who_drops_out_leaves_the_others_as_they_are():
    needs = [need(name, 15, hard=name < "c") for name in "abcd"]
    people = [seat(who, 50) for who in ("alice", "bob", "mei", "charlie")]
    plan = propose(needs, people)
    assert [plan.used(n) for n in range(4)] == [30] * 4
    for gone in range(4):
        rest = [n for n in range(4) if n != gone]
        again = propose(needs, [people[n] for n in rest], before=plan)
        assert again.alone == []
        for n, covers in zip(rest, again.covers, strict=True):
            assert set(plan.covers[n]) <= set(covers)


def test_what_cannot_be_planned_is_refused():
    for needs, cells in [
        ([A, A], {}),
        ([need("a", 0)], {}),
        ([A], {(1, "a"): True}),
        ([A], {(-1, "a"): True}),
        ([A], {(0, "z"): False}),
    ]:
        with pytest.raises(ValueError, match=r"competency|cell"):
            propose(needs, [ALICE], cells)


# Every small plan, against all the plans there are.

NAMES = "abcd"
NEEDS = st.lists(st.tuples(st.integers(5, 30), st.booleans()), min_size=1, max_size=4).map(
    lambda each: [need(NAMES[n], minutes, hard=hard) for n, (minutes, hard) in enumerate(each)]
)
SEATS = st.lists(
    st.builds(seat, st.sampled_from(["alice", "bob", "mei"]), st.integers(0, 60)),
    min_size=1,
    max_size=3,
)


@st.composite
def cases(draw):
    needs, seats = draw(NEEDS), draw(SEATS)
    places = [(n, each.competency) for n in range(len(seats)) for each in needs]
    cells = draw(st.dictionaries(st.sampled_from(places), st.booleans(), max_size=3))
    held = draw(st.sets(st.sampled_from(places)))
    return needs, seats, cells, _coverage(needs, seats, held) if draw(st.booleans()) else None


def _coverage(needs, seats, held):
    names = [each.competency for each in needs]
    return Coverage(
        needs, seats, [tuple(c for c in names if (n, c) in held) for n in range(len(seats))]
    )


def _cells(plan):
    return {(n, name) for n, covers in enumerate(plan.covers) for name in covers}


def _all_plans(needs, seats, cells):
    """Yield each plan that the rules allow."""
    given = {cell for cell, on in cells.items() if on}
    per_seat = []
    for n, each in enumerate(seats):
        own = {name for at, name in given if at == n}
        free = [x.competency for x in needs if cells.get((n, x.competency)) is None]
        more = chain.from_iterable(combinations(free, k) for k in range(len(free) + 1))
        minutes = {x.competency: x.minutes for x in needs}
        left = each.available - sum(minutes[name] for name in own)
        per_seat.append(
            [own | set(some) for some in more if not some or sum(map(minutes.get, some)) <= left]
        )
    for sets in product(*per_seat):
        held = {(n, name) for n, names in enumerate(sets) for name in names}
        if all(_may(held - given, given, seats, x.competency) for x in needs):
            yield _coverage(needs, seats, held)


def _may(added, given, seats, name):
    """Whether what is added for a competency brings a new person each, up to two in all."""
    hands = {seats[n].interviewer for n, each in given if each == name}
    new = [seats[n].interviewer for n, each in added if each == name]
    return not new or (len(hands | set(new)) == len(hands) + len(new) <= 2)


def _worth(plan, cells, before):
    """Return what makes one plan better than another: the larger, the better."""
    raters = [(each.hard, len(plan.raters(each.competency))) for each in plan.needs]
    counts = [
        sum(many >= least for hard, many in raters if hard or not only_hard)
        for least in (1, 2)
        for only_hard in (True, False)
    ]
    changed = len(_cells(plan) ^ _cells(before)) if before else 0
    fullest = max(
        (
            Fraction(plan.used(n), plan.available(n))
            for n in range(len(plan.seats))
            if any((n, name) not in cells for name in plan.covers[n])
        ),
        default=0,
    )
    return *counts, -changed, -fullest


@given(cases())
@settings(max_examples=300, deadline=None)
def test_no_plan_that_the_rules_allow_is_better(case):
    needs, seats, cells, before = case
    plan = propose(needs, seats, cells, before)
    allowed = list(_all_plans(needs, seats, cells))
    assert _cells(plan) in [_cells(each) for each in allowed]
    assert _worth(plan, cells, before) == max(_worth(each, cells, before) for each in allowed)
    assert plan.proven


# What holds for larger ones too.

LARGE_NEEDS = st.lists(st.tuples(st.integers(5, 40), st.booleans()), min_size=3, max_size=9).map(
    lambda each: [need(f"c{n}", minutes, hard=hard) for n, (minutes, hard) in enumerate(each)]
)
LARGE_SEATS = st.lists(
    st.builds(
        seat, st.sampled_from([f"p{n}" for n in range(6)]), st.sampled_from([5, 20, 35, 50, 80])
    ),
    min_size=2,
    max_size=6,
)


ALIKE = (
    [need(f"c{n}", 5) for n in range(8)],
    [seat("p0", 5), seat("p0", 50)] + [seat("p1", 50)] * 2,
)


@given(LARGE_NEEDS, LARGE_SEATS)
@example(*ALIKE)
@settings(max_examples=40, deadline=None)
def test_time_and_independence_are_kept_and_the_same_question_has_the_same_answer(needs, seats):
    plan = propose(needs, seats)
    assert plan.over == []
    for each in needs:
        who = [
            s.interviewer
            for s, has in zip(seats, plan.covers, strict=True)
            if each.competency in has
        ]
        assert len(who) == len(set(who)) <= 2
    assert plan == propose(needs, seats)
    assert propose(needs, seats, before=plan) == plan


@given(LARGE_NEEDS, LARGE_SEATS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_needs_and_seats_changes_nothing(needs, seats, random):
    mixed_needs, mixed_seats = random.sample(needs, len(needs)), random.sample(seats, len(seats))

    def said(plan):
        held = zip(plan.seats, plan.covers, strict=True)
        return sorted((s.interviewer, s.minutes, sorted(covers)) for s, covers in held)

    assert said(propose(needs, seats)) == said(propose(mixed_needs, mixed_seats))


@given(LARGE_NEEDS, LARGE_SEATS, st.data())
@settings(max_examples=60, deadline=None)
def test_one_cell_by_hand_changes_no_more_than_it_must(needs, seats, data):
    plan = propose(needs, seats)
    same = _cells(plan)
    place = data.draw(st.sampled_from(sorted(_cells(plan) or {(0, needs[0].competency)})))
    assert propose(needs, seats, {place: place in same}, plan).covers == plan.covers
    again = propose(needs, seats, {place: False}, plan)
    # Leaving only that cell out is always possible, so what is moved beside it must gain raters.
    bare = _coverage(needs, seats, _cells(plan) - {place})
    if _worth(again, {}, None)[:4] == _worth(bare, {}, None)[:4]:
        assert _cells(again) == _cells(bare)


def test_a_search_that_is_given_up_still_plans_and_says_so():
    """Many interviews, a plan before that nobody would draw up, and few steps, or none."""
    needs = [need(f"c{n:02}", 11 + 3 * n % 17, hard=n < 5) for n in range(15)]
    people = [seat(f"p{n:02}", 50 + n % 3) for n in range(12)]
    before = _coverage(
        needs,
        people,
        {(n, f"c{(5 * n + k * k) % 15:02}") for n in range(12) for k in range(3)},
    )
    plan = propose(needs, people, before=before, steps=40_000)
    assert not plan.proven
    assert plan.over == []
    assert plan.uncovered == []
    assert propose(needs, people, before=before, steps=40_000) == plan
    begun = propose(needs, people, steps=0)
    assert not begun.proven
    assert (begun.over, begun.uncovered) == ([], [])
