"""Two people, or one on two devices, at the same moment: on SQLite and on a real PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import shelves
from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.decide_form import DecideForm
from coaching.debrief.deciding import Deciding
from coaching.debrief.vote import MOVEMENT
from coaching.debrief.voting import Voting
from coaching.errors import BusyError, FormError, SealedError
from coaching.leaks import Leaks
from coaching.loop import DEBRIEF, Debrief
from coaching.people import People, Profile
from coaching.person import Person
from coaching.practice.answering import Answering
from coaching.practice.rounds import Practice
from coaching.practice.wish import Wish
from coaching.scorecard import Draft, Recommendation
from coaching.scoring import Scoring
from coaching.sealed.behalf import Behalf
from questions.topics import Topics
from storage.engine import connect
from storage.practice_tables import mock_turns, mocks
from storage.tables import outbox
from storage.transactions import store as store_
from tests.clock import Clock
from tests.examples import ALICE, BOB, CANDIDATE, JOB, NOW
from tests.journeys.practising import LONG

COM = "communication-collaboration"
CARD = Draft(None, {COM: 4}, {COM: "What she said."}, Recommendation.YES)
SHELVES = shelves.read()
WISH = Wish("", "mid", "en", "free")
IN_TIME = Deadline(30)  # how long it takes is not asked here


@pytest.fixture
async def people(store):
    """Know everybody, so that Slack is not asked."""
    async with store.begin("T1") as work:
        for person in ("UALICE", "UBOB", "UCHEN", "UDANA"):
            await work.people.save(Profile(person, person, "en-US", "UTC"), NOW)
    return People(store.begin, None, Clock(), IN_TIME)


@pytest.fixture
def scoring(store, people):
    live, clock = Catalogue(SHELVES.live), Clock()
    leaks = Leaks(store.begin, live, clock, ())
    topics = Topics.shipped()
    return Scoring(store.begin, people, live, clock, IN_TIME, leaks, topics, lambda: None)


@pytest.fixture
def practice(practised, people):
    mock, now = Catalogue(SHELVES.mock), Clock()
    return Practice(practised, people, mock, now, IN_TIME, lambda: None, timedelta(days=30))


@pytest.fixture
def answering(practised, people):
    return Answering(practised, people, Catalogue(SHELVES.mock), Clock(), IN_TIME, lambda: None)


@pytest.fixture
async def loops(store):
    """Plan six loops, each with its debrief promised for when both cards are sealed."""
    async with store.begin("T1") as work:
        await work.jobs.add(replace(JOB, model="b2b-product-manager@1.0.0"), NOW)
        for n in range(6):
            only = {"candidate": f"c{n}", "competencies": (COM,), "questions": ()}
            panel = [replace(each, id=f"{each.id}{n}", **only) for each in (ALICE, BOB)]
            candidate = replace(CANDIDATE, id=f"c{n}")
            await work.loops.add(candidate, panel, Debrief(f"c{n}", "G1"), NOW)
    return range(6)


def person(id_):
    return Person("T1", id_)


async def owed(engine):
    """Return whose debriefs are owed."""
    debriefs = select(outbox.c.subject).where(outbox.c.kind == DEBRIEF)
    async with engine.connect() as connection:
        return (await connection.execute(debriefs)).scalars().all()


async def test_of_two_last_interviewers_one_brings_the_debrief(scoring, loops, engine):
    cards = [(who, f"{card}{n}") for n in loops for who, card in (("UALICE", "i1"), ("UBOB", "i2"))]
    await asyncio.gather(*(scoring.seal(person(who), card, CARD) for who, card in cards))
    assert sorted(await owed(engine)) == [f"c{n}" for n in loops]


async def test_a_card_sealed_three_times_at_once_is_sealed_once(scoring, loops, engine):
    seals = [scoring.seal(person("UALICE"), "i10", CARD) for _ in range(3)]
    ended = await asyncio.gather(*seals, return_exceptions=True)
    assert sorted(isinstance(each, SealedError) for each in ended) == [False, True, True]
    assert await owed(engine) == []


async def test_what_is_saved_beside_a_seal_never_changes_the_sealed_card(scoring, loops, store):
    alice = person("UALICE")
    at = int(NOW.timestamp() * 1_000_000)
    typed = [Draft(at + n, {COM: 1}, {COM: "late"}, Recommendation.NO) for n in range(6)]
    saves = [scoring.draft(alice, "i10", each) for each in typed]
    seal = scoring.seal(alice, "i10", CARD)
    ended = await asyncio.gather(*saves[:3], seal, *saves[3:], return_exceptions=True)
    assert [e for e in ended if isinstance(e, Exception) and not isinstance(e, SealedError)] == []
    async with store.begin("T1") as work:
        interview = await work.loops.interview("i10")
        card = await work.scorecards.of(interview, ())
    assert [(each.mark, each.evidence) for each in card.ratings] == [(4, "What she said.")]
    assert card.recommendation is Recommendation.YES


async def test_who_stands_in_while_the_interviewer_begins_never_gets_what_they_wrote(
    scoring, people, loops, store
):
    clock = Clock()
    clock.forward(days=1)
    behalf = Behalf(store.begin, people, clock, IN_TIME)
    first = Draft(1, {COM: 2}, {COM: "What Alice heard."})
    for n in loops:
        both = [
            scoring.draft(person("UALICE"), f"i1{n}", first),
            behalf.stand_in(person("UDANA"), f"i1{n}"),
        ]
        await asyncio.gather(*(both if n % 2 else both[::-1]), return_exceptions=True)
        async with store.begin("T1") as work:
            interview = await work.loops.interview(f"i1{n}")
            written = await work.scorecards.begun(interview.id)
            card = await work.scorecards.of(interview, ())
            assert (written, card.writer) in {(True, "UALICE"), (False, "UDANA")}


@pytest.fixture
async def talked(store, scoring, loops):
    """Both cards of each loop are sealed, so its debrief is out."""
    for n in loops:
        for who, card in (("UALICE", "i1"), ("UBOB", "i2")):
            await scoring.seal(person(who), f"{card}{n}", CARD)
    return loops


async def test_of_two_decisions_at_once_one_is_kept_and_the_other_is_told(talked, people, store):
    live = Catalogue(SHELVES.live)
    deciding = Deciding(
        store.begin, people, live, Clock(), IN_TIME, frozenset({"UCHEN"}), lambda: None
    )
    forms = [DecideForm(verdict, (COM,), (), "", "", "", 0) for verdict in ("hire", "hold")]
    for n in talked:
        both = [
            deciding.decide(person(who), f"c{n}", form)
            for who, form in zip(("UDANA", "UCHEN"), forms, strict=True)
        ]
        ended = await asyncio.gather(*both, return_exceptions=True)
        assert sorted(isinstance(each, FormError) for each in ended) == [False, True]
        async with store.begin("T1") as work:
            assert len(await work.decisions.of(f"c{n}")) == 1


async def test_of_two_last_voters_one_brings_how_far_the_panel_moved(talked, people, store, engine):
    live = Catalogue(SHELVES.live)
    voting = Voting(store.begin, people, live, Clock(), IN_TIME, frozenset(), lambda: None)
    votes = [
        voting.vote(person(who), f"c{n}", {COM: 3}) for n in talked for who in ("UALICE", "UBOB")
    ]
    lasts = [ballot.last for ballot in await asyncio.gather(*votes)]
    assert sum(lasts) == len(talked)
    moved = select(outbox.c.subject).where(outbox.c.kind == MOVEMENT)
    async with engine.connect() as connection:
        told = (await connection.execute(moved)).scalars().all()
    assert sorted(told) == [f"c{n}" for n in talked]


async def test_practice_begun_three_times_at_once_is_one(practice, engine):
    chen = person("UCHEN")
    await asyncio.gather(*(practice.begin(chen, WISH) for _ in range(3)))
    async with engine.connect() as connection:
        [one] = (await connection.execute(select(mocks))).all()
        turns = (await connection.execute(select(mock_turns.c.said))).scalars().all()
    assert one.state == "asking"
    assert set(turns) == {"question"}


async def test_answers_given_at_once_are_all_heard_once(practice, answering, engine):
    chen, long = person("UCHEN"), LONG
    await practice.begin(chen, WISH)
    said = [answering.hear(chen, long, f"m{n % 2}", f"1.{n % 2}") for n in range(6)]
    await asyncio.gather(*said)
    current = await practice.under_way("T1", "UCHEN")
    done = [answering.done(chen, current.id, current.listening) for _ in range(3)]
    await asyncio.gather(*done, answering.silences())
    async with engine.connect() as connection:
        rows = await connection.execute(select(mock_turns.c.said).order_by(mock_turns.c.n))
    assert rows.scalars().all() == [
        *("question", "answer", "listening", "answer", "rate"),
    ]


async def test_a_database_that_is_not_there_is_busy_and_not_broken():
    engine = connect("postgresql+asyncpg://u@127.0.0.1:1/x")
    with pytest.raises(BusyError):
        async with store_(engine).begin("T1"):
            pass
    await engine.dispose()
