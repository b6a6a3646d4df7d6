"""Who has heard which question, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

from coaching.exposure import Drift, Use
from coaching.scorecard import Draft, Item
from questions.selection import Heard
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, NOW, plan

USE = Use("i1", "c1", "q1", 1, "a-family")
EARLIER, LATER = NOW - timedelta(days=200), NOW + timedelta(hours=1)


async def kept(store, *uses, team="T1"):
    await plan(store, team)
    async with store.begin(team) as work:
        for use, at in uses:
            await work.uses.add([use], at)


async def test_a_candidate_counts_once_however_many_interviewers_ask(store):
    await kept(store, (USE, NOW), (replace(USE, interview="i2"), LATER), (USE, LATER))
    async with store.begin("T1") as work:
        assert await work.uses.heard(NOW - timedelta(days=91)) == {"q1": Heard(1, 1, LATER)}
        assert await work.uses.heard(LATER + timedelta(days=1)) == {"q1": Heard(1, 0, LATER)}
    async with store.begin("T2") as work:
        assert await work.uses.heard(EARLIER) == {}


async def test_families_met_are_those_of_the_candidates_asked_about(store):
    await kept(store, (USE, NOW))
    async with store.begin("T1") as work:
        assert await work.uses.met(["c1", "c9"]) == {"a-family"}
        assert await work.uses.met(["c9"]) == frozenset()
        assert await work.uses.met([]) == frozenset()
    async with store.begin("T2") as work:
        assert await work.uses.met(["c1"]) == frozenset()


async def test_a_question_that_takes_another_ones_place_takes_its_use(store):
    await kept(store, (USE, NOW))
    async with store.begin("T1") as work:
        other = replace(USE, question="q2", family="b-family")
        await work.uses.move("i1", "q1", other, LATER)
        assert await work.uses.met(["c1"]) == {"b-family"}


async def test_points_come_in_the_order_of_the_sealing_of_one_revision_only(store):
    await plan(store)
    item = Item("q1", "ibi", "q1@1#f")
    async with store.begin("T1") as work:
        for interview, points, ref in ((ALICE, 2, "q1@1#f"), (BOB, 5, "q1@1#f")):
            draft = Draft(None, marks={"q1": points}, heard=1)
            await work.scorecards.draft(interview, draft, [replace(item, ref=ref)])
        assert await work.uses.points("q1", 1) == []  # nothing is sealed
        await work.scorecards.seal(BOB, NOW)
        await work.scorecards.seal(ALICE, LATER)
        assert await work.uses.points("q1", 1) == [5, 2]
        assert await work.uses.points("q1", 2) == []
        assert await work.uses.points("q", 1) == []
    async with store.begin("T2") as work:
        assert await work.uses.points("q1", 1) == []


async def test_a_revision_is_flagged_once_and_reviewed_once(store):
    async with store.begin("T1") as work:
        assert await work.uses.flag("q1", 1, Drift(3.0, 4.0), NOW)
        assert not await work.uses.flag("q1", 1, Drift(3.0, 4.5), LATER)
        assert (await work.uses.leaks())["q1"].drift == Drift(3.0, 4.0)
        await work.uses.review("q1", 1, "UDANA", NOW)
        await work.uses.review("q1", 1, "UBOB", LATER)
        assert (await work.uses.leaks())["q1"].reviewed_by == "UDANA"
        assert await work.uses.flag("q1", 2, Drift(2.0, 3.0), LATER)
        newest = (await work.uses.leaks())["q1"]
        assert (newest.rev, newest.reviewed_by) == (2, None)
    async with store.begin("T2") as work:
        assert await work.uses.leaks() == {}


async def test_namesakes_are_other_candidates_of_the_name_or_account_since_then(store):
    await plan(store)
    again = replace(CANDIDATE, id="c2", name=CANDIDATE.name.upper())
    moved = replace(CANDIDATE, id="c3", name="Somebody else", account="UZOE")
    async with store.begin("T1") as work:
        await work.loops.add(again, [replace(ALICE, id="i3", candidate="c2")], _of("c2"), NOW)
        await work.loops.add(moved, [replace(ALICE, id="i4", candidate="c3")], _of("c3"), NOW)
        assert await work.loops.namesakes(CANDIDATE, EARLIER) == ["c2"]
        assert await work.loops.namesakes(replace(moved, id="c9"), EARLIER) == ["c3"]
        assert await work.loops.namesakes(CANDIDATE, LATER) == []


async def test_standing_is_what_the_database_says_now(store):
    account = replace(CANDIDATE, account="UZOE")
    await plan(store)
    async with store.begin("T1") as work:
        internal = replace(account, id="c2")
        await work.loops.add(internal, [replace(BOB, id="i3", candidate="c2")], _of("c2"), NOW)
        dana = await work.loops.standing("UDANA", NOW, admin=False)
        alice = await work.loops.standing("UALICE", NOW, admin=False)
        charlie = await work.loops.standing("UCHARLIE", NOW, admin=False)
        zoe = await work.loops.standing("UZOE", NOW, admin=True)
        assert (dana.pool, dana.writes, dana.judges) == ("live", True, False)
        assert (alice.pool, alice.writes) == ("live", False)
        assert charlie.pool == "mock"
        assert (zoe.pool, zoe.writes, zoe.judges) == ("mock", False, False)
        await work.loops.release("c2", NOW)
        after = NOW + timedelta(days=31)
        assert (await work.loops.standing("UZOE", NOW, admin=True)).pool == "mock"
        assert (await work.loops.standing("UZOE", after, admin=True)).pool == "live"
    async with store.begin("T2") as work:
        assert (await work.loops.standing("UDANA", NOW, admin=False)).pool == "mock"


def _of(candidate):
    return replace(DEBRIEF, candidate=candidate)
