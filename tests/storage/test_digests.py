"""What digests count and how they are taken, on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from coaching.deadline import Deadline
from coaching.debrief.digesting import Digesting
from coaching.digest import Digest
from coaching.people import People
from coaching.person import Profile
from storage.debrief_tables import decisions
from storage.tables import outbox
from tests.clock import Clock
from tests.examples import CANDIDATE, DEBRIEF, NOW, plan

DAY = timedelta(days=1)
WANTED = Digest.begun("G1", "UDANA", "en", "UTC", NOW)
MONDAY = WANTED.due_at


def digesting(store, at):
    people = People(store.begin, None, Clock(at), Deadline())
    return Digesting(store, people, Clock(at), "UTC")


async def wanting(store, *teams):
    for team in teams:
        await plan(store, team, replace(DEBRIEF, due_at=None))
        async with store.begin(team) as work:
            await work.digests.keep(WANTED)
            await work.people.save(Profile("UDANA", "Dana", "en", "UTC"), NOW)


async def kinds(engine, team="T1"):
    async with engine.connect() as connection:
        rows = (await connection.execute(outbox.select())).mappings()
        return sorted((row["kind"], row["channel"]) for row in rows if row["team_id"] == team)


async def test_each_is_taken_once_however_many_look(store, engine):
    await wanting(store, "T1", "T2")
    assert await digesting(store, MONDAY - timedelta(seconds=1)).owe_due() == 0
    looks = await asyncio.gather(*(digesting(store, MONDAY).owe_due() for _ in range(4)))
    assert sum(looks) == 2
    for team in ("T1", "T2"):
        assert await kinds(engine, team) == [("digest", "G1"), ("digest_names", "UDANA")]
        async with store.begin(team) as work:
            kept = await work.digests.of("G1")
        assert (kept.last_on, kept.due_at) == ("2026-01-12", MONDAY + 7 * DAY)


async def test_one_that_could_not_be_owed_is_due_again(store, engine):
    await wanting(store, "T1")
    async with store.claim() as claims:
        assert (await claims.digest(MONDAY))[0] == "T1"
    assert await kinds(engine) == []
    assert await digesting(store, MONDAY).owe_due() == 1


async def test_loops_are_those_of_the_channel_that_are_not_out(store):
    await wanting(store, "T1", "T2")
    other = replace(CANDIDATE, id="c2")
    async with store.begin("T1") as work:
        loop = await work.loops.of("c1")
        panel = [replace(loop.interviews[0], id="i9", candidate="c2")]
        await work.loops.add(other, panel, replace(DEBRIEF, candidate="c2", channel="G2"), NOW)
    async with store.begin("T1") as work:
        assert [each.candidate.id for each in await work.loops.unreleased_in("G1")] == ["c1"]
        assert [each.candidate.id for each in await work.loops.unreleased_in("G2")] == ["c2"]
        await work.loops.release("c1", NOW)
        assert await work.loops.unreleased_in("G1") == []


async def test_a_cancelled_debrief_leaves_nothing_to_say(store, engine):
    await wanting(store, "T1")
    async with store.begin("T1") as work:
        await work.loops.promise(replace(DEBRIEF, stopped="cancelled"))
    assert await digesting(store, MONDAY).owe_due() == 1
    assert await kinds(engine) == []


async def test_decisions_are_counted_by_candidate_within_a_time(store, engine):
    await wanting(store, "T1", "T2")
    row = {"verdict": "hire", "competencies": [], "dissent": "", "dissenters": []}
    row |= {"departure": "", "reason": "", "actor": "UDANA", "candidate": "c1"}
    async with engine.begin() as connection:
        for team, n, at in (("T1", 1, NOW), ("T1", 2, NOW + DAY), ("T2", 1, NOW - DAY)):
            await connection.execute(decisions.insert().values(team_id=team, n=n, at=at, **row))
    async with store.begin("T1") as work:
        assert await work.digests.decided("G1", NOW, NOW + 2 * DAY) == 1
        assert await work.digests.decided("G1", NOW - DAY, NOW) == 0
        assert await work.digests.decided("G2", NOW, NOW + DAY) == 0
    async with store.begin("T2") as work:
        assert await work.digests.decided("G1", NOW - DAY, NOW) == 1
