"""A whole card, whatever order its saves arrive in: the newest is kept, a seal is the last word."""

import asyncio
from dataclasses import dataclass, field, replace
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import shelves
from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import FormError, SealedError
from coaching.leaks import Leaks
from coaching.loop import Debrief
from coaching.people import People, Profile
from coaching.person import Person
from coaching.revising import Revising
from coaching.scorecard import POINTS, Draft, Reason, Recommendation
from coaching.scoring import Scoring
from storage.columns import metadata
from storage.engine import connect
from storage.transactions import store as store_
from tests.clock import Clock
from tests.examples import ALICE, CANDIDATE, JOB, NOW

COM, IBI = "communication-collaboration", "industry-business-insight"
HER = Person("T1", "UALICE")
INTERVIEW = replace(ALICE, competencies=(COM,), questions=())
SHELVES = shelves.read()
LATE = 4  # how many gestures later a save may still arrive
KEPT = Deadline(30)

TEXTS = st.sampled_from(["", "Drew it.", "Named three rivals.", "画了四个步骤。"])
MARKS = st.one_of(st.sampled_from(POINTS), st.sampled_from(list(Reason)))
KINDS = st.sampled_from(["type", "choose", "choose", "add", "take off", "withdraw", "seal", "seal"])


@dataclass
class Seen:
    """What the person sees in their modal: of each item its mark and its note."""

    fields: dict = field(default_factory=lambda: {COM: (None, "")})

    def draft(self, at, *items):
        """Read the form, or some of its items."""
        held = {key: self.fields[key] for key in items or self.fields}
        marks = {key: mark for key, (mark, _) in held.items() if mark}
        return Draft(
            at,
            {k: "not_assessed" if isinstance(m, Reason) else m for k, m in marks.items()},
            {key: note for key, (_, note) in held.items()},
            reasons={k: m for k, m in marks.items() if isinstance(m, Reason)},
        )


@st.composite
def gestures(draw):
    """Draw what somebody does, with when each save of it arrives: later, twice or never.

    Most begin with what a seal needs, so that many are sealed on the way.
    """
    kinds = draw(st.lists(KINDS, min_size=1, max_size=9))
    items = [draw(st.sampled_from([COM, IBI])) for _ in kinds]
    if draw(st.integers(0, 3)):
        kinds, items = ["choose", "type", *kinds], [COM, COM, *items]
    arrivals = st.lists(st.integers(0, LATE), max_size=2)
    return [
        (kind, item, draw(TEXTS), draw(MARKS), draw(arrivals))
        for kind, item in zip(kinds, items, strict=True)
    ]


@given(gestures())
@settings(max_examples=25, deadline=None)
def test_the_newest_is_kept_and_a_sealed_card_stays(made):
    asyncio.run(told_in_disorder(made))


async def told_in_disorder(made):
    with TemporaryDirectory() as folder:
        engine = connect(f"sqlite+aiosqlite:///{folder}/db")
        async with engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        try:
            await Disorder(*(await parts(store_(engine)))).run(made)
        finally:
            await engine.dispose()


async def parts(store):
    """Plan one interview about one competency as a whole; return who scores it, and the clock."""
    async with store.begin("T1") as work:
        await work.jobs.add(replace(JOB, model="b2b-product-manager@1.0.0"), NOW)
        await work.loops.add(CANDIDATE, [INTERVIEW], Debrief("c1", "G1"), NOW)
        await work.people.save(Profile("UALICE", "Alice", "en-US", "UTC"), NOW)
    clock, live = Clock(), Catalogue(SHELVES.live)
    people = People(store.begin, None, clock, KEPT)
    leaks = Leaks(store.begin, live, clock, ())
    scoring = Scoring(store.begin, people, live, clock, KEPT, leaks, SHELVES.topics, lambda: None)
    return store, scoring, clock


class Disorder:
    """Does what was drawn, and remembers what should be there."""

    def __init__(self, store, scoring, clock):
        self.store, self.scoring, self.clock = store, scoring, clock
        self.revising = Revising(scoring)
        self.seen = Seen()
        self.newest = {}  # by item and side: when it was said, and what
        self.waiting = []  # by when it arrives
        self.sealed = None

    async def run(self, made):
        for n, (kind, item, text, mark, delays) in enumerate(made):
            self.clock.forward(seconds=1)
            at = int(self.clock().timestamp() * 1_000_000)
            if self.sealed is None or kind in {"type", "choose"}:  # on another device, still open
                await self.do(kind, item, text, mark, [n + each for each in delays], at)
            await self.arrive(n)
        await self.arrive(len(made) + LATE)
        assert await self.kept() == self.expected()

    async def do(self, kind, item, text, mark, arrivals, at):
        fields = self.seen.fields
        if kind == "add" and IBI not in fields:
            await self.revising.add(HER, "i1", IBI, told=False)
            fields[IBI] = (None, "")
        elif kind == "type" and item in fields:
            fields[item] = (fields[item][0], text)
            self.waiting += [(n, Draft(at, evidence={item: text})) for n in arrivals]
        elif kind == "choose" and item in fields:
            fields[item] = (mark, fields[item][1])
            chosen = self.seen.draft(at, item)
            self.waiting += [(n, replace(chosen, evidence={})) for n in arrivals]
        elif kind == "take off" and IBI in fields:
            await self.take_off(at)
        elif kind == "withdraw" and item in fields:
            await self.withdraw(item, at)
        elif kind == "seal":
            await self.seal(at)

    async def take_off(self, at):
        said = self.seen.draft(at, IBI)
        await self.revising.take_off(HER, "i1", said, told=False)
        self.note(said, at)
        if self.seen.fields[IBI] == (None, ""):
            del self.seen.fields[IBI]

    async def withdraw(self, item, at):
        mark, _ = self.seen.fields[item]
        self.seen.fields[item] = (mark, "She has two kids. Drew it.")
        said = self.seen.draft(at, item)
        await self.revising.withdraw(HER, "i1", said, "en", told=False)
        left = "[removed: volunteered, not job-related]. Drew it."
        self.seen.fields[item] = (mark, left)
        self.note(Draft(at, evidence={item: left}), at)

    async def seal(self, at):
        said = replace(self.seen.draft(None), recommendation=Recommendation.YES)
        self.note(said, at)
        try:
            await self.scoring.seal(HER, "i1", said, told=True)
        except FormError:
            return
        self.sealed = self.expected()

    async def arrive(self, n):
        """Let in what arrives by now, in the order in which it was drawn."""
        due = [draft for when, draft in self.waiting if when <= n]
        self.waiting = [each for each in self.waiting if each[0] > n]
        for draft in due:
            try:
                await self.scoring.draft(HER, "i1", draft)
            except SealedError:
                assert self.sealed is not None
            else:
                self.note(draft, draft.at)

    def note(self, draft, at):
        for key in draft.marks:
            said = draft.reasons.get(key, draft.marks[key])
            self.newest[key, "mark"] = max((at, said), self.at(key, "mark"), key=first)
        for key, text in draft.evidence.items():
            self.newest[key, "note"] = max((at, text), self.at(key, "note"), key=first)

    def at(self, key, side):
        return self.newest.get((key, side), (0, "" if side == "note" else None))

    def expected(self):
        if self.sealed is not None:
            return self.sealed
        there = {key: (self.at(key, "mark")[1], self.at(key, "note")[1]) for key in (COM, IBI)}
        return {key: said for key, said in there.items() if said != (None, "")}

    async def kept(self):
        async with self.store.begin("T1") as work:
            if self.sealed is None:
                card = (await self.scoring.sheet(work, HER, "i1")).card
            else:
                card = await work.scorecards.of(INTERVIEW, ())
        return {
            each.item.key: (each.reason or each.mark, each.evidence)
            for each in card.ratings
            if not each.empty
        }


def first(pair):
    return pair[0]
