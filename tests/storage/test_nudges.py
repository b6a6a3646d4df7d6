"""Reminders, on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from coaching.deadline import Deadline
from coaching.people import People
from coaching.person import Profile
from coaching.reminding.kits import KitsAgain
from coaching.reminding.nudges import Nudging
from coaching.reminding.nudging import Chosen, Ladder, Reminders
from coaching.reminding.scheduling import drop
from coaching.reminding.scheduling import plan as schedule
from storage.tables import outbox
from tests.clock import Clock
from tests.examples import ALICE, BOB, NOW, plan

MINUTE = timedelta(minutes=1)
OVER = ALICE.end + 5 * MINUTE


async def planned(store, team="T1"):
    await plan(store, team)
    async with store.begin(team) as work:
        for interview in (ALICE, BOB):
            await schedule(work, interview, NOW - timedelta(hours=1))


async def claimed(store, now, until):
    async with store.claim() as claims:
        return await claims.nudge(now, until)


async def test_what_was_noted_comes_back(store):
    await planned(store)
    noted = Reminders(ALICE.end, 2, NOW, Chosen("tonight", NOW + MINUTE), told=True)
    async with store.begin("T1") as work:
        assert await work.nudges.of(ALICE) == Reminders(ALICE.end)
        await work.nudges.note("i1", noted, None)
    async with store.begin("T1") as work:
        assert await work.nudges.of(ALICE) == noted
        assert await work.nudges.of(BOB) == Reminders(BOB.end)
    async with store.begin("T2") as work:
        assert await work.nudges.of(ALICE) is None


async def test_an_interview_planned_anew_keeps_what_was_sent_and_comes_at_its_new_time(store):
    await planned(store)
    async with store.begin("T1") as work:
        await work.nudges.note("i1", Reminders(ALICE.end, 3, NOW), None)
        await schedule(work, replace(ALICE, start=ALICE.start + timedelta(days=1)), NOW)
    assert await claimed(store, OVER, OVER + MINUTE) is None
    tomorrow = OVER + timedelta(days=1)
    assert await claimed(store, tomorrow, tomorrow + MINUTE) == ("T1", "i2")
    assert await claimed(store, tomorrow, tomorrow + MINUTE) == ("T1", "i1")
    async with store.begin("T1") as work:
        assert (await work.nudges.of(ALICE)).sent == 3


async def test_what_is_called_off_is_never_due(store):
    await planned(store)
    async with store.begin("T1") as work:
        await drop(work, ALICE)
        await drop(work, BOB)
    later = NOW + timedelta(days=9)
    assert await claimed(store, later, later) is None
    async with store.claim() as claims:
        assert await claims.kit(later) is None


async def test_a_lease_that_ended_is_the_next_ones_and_no_more_the_first_ones(store):
    await planned(store)
    first, second = OVER + 2 * MINUTE, OVER + 4 * MINUTE
    assert await claimed(store, OVER, first) == ("T1", "i1")
    assert await claimed(store, OVER, first) is None
    assert await claimed(store, first, second) == ("T1", "i1")
    async with store.begin("T1") as work:
        assert await work.nudges.leased(ALICE, first) is None
        assert await work.nudges.leased(ALICE, second) == Reminders(ALICE.end)


async def test_a_change_of_wishes_lets_all_of_a_person_be_looked_at(store):
    await planned(store)
    async with store.begin("T1") as work:
        await work.nudges.note("i2", Reminders(BOB.end), None)
        await work.nudges.recheck("UALICE", NOW)
        await work.nudges.recheck("UBOB", NOW)
    assert await claimed(store, NOW, NOW + MINUTE) == ("T1", "i1")
    assert await claimed(store, NOW, NOW + MINUTE) is None  # nothing was left to say to Bob


async def test_of_many_replicas_one_reminds(store, engine):
    await planned(store, "T1")
    clock, fresh = Clock(OVER), OVER + timedelta(hours=1)
    people = People(store.begin, None, clock, Deadline(30))
    async with store.begin("T1") as work:
        for person in ("UALICE", "UBOB"):
            await work.people.save(Profile(person, person, "en-US", "UTC"), fresh)
    nudging = Nudging(store, people, clock, Ladder(), "UTC")
    kits = KitsAgain(store, clock)
    await asyncio.gather(*(nudging.nudge_due() for _ in range(6)))
    assert await subjects(engine) == ["i1:1"]
    clock.forward(hours=1)
    await asyncio.gather(*(nudging.nudge_due() for _ in range(6)))
    assert await subjects(engine) == ["i1:1", "i2:1"]
    clock.forward(minutes=-55)  # Alice's is over, Bob's is to come
    await asyncio.gather(*(kits.owe_due() for _ in range(6)))
    assert await subjects(engine) == ["i1:1", "i2:1", f"i2:{int(BOB.start.timestamp())}"]


async def subjects(engine):
    async with engine.connect() as connection:
        return sorted((await connection.execute(select(outbox.c.subject))).scalars())
