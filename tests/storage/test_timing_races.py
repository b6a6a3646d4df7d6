"""A debrief that several let go or move at the same moment: it goes out once, or is moved first."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import shelves
from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.releasing import Releasing
from coaching.debrief.timing import NotNowError, Timing
from coaching.leaks import Leaks
from coaching.loop import DEBRIEF, Debrief
from coaching.people import People, Profile
from coaching.person import Person
from coaching.scorecard import Draft, Recommendation
from coaching.scoring import Scoring
from questions.topics import Topics
from storage.tables import audit, debriefs, outbox
from tests.clock import Clock
from tests.examples import ALICE, BOB, CANDIDATE, JOB, NOW

COM = "communication-collaboration"
CARD = Draft(None, {COM: 4}, {COM: "What she said."}, Recommendation.YES)
SHELVES = shelves.read()
IN_TIME = Deadline(30)  # how long it takes is not asked here
DANA = Person("T1", "UDANA")
LATER = NOW + timedelta(days=2)
MANY = 5


@pytest.fixture
def clock():
    """Return the moment when the debriefs are due."""
    return Clock(NOW + timedelta(days=1))


@pytest.fixture
async def people(store, clock):
    """Know everybody, so that Slack is not asked."""
    async with store.begin("T1") as work:
        for person in ("UALICE", "UBOB", "UDANA"):
            await work.people.save(Profile(person, person, "en-US", "UTC"), clock())
    return People(store.begin, None, clock, IN_TIME)


@pytest.fixture
def scoring(store, people, clock):
    live = Catalogue(SHELVES.live)
    leaks = Leaks(store.begin, live, clock, ())
    return Scoring(store.begin, people, live, clock, IN_TIME, leaks, Topics.shipped(), lambda: None)


@pytest.fixture
async def timing(store, people, clock, scoring):
    """Plan loops of which one card is sealed and one is missing, their debriefs due now."""
    async with store.begin("T1") as work:
        await work.jobs.add(replace(JOB, model="b2b-product-manager@1.0.0"), NOW)
        for n in range(MANY):
            only = {"candidate": f"c{n}", "competencies": (COM,), "questions": ()}
            panel = [replace(each, id=f"{each.id}{n}", **only) for each in (ALICE, BOB)]
            promised = Debrief(f"c{n}", "G1", clock())
            await work.loops.add(replace(CANDIDATE, id=f"c{n}"), panel, promised, NOW)
    for n in range(MANY):
        await scoring.seal(Person("T1", "UALICE"), f"i1{n}", CARD, told=True)
    return Timing(store.begin, people, clock, IN_TIME, frozenset(), lambda: None)


@pytest.fixture
def releasing(store, clock):
    return Releasing(store, Catalogue(SHELVES.live), clock)


async def rows(engine, column, *where):
    async with engine.connect() as connection:
        return sorted((await connection.execute(select(column).where(*where))).scalars())


async def owed(engine, kind=DEBRIEF):
    """Return whose messages of a kind are owed."""
    return await rows(engine, outbox.c.subject, outbox.c.kind == kind)


async def at_once(*work):
    """Do all of it at the same moment; return what was refused, and why."""
    ended = await asyncio.gather(*work, return_exceptions=True)
    refused = [each for each in ended if isinstance(each, BaseException)]
    assert [each for each in refused if not isinstance(each, NotNowError)] == []
    return refused


def all_of(n_to_work):
    return [n_to_work(f"c{n}") for n in range(MANY)]


async def test_posted_twice_at_once_it_is_owed_once_and_the_second_is_told(timing, engine):
    twice = [timing.post_now(DANA, f"c{n}") for n in range(MANY) for _ in range(2)]
    assert len(await at_once(*twice)) == MANY
    assert await owed(engine) == [f"c{n}" for n in range(MANY)]
    released = audit.c.action == "debrief.release"
    assert len(await rows(engine, audit.c.subject, released)) == MANY


async def test_posted_while_the_clock_lets_it_go_it_is_owed_once(timing, releasing, engine):
    await at_once(
        *all_of(lambda c: timing.post_now(DANA, c)), *(releasing.release_due() for _ in range(3))
    )
    await releasing.release_due()
    assert await owed(engine) == [f"c{n}" for n in range(MANY)]
    missing = await owed(engine, "left_out")
    assert missing == [f"i2{n}" for n in range(MANY)]  # each of them is told once


async def test_moved_while_the_clock_lets_it_go_it_is_either_out_or_moved(
    timing, releasing, engine, clock
):
    refused = await at_once(
        *all_of(lambda c: timing.move(DANA, c, LATER, c, sealed=False)), releasing.release_due()
    )
    out = await owed(engine)
    assert len(out) == len(refused)
    waiting = debriefs.c.released_at.is_(None)
    moved = await rows(engine, debriefs.c.candidate, waiting)
    assert sorted([*out, *moved]) == [f"c{n}" for n in range(MANY)]
    dues = await rows(engine, debriefs.c.due_at, waiting)
    assert set(dues) <= {LATER}
    clock.time = LATER
    await releasing.release_due()
    assert await owed(engine) == [f"c{n}" for n in range(MANY)]


async def test_cancelled_while_somebody_posts_it_the_second_of_them_is_refused_or_wins(
    timing, releasing, engine
):
    work = [timing.cancel(DANA, f"c{n}", f"c{n}") for n in range(MANY)]
    await at_once(*work, *all_of(lambda c: timing.post_now(DANA, c)))
    await releasing.release_due()
    assert await owed(engine) == [f"c{n}" for n in range(MANY)]  # posting undoes a cancellation


async def test_sealed_last_while_the_manager_posts_it_is_owed_once(timing, scoring, engine):
    seals = [scoring.seal(Person("T1", "UBOB"), f"i2{n}", CARD, told=True) for n in range(MANY)]
    await at_once(*seals, *all_of(lambda c: timing.post_now(DANA, c)))
    assert await owed(engine) == [f"c{n}" for n in range(MANY)]
    late = set(await owed(engine, "after_release"))
    told = set(await owed(engine, "left_out"))
    assert late == told  # a card is in the debrief, or it comes after it
