"""Use cases: who is still missing; let the debriefs go that are due; what they say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.loop import Interview, Loop, debrief_post
from coaching.people import People
from coaching.person import Person
from coaching.plan import bars, items
from coaching.ports import Clock
from coaching.profile import Line, profile
from coaching.repositories import Store, Work
from coaching.scorecard import Scorecard
from coaching.sealed.amendment import Amendment
from coaching.sealed.comparing import compare_if_ready
from coaching.sealed.early_look import EarlyLook
from coaching.sealed.pens import NOTHING, Offers, offers_to, pens_of
from questions.library import Library

BATCH = 50
SHOWN = 10  # loops that one answer lists, of the
SEARCHED = 100  # newest ones


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a loop is: which interviews are sealed, never what the cards say."""

    loop: Loop
    sealed: frozenset[str]
    names: Mapping[str, str]
    organised: bool = False  # by whoever asks
    offers: Offers = NOTHING

    @property
    def missing(self) -> Sequence[Interview]:
        """Return the interviews without a sealed card."""
        return [each for each in self.loop.panel if each.id not in self.sealed]

    @property
    def changeable(self) -> Sequence[Interview]:
        """Return the interviews whose time, interviewer or questions may still be changed."""
        if self.loop.debrief.released_at:
            return []
        leads = [each for each in self.loop.interviews if each.kind == "lead"]
        return [each for each in leads if each.state != "cancelled" and each.id not in self.sealed]


@dataclass(frozen=True, slots=True)
class Report:
    """What a panel reads. ``cards`` are those sealed when the debrief was released.

    ``amendments`` and ``looks`` are those made by then.
    """

    loop: Loop
    cards: Sequence[Scorecard]
    lines: Sequence[Line]
    names: Mapping[str, str]
    library: Library
    amendments: Sequence[Amendment] = ()
    looks: Sequence[EarlyLook] = ()

    @property
    def missing(self) -> Sequence[Interview]:
        """Return the interviews whose card was not there in time."""
        there = {card.interview for card in self.cards}
        return [each for each in self.loop.panel if each.id not in there]

    @property
    def apart(self) -> Sequence[Scorecard]:
        """Return the cards written for an interviewer: they are no part of the lines."""
        return [card for card in self.cards if card.on_behalf]

    def interview(self, card: Scorecard) -> Interview:
        """Return the interview that a card is about."""
        return next(each for each in self.loop.panel if each.id == card.interview)


async def release(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe the debrief of a loop, once."""
    if await work.loops.release(loop.candidate.id, now):
        await owe(work, team, loop, now)


async def release_if_complete(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe the debrief that was promised for when all cards are sealed, once they are.

    To be asked after a seal, and after a change of who is awaited, in the same transaction: the
    lock on the promise lets one of two last ones see the other.
    """
    promised = await work.loops.lock(loop.candidate.id)
    sealed = await work.scorecards.sealed(loop.candidate.id)
    awaited = {each.id for each in loop.panel}
    if promised.due_at is None and awaited and awaited <= sealed.keys():
        await release(work, team, loop, now)


async def owe(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Promise the message of a debrief that was just released."""
    await work.posts.owe(debrief_post(team, loop.job, loop.candidate), now)
    await work.audit.add("", "debrief.release", loop.candidate.id, now)
    await compare_if_ready(work, loop, now)


@dataclass(frozen=True, slots=True)
class Debriefing:
    """Follows loops to their debrief."""

    store: Store
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def progress(self, actor: Person, words: str = "") -> Sequence[Progress]:
        """Return the newest loops a person organises or interviews in, at most ``SHOWN``.

        ``words`` narrows it to candidates or jobs whose name has them. Their own loop, a candidate
        never sees.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._progress(actor, words.casefold()))

    async def _progress(self, actor: Person, words: str) -> Sequence[Progress]:
        async with self.store.begin(actor.team) as work:
            whose = None if actor.id in self.admins else actor.id
            mine = [
                loop
                for loop in await work.loops.followed_by(whose, SEARCHED)
                if loop.candidate.account != actor.id and is_about(loop, words)
            ]
            return [await self._one(work, loop, actor.id, whose) for loop in mine[:SHOWN]]

    async def _one(self, work: Work, loop: Loop, person: str, whose: str | None) -> Progress:
        pens = await pens_of(work, loop)
        [found] = await progress_of(work, [loop], pens.sealed, whose, pens.writers.values())
        return replace(found, offers=offers_to(person, pens, self.now()))

    async def report(self, team: str, candidate: str) -> Report | None:
        """Return what the debrief of a candidate says, or None before it is released.

        Cards sealed after the release stay outside: the panel read it without them.
        """
        async with self.store.begin(team) as work:
            loop = await work.loops.of(candidate)
            if loop is None or loop.debrief.released_at is None:
                return None
            return await report_of(work, self.catalogue, loop, loop.debrief.released_at)

    async def release_due(self) -> int:
        """Owe the message of each debrief whose time has come; return how many."""
        released = 0
        while released < BATCH and await self._release():
            released += 1
        return released

    async def _release(self) -> bool:
        """Take a debrief and owe its message, both or neither."""
        async with self.store.claim() as claims:
            found = await claims.debrief(self.now())
            if found is None:
                return False
            team, candidate = found
            work = claims.of(team)
            if loop := await work.loops.of(candidate):
                await _keep_promise(work, team, loop, self.now())
            return True


async def _keep_promise(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe a debrief that was claimed, unless no card is awaited: it would say nothing.

    Should an interview be planned again, it comes once all cards are sealed.
    """
    if loop.panel:
        await owe(work, team, loop, now)
    else:
        await work.loops.promise(replace(loop.debrief, due_at=None, released_at=None))


async def report_of(work: Work, catalogue: Catalogue, loop: Loop, until: datetime) -> Report:
    """Say what the panel's cards and amendments up to a moment amount to."""
    library = await catalogue.frozen(work, loop.refs)
    cards = await _cards(work, loop, library, until)
    rated = {each.item.competency for card in cards for each in card.ratings}
    looks = await work.looks.of(loop.candidate.id)
    others = [*(card.writer for card in cards), *(look.actor for look in looks)]
    names = await work.people.names([*(each.interviewer for each in loop.interviews), *others])
    amended = await work.amendments.of([card.interview for card in cards])
    return Report(
        loop=loop,
        cards=cards,
        lines=profile(cards, bars(loop.panel, loop.job, library, rated)),
        names=names,
        library=library,
        amendments=[each for each in amended if not each.released],
        looks=looks,
    )


async def _cards(work: Work, loop: Loop, library: Library, until: datetime) -> Sequence[Scorecard]:
    """Return the panel's cards sealed up to a moment; a shadow's is none of them."""
    sealed = await work.scorecards.sealed(loop.candidate.id)
    return [
        await work.scorecards.of(each, items(each, loop.job, library))
        for each in loop.panel
        if each.id in sealed and sealed[each.id] <= until
    ]


def is_about(loop: Loop, words: str) -> bool:
    """Tell whether the name of a candidate or of their job has these words, in small letters."""
    return words in f"{loop.candidate.name}\n{loop.job.title}".casefold()


async def progress_of(
    work: Work,
    loops: Sequence[Loop],
    sealed: Collection[str],
    person: str | None,
    more: Collection[str] = (),
) -> Sequence[Progress]:
    """Return how far loops are, in their order, of interviews whose card is ``sealed``.

    ``person`` is who asks; None organises them all. ``more`` are others to be named.
    """
    people = {*more, *(who for loop in loops for who in _seated(loop))}
    names = await work.people.names(sorted(people))
    return [
        Progress(
            loop,
            frozenset(each.id for each in loop.panel if each.id in sealed),
            names,
            person is None or person in loop.organisers(),
        )
        for loop in loops
    ]


def _seated(loop: Loop) -> Sequence[str]:
    return [each.interviewer for each in loop.interviews]
