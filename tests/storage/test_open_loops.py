"""What somebody still has to do with, in few questions to the database, on both of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from coaching.scorecard import Draft
from storage.tables import scorecards
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, ITEMS, NOW, plan

WEEK = timedelta(days=7)


async def open_to(store, person, since=NOW - WEEK, *, every=False):
    async with store.begin("T1") as work:
        return [each.candidate.id for each in await work.loops.open_to(person, since, every=every)]


async def seal(store, interview, now):
    async with store.begin("T1") as work:
        await work.scorecards.draft(interview, Draft(1, marks={"q1": 4}), ITEMS)
        assert await work.scorecards.seal(interview, now)


async def test_who_scores_and_who_organises_has_to_do_with_a_loop(store):
    await plan(store)
    for person in ("UALICE", "UBOB", "UDANA"):
        assert await open_to(store, person) == ["c1"]
    assert await open_to(store, "UCHARLIE") == []
    assert await open_to(store, "UCHARLIE", every=True) == ["c1"]


async def test_a_loop_that_is_over_is_left_behind_after_a_while(store):
    await plan(store)
    await seal(store, ALICE, NOW)
    async with store.begin("T1") as work:
        assert await work.loops.release("c1", NOW)
    for person in ("UALICE", "UBOB", "UDANA"):
        assert await open_to(store, person, NOW) == ["c1"]
    late = NOW + timedelta(hours=2)
    assert await open_to(store, "UALICE", late) == []
    assert await open_to(store, "UDANA", late) == []
    assert await open_to(store, "UCHARLIE", late, every=True) == []
    assert await open_to(store, "UBOB", late) == ["c1"]  # his card still waits


@pytest.mark.parametrize("state", ["cancelled", "missed"])
async def test_an_interview_that_was_called_off_asks_nothing_of_anybody(store, state):
    await plan(store)
    async with store.begin("T1") as work:
        await work.loops.change(replace(BOB, state=state))
    assert await open_to(store, "UBOB") == []


async def test_other_teams_are_never_read(store):
    await plan(store, "T2")
    async with store.begin("T2") as work:
        await work.scorecards.draft(ALICE, Draft(5, marks={"q1": 4}), ITEMS)
        await work.scorecards.seal(ALICE, NOW)
    assert await open_to(store, "UALICE") == []
    async with store.begin("T1") as work:
        assert await work.scorecards.sealed_in(["c1"]) == {}
        assert await work.scorecards.touched("UALICE") == {}


async def test_cards_of_many_candidates_are_looked_at_together(store):
    await plan(store)
    other = replace(CANDIDATE, id="c2")
    async with store.begin("T1") as work:
        panel = [replace(ALICE, id="i3", candidate="c2"), replace(BOB, id="i4", candidate="c2")]
        await work.loops.add(other, panel, replace(DEBRIEF, candidate="c2"), NOW)
        await work.scorecards.draft(panel[1], Draft(1, marks={"q1": 4}), ITEMS)
    await seal(store, ALICE, NOW)
    await seal(store, panel[0], NOW + WEEK)
    async with store.begin("T1") as work:
        assert await work.scorecards.sealed_in(["c1", "c2"]) == {"i1": NOW, "i3": NOW + WEEK}
        assert await work.scorecards.sealed_in(["c2"]) == {"i3": NOW + WEEK}
        assert await work.scorecards.sealed_in([]) == {}


@pytest.mark.parametrize(
    "last",
    [
        Draft(9_000_000, marks={"q1": 4}),
        Draft(9_000_000, evidence={"com": "She asked the planners."}),
        Draft(9_000_000, recommendation="yes"),
    ],
)
async def test_a_draft_is_as_old_as_what_was_last_written_in_it(store, last):
    await plan(store)
    async with store.begin("T1") as work:
        assert await work.scorecards.touched("UALICE") == {}
        await work.scorecards.draft(ALICE, Draft(3_000_000, marks={"q1": 2, "com": 3}), ITEMS)
        await work.scorecards.draft(ALICE, last, ITEMS)
        await work.scorecards.draft(BOB, Draft(11_000_000, marks={"q1": 2}), ITEMS)
        assert await work.scorecards.touched("UALICE") == {"i1": 9_000_000}
        card = await work.scorecards.of(ALICE, ITEMS)
        assert card.touched_at == datetime.fromtimestamp(9, UTC)
        await work.scorecards.seal(ALICE, NOW)
        assert await work.scorecards.touched("UALICE") == {}


async def test_a_draft_that_somebody_else_wrote_has_no_age_for_its_interviewer(store, engine):
    await plan(store)
    async with store.begin("T1") as work:
        await work.scorecards.draft(ALICE, Draft(3_000_000, marks={"q1": 2}), ITEMS)
    for writer, seen in (("UBOB", {}), ("UALICE", {"i1": 3_000_000})):
        async with engine.begin() as connection:
            await connection.execute(update(scorecards).values(written_by=writer))
        async with store.begin("T1") as work:
            assert await work.scorecards.touched("UALICE") == seen
            assert await work.scorecards.touched("UBOB") == {}
