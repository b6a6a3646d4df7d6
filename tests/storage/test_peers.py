"""People who look for a partner, and pairs, on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import shelves
from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.people import People, Profile
from coaching.person import Person
from coaching.practice.peers.meeting import Meeting
from coaching.practice.peers.moves import Pressed
from coaching.practice.peers.pairing import Pairing
from coaching.practice.peers.session import PATIENCE, Session, Waiting
from coaching.practice.wish import Wish
from storage.practice_tables import mocks, peer_sessions, peer_wishes
from tests.clock import Clock
from tests.examples import NOW

CHEN = Waiting("w1", "UCHEN", "", "mid", "en", NOW, NOW + PATIENCE)
MEI = replace(CHEN, id="w2", person="UMEI", since=NOW + timedelta(minutes=1))
PAIR = Session("s1", "UCHEN", "UMEI", ("", "a"), ("mid", "lead"), "zh-CN")
EVERYBODY = [f"U{n}" for n in range(10)]
WISH = Wish("", "mid", "en", "peer", whole=False)
IN_TIME = Deadline(30)  # how long it takes is not asked here


@pytest.fixture
async def given(store, practised):
    """Know everybody, so that Slack is not asked."""
    async with store.begin("T1") as work:
        for person in EVERYBODY:
            await work.people.save(Profile(person, person, "en-US", "UTC"), NOW)
    people, catalogue = People(store.begin, None, Clock(), IN_TIME), Catalogue(shelves.read().mock)
    return practised, people, catalogue, Clock(), IN_TIME, lambda: None


@pytest.fixture
def pairing(given):
    return Pairing(*given, PATIENCE)


@pytest.fixture
def meeting(given):
    return Meeting(*given)


async def rows(engine, table):
    async with engine.connect() as connection:
        return (await connection.execute(select(table))).all()


async def test_who_waits_keeps_their_place_with_a_newer_wish(practised):
    async with practised.begin("T1") as work:
        await work.peers.wait(CHEN)
        await work.peers.wait(replace(CHEN, id="w9", level="lead", since=MEI.since))
        assert await work.peers.waiting("UCHEN") == replace(CHEN, id="w9", level="lead")
        await work.peers.take("UCHEN")
        assert await work.peers.waiting("UCHEN") is None


async def test_a_partner_is_who_waited_longest_for_the_language_in_the_same_workspace(practised):
    async with practised.begin("T2") as work:
        await work.peers.wait(CHEN)
    async with practised.begin("T1") as work:
        await work.peers.wait(MEI)
        await work.peers.wait(replace(CHEN, person="UZH", locale="zh-CN"))
        await work.peers.wait(replace(CHEN, person="ULATE", until=NOW))
        assert await work.peers.partner(MEI, "", NOW) is None
        await work.peers.wait(replace(MEI, person="UALICE", since=NOW + timedelta(hours=1)))
        await work.peers.wait(CHEN)
        assert await work.peers.partner(MEI, "UCHEN", NOW) != CHEN
        assert await work.peers.partner(MEI, "UCHEN", NOW) == CHEN
        assert await work.peers.partner(MEI, "UCHEN", NOW) is None


async def test_a_pair_is_kept_found_and_over(practised):
    async with practised.begin("T1") as work:
        await work.peers.begin(PAIR, NOW)
        assert await work.peers.of("s1") == PAIR
        assert await work.peers.current("UMEI") == PAIR
        talking = replace(
            PAIR, state="talking", questions=("a", "b"), ready=(0, 1), step=2, asked=("a p1",)
        )
        await work.peers.save(talking, NOW)
        assert await work.peers.current("UCHEN") == talking
        assert await work.peers.met("UMEI") == ["a", "b"]
        await work.peers.save(replace(talking, state="over"), NOW)
        assert await work.peers.current("UCHEN") is None
        assert await work.peers.last_partner("UMEI") == "UCHEN"
        assert await work.peers.last_partner("UALICE") == ""


async def test_who_is_forgotten_leaves_the_pair_and_the_last_one_takes_it_along(practised, engine):
    async with practised.begin("T1") as work:
        await work.peers.begin(PAIR, NOW)
        await work.peers.wait(CHEN)
        assert await work.peers.forget("UCHEN") == 2
        assert await work.peers.forget("UCHEN") == 0
        assert (await work.peers.of("s1")).people == ("", "UMEI")
        assert await work.peers.forget("UMEI") == 1
    assert await rows(engine, peer_sessions) == []
    assert await rows(engine, peer_wishes) == []


async def test_what_is_late_is_found_once_and_old_pairs_go(practised, engine):
    async with practised.begin("T1") as work:
        await work.peers.wait(CHEN)
        await work.peers.begin(PAIR, NOW)
    async with practised.claim() as claims:
        assert await claims.waited(CHEN.until - timedelta(seconds=1)) is None
        assert await claims.waited(CHEN.until) == ("T1", CHEN)
        assert await claims.waited(CHEN.until) is None
        assert await claims.idle(NOW - timedelta(seconds=1)) is None
        assert await claims.idle(NOW) == ("T1", "s1")
        await claims.expire(NOW + timedelta(seconds=1))
    assert await rows(engine, peer_sessions) == []


async def test_all_who_come_at_once_are_paired_and_nobody_twice(pairing, engine):
    people = [Person("T1", each) for each in EVERYBODY]
    await asyncio.gather(*(pairing.join(each, WISH) for each in people * 2))
    await asyncio.gather(*(pairing.pair_due() for _ in range(3)))
    await pairing.pair_due()
    pairs = await rows(engine, peer_sessions)
    assert sorted(person for row in pairs for person in (row.one, row.other)) == EVERYBODY
    assert await rows(engine, peer_wishes) == []


async def test_two_who_say_at_once_that_both_are_here_begin_one_round(pairing, meeting, engine):
    one, other = Person("T1", "U0"), Person("T1", "U1")
    await pairing.join(one, WISH)
    await pairing.join(other, WISH)
    [row] = await rows(engine, peer_sessions)
    here = Pressed(row.id)
    await asyncio.gather(*(meeting.ready(each, here) for each in (one, other) * 3))
    [row] = await rows(engine, peer_sessions)
    assert (row.state, len(row.questions)) == ("talking", 1)


async def test_both_end_at_once_and_who_answered_is_asked_once(pairing, meeting, engine):
    one, other = Person("T1", "U0"), Person("T1", "U1")
    await pairing.join(one, WISH)
    await pairing.join(other, WISH)
    [row] = await rows(engine, peer_sessions)
    for each in (one, other):
        await meeting.ready(each, Pressed(row.id))
    ends = [meeting.end(each, Pressed(row.id)) for each in (one, other)]
    await asyncio.gather(*ends, return_exceptions=True)
    [asked] = await rows(engine, mocks)
    assert (asked.person, asked.form, asked.state) == ("U0", "peer", "over")


async def test_whom_somebody_refused_keeps_no_others_from_each_other(engine, practised, pairing):
    for day, person in enumerate(("U0", "U1", "U2")):
        async with practised.begin("T1") as work:
            since = NOW + timedelta(minutes=day)
            await work.peers.wait(replace(CHEN, id=person, person=person, since=since))
    async with practised.begin("T1") as work:
        await work.peers.refuse("U0", "U1")
        await work.peers.refuse("U2", "U0")
        await work.peers.refuse("U2", "U0")
    await pairing.pair_due()
    [pair] = await rows(engine, peer_sessions)
    assert {pair.one, pair.other} == {"U1", "U2"}
    [waiting] = await rows(engine, peer_wishes)
    assert waiting.person == "U0"
    async with practised.begin("T2") as work:  # another workspace's people have the same ids
        await work.peers.wait(replace(CHEN, person="U0"))
        assert await work.peers.partner(replace(CHEN, person="U1"), "", NOW)
