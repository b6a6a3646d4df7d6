"""Which jobs have candidates to compare, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from coaching.debrief.beside import is_ready
from coaching.loop import Debrief
from coaching.scorecard import Draft
from tests.examples import ALICE, BOB, CANDIDATE, ITEMS, JOB, NOW

SHADOW = {"kind": "shadow", "beside": "i1"}
PANELS = {
    "both": ({}, {}),
    "one called off": ({}, {"state": "cancelled"}),
    "a shadow": ({}, SHADOW),
    "nobody left": ({"state": "missed"}, {"state": "cancelled"}),
}


async def planned(store, n, changes, *, sealed=(), released=True, account=None, at=NOW):
    """Keep a loop of the job, and seal some of its cards."""
    panel = [
        replace(each, id=f"{each.id}-{n}", candidate=f"c{n}", **change)
        for each, change in zip((ALICE, BOB), changes, strict=True)
    ]
    async with store.begin("T1") as work:
        await work.jobs.add(JOB, NOW)
        candidate = replace(CANDIDATE, id=f"c{n}", account=account)
        await work.loops.add(candidate, panel, Debrief(f"c{n}", "G1"), at)
        for seat in sealed:
            await work.scorecards.draft(panel[seat], Draft(1, marks={"q1": 3}), ITEMS)
            await work.scorecards.seal(panel[seat], NOW)
        if released:
            await work.loops.release(f"c{n}", NOW)


async def found(store, person="UDANA", least=1, **rest):
    async with store.begin("T1") as work:
        jobs = await work.jobs.comparable(person, least, **({"every": False} | rest))
        return [job.id for job in jobs]


@pytest.mark.parametrize(
    ("panel", "sealed", "released"), [*product(PANELS, [(), (0,), (1,), (0, 1)], [True, False])]
)
async def test_the_database_and_the_rule_agree_on_who_is_ready(store, panel, sealed, released):
    await planned(store, 1, PANELS[panel], sealed=sealed, released=released)
    async with store.begin("T1") as work:
        loop = await work.loops.of("c1")
        ready = is_ready(loop, await work.scorecards.sealed_in(["c1"]))
    assert await found(store) == (["j1"] if ready else [])


async def test_it_takes_as_many_as_are_asked_for_and_nobody_elses(store):
    both = PANELS["both"]
    await planned(store, 1, both, sealed=(0, 1))
    await planned(store, 2, both, sealed=(0,))
    assert await found(store, least=2) == []
    await planned(store, 3, both, sealed=(0, 1))
    assert await found(store, least=2) == ["j1"]
    assert await found(store, "UALICE", least=2) == []
    assert await found(store, "UALICE", least=2, every=True) == ["j1"]
    assert await found(store, least=2, among=["j1"]) == ["j1"]
    assert await found(store, least=2, among=["j2"]) == []
    assert await found(store, least=2, among=[]) == []
    async with store.begin("T2") as work:
        assert await work.jobs.comparable("UDANA", 1, every=True) == []


async def test_a_candidate_of_a_job_is_offered_none_of_it(store):
    both = PANELS["both"]
    await planned(store, 1, both, sealed=(0, 1))
    await planned(store, 2, both, account="UDANA", released=False)
    assert await found(store) == []
    assert await found(store, every=True) == []


async def test_all_loops_of_a_job_come_in_the_order_they_were_planned(store):
    for n in (3, 1, 2):
        await planned(store, n, PANELS["both"], at=NOW + timedelta(days=-n))
    async with store.begin("T1") as work:
        loops = await work.loops.of_jobs(["j1", "j2"])
        assert [loop.candidate.id for loop in loops] == ["c3", "c2", "c1"]
        assert await work.loops.of_jobs([]) == []
    async with store.begin("T2") as work:
        assert await work.loops.of_jobs(["j1"]) == []
