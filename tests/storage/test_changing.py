"""What a change of an interview writes, and two people at once: on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import shelves
from coaching.catalogue import Catalogue
from coaching.changes.changing import Changing
from coaching.changes.form import Wish
from coaching.deadline import Deadline
from coaching.errors import CalledOffError, FixedError, NotFoundError
from coaching.exposure import Use
from coaching.leaks import Leaks
from coaching.loop import Debrief
from coaching.people import People, Profile
from coaching.person import Person
from coaching.plan_checks import PlanChecks
from coaching.scorecard import Draft, Recommendation
from coaching.scoring import Scoring
from questions.topics import Topics
from storage.tables import outbox
from tests.clock import Clock
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, JOB, NOW, plan

COM = "communication-collaboration"
CARD = Draft(None, {COM: 4}, {COM: "What she said."}, Recommendation.YES)
LIVE = Catalogue(shelves.read().live)
IN_TIME = Deadline(30)  # how long it takes is not asked here
USE = Use("i1", "c1", "q1", 1, "a-family")
LOOPS = range(6)


@pytest.fixture
async def people(store):
    """Know everybody, so that Slack is not asked."""
    async with store.begin("T1") as work:
        for person in ("UALICE", "UBOB", "UMEI", "UDANA"):
            await work.people.save(Profile(person, person, "en-US", "UTC"), NOW)
    return People(store.begin, None, Clock(), IN_TIME)


@pytest.fixture
def scoring(store, people):
    leaks, topics = Leaks(store.begin, LIVE, Clock(), ()), Topics.shipped()
    return Scoring(store.begin, people, LIVE, Clock(), IN_TIME, leaks, topics, lambda: None)


@pytest.fixture
def changing(store, people):
    checks, nobody = PlanChecks(people, None), frozenset()
    return Changing(store.begin, people, checks, LIVE, Clock(), IN_TIME, nobody, lambda: None)


@pytest.fixture
async def loops(store):
    """Plan six loops, each with its debrief promised for when both cards are sealed."""
    async with store.begin("T1") as work:
        await work.jobs.add(replace(JOB, model="b2b-product-manager@1.0.0"), NOW)
        for n in LOOPS:
            only = {"candidate": f"c{n}", "competencies": (COM,), "questions": ()}
            at = {"start": NOW + timedelta(days=n, hours=1)}
            alice = replace(ALICE, id=f"i1{n}", **only, **at)
            bob = replace(BOB, id=f"i2{n}", **only, start=at["start"] + timedelta(hours=2))
            await work.loops.add(
                replace(CANDIDATE, id=f"c{n}"), [alice, bob], Debrief(f"c{n}", "G1"), NOW
            )


def person(id_):
    return Person("T1", id_)


def wish(n, interviewer, hours=1, revision=0):
    start = NOW + timedelta(days=n, hours=hours)
    return Wish(revision, interviewer, start, 45, (COM,))


async def ended(*doings):
    return await asyncio.gather(*doings, return_exceptions=True)


async def posts(engine, kind):
    async with engine.connect() as connection:
        found = select(outbox.c.subject).where(outbox.c.kind == kind)
        return sorted((await connection.execute(found)).scalars())


async def test_a_seal_beside_the_last_calling_off_brings_the_debrief_once(
    scoring, changing, loops, engine
):
    seals = [scoring.seal(person("UALICE"), f"i1{n}", CARD) for n in LOOPS]
    offs = [changing.call_off(person("UDANA"), f"i2{n}") for n in LOOPS]
    pairs = [doing for pair in zip(seals, offs, strict=True) for doing in pair]
    assert [each for each in await ended(*pairs) if isinstance(each, Exception)] == []
    assert await posts(engine, "debrief") == [f"c{n}" for n in LOOPS]


async def test_of_a_seal_and_a_hand_over_one_comes_too_late(scoring, changing, loops, store):
    for n in LOOPS:
        seal = scoring.seal(person("UALICE"), f"i1{n}", CARD)
        hand_over = changing.change(person("UDANA"), f"i1{n}", wish(n, "UMEI"))
        both = [hand_over, seal] if n % 2 else [seal, hand_over]
        failed = [each for each in await ended(*both) if isinstance(each, Exception)]
        [late] = failed
        assert isinstance(late, FixedError | CalledOffError)
        async with store.begin("T1") as work:
            sealed = await work.scorecards.sealed(f"c{n}")
            alice = await work.loops.interview(f"i1{n}")
        assert (alice.state == "planned") is (alice.id in sealed) is isinstance(late, FixedError)


async def test_the_same_change_sent_three_times_at_once_is_one_change(
    changing, loops, store, engine
):
    dana = person("UDANA")
    doings = [changing.change(dana, "i10", wish(0, "UALICE", hours=5)) for _ in range(3)]
    doings += [changing.change(dana, "i11", wish(1, "UMEI")) for _ in range(3)]
    assert [each for each in await ended(*doings) if isinstance(each, Exception)] == []
    assert await posts(engine, "moved") == ["i10:1"]
    assert await posts(engine, "replaced") == ["i11:1"]
    assert len(await posts(engine, "invite")) == 1


async def test_two_organisers_with_different_wishes_do_not_undo_each_other(changing, loops, store):
    doings = [changing.change(person("UDANA"), "i10", wish(0, "UALICE", h)) for h in (5, 7)]
    [late] = [each for each in await ended(*doings) if isinstance(each, Exception)]
    assert "meanwhile" in late.phrase.text
    async with store.begin("T1") as work:
        assert (await work.loops.interview("i10")).revision == 1


async def test_another_team_has_no_such_interview(changing, loops, store):
    async with store.begin("T2") as work:
        await work.people.save(Profile("UDANA", "UDANA", "en-US", "UTC"), NOW)
    with pytest.raises(NotFoundError):
        await changing.call_off(Person("T2", "UDANA"), "i10")


async def test_who_takes_over_sits_where_the_other_sat(store):
    await plan(store)
    mei = replace(ALICE, id="i3", interviewer="UMEI")
    async with store.begin("T1") as work:
        await work.uses.add([USE], NOW)
        await work.loops.change(replace(ALICE, state="cancelled", revision=1))
        await work.loops.seat(mei, "i1")
        await work.uses.hand_over("i1", "i3")
    async with store.begin("T1") as work:
        loop = await work.loops.of("c1")
        assert [each.id for each in loop.interviews] == ["i1", "i3", "i2"]
        assert [each.id for each in loop.panel] == ["i3", "i2"]
        assert await work.loops.followed_by("UALICE", 10) == []
        assert await work.uses.met(["c1"]) == {"a-family"}
        await work.uses.drop("i1")
        assert await work.uses.met(["c1"]) == {"a-family"}
        await work.uses.drop("i3")
        assert await work.uses.met(["c1"]) == frozenset()


async def test_a_promise_that_was_claimed_can_be_given_anew_and_only_in_its_team(store):
    await plan(store)
    await plan(store, "T2")
    late = NOW + timedelta(days=2)
    async with store.claim() as claims:
        team, candidate = await claims.debrief(late)
        await claims.of(team).loops.promise(replace(DEBRIEF, due_at=None, released_at=None))
    async with store.claim() as claims:
        other, _ = await claims.debrief(late)
        assert await claims.debrief(late) is None
    assert {team, other} == {"T1", "T2"}
    async with store.begin(team) as work:
        assert (await work.loops.of(candidate)).debrief == replace(DEBRIEF, due_at=None)
