"""Use cases: people look for a partner, and two of them become a pair."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.practice.peers.ending import end
from coaching.practice.peers.session import Session, Waiting, paired
from coaching.practice.peers.sight import MOCK_PEER_LATE, MOCK_PEER_WAIT, tell
from coaching.practice.repositories import PracticeStore, PracticeWork
from coaching.practice.rounds import Offer
from coaching.practice.wish import Wish, choose, first_wish
from questions.wording import Locale


@dataclass(frozen=True, slots=True)
class Pairing:
    """Brings two people of a workspace together, the one who has waited longest first.

    Guests may take part: who practises need not have to do with hiring. ``patience`` is how long
    anybody waits.
    """

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake
    patience: timedelta

    async def start(self, person: Person, locale: Locale) -> Offer | Waiting | Session:
        """Return where a person is: in a pair, waiting, or free to look for a partner."""
        await self.people.member(person)
        return await self.deadline.within(self._start(person, locale))

    async def join(self, person: Person, wish: Wish) -> None:
        """Look for a partner. FormError when no question fits the wish; NotAMemberError.

        Who waits already waits on, with the newer wish; who is in a pair stays in it.
        """
        await self.people.member(person)
        await self.deadline.within(self._join(person, wish))
        self.wake()

    async def leave(self, person: Person, key: str) -> bool:
        """Stop waiting; return False when that is not what the person waits for.

        Who has become a guest since may still leave, as they may delete what they practised.
        """
        await self.people.visitor(person)
        return await self.deadline.within(self._leave(person, key))

    async def waits(self, team: str, person: str, key: str) -> Waiting | None:
        """Return who still waits, for the message that says so."""
        async with self.store.begin(team) as work:
            waiting = await work.peers.waiting(person)
            return waiting if waiting and waiting.id == key else None

    async def pair_due(self) -> None:
        """Stop what nobody waits for any more, and pair those who came at the same moment."""
        while await self._stop_waiting() or await self._give_up() or await self._bring_together():
            pass

    async def _start(self, person: Person, locale: Locale) -> Offer | Waiting | Session:
        async with self.store.begin(person.team) as work:
            found = await work.peers.current(person.id) or await work.peers.waiting(person.id)
            if found:
                return found
            last = await work.mocks.last(person.id)
            library = await self.catalogue.of(work)
        return Offer(library, first_wish(last.wish if last else None, locale, library))

    async def _join(self, person: Person, wish: Wish) -> None:
        async with self.store.begin(person.team) as work:
            key, now = uuid4().hex, self.now()
            choose(wish, await self.catalogue.of(work), (), key)
            until = now + self.patience
            mine = Waiting(key, person.id, wish.topic, wish.level, wish.locale, now, until)
            # First of all: a second click waits here until the first has found somebody.
            await work.peers.wait(mine)
            if await work.peers.current(person.id):
                await work.peers.take(person.id)
            elif not await self._pair(work, mine):
                await work.posts.owe(owed(person.team, MOCK_PEER_WAIT, person.id, key), now)

    async def _pair(self, work: PracticeWork, waiting: Waiting) -> bool:
        """Make a pair of somebody who waits and the one who waited longest; say whether."""
        last, now = await work.peers.last_partner(waiting.person), self.now()
        other = await work.peers.partner(waiting, last, now)
        if other is None:
            return False
        await work.peers.take(waiting.person)
        longer, newer = sorted((other, waiting), key=lambda each: each.since)
        session = paired(longer, newer, uuid4().hex)
        await work.peers.begin(session, now)
        for person in session.people:
            await tell(work, session, person, "met", now)
        return True

    async def _leave(self, person: Person, key: str) -> bool:
        async with self.store.begin(person.team) as work:
            waiting = await work.peers.waiting(person.id)
            if waiting is None or waiting.id != key:
                return False
            await work.peers.take(person.id)
            return True

    async def _stop_waiting(self) -> bool:
        async with self.store.claim() as claims:
            found = await claims.waited(self.now())
            if found:
                team, waiting = found
                late = owed(team, MOCK_PEER_LATE, waiting.person, waiting.id)
                await claims.of(team).posts.owe(late, self.now())
        return found is not None

    async def _give_up(self) -> bool:
        async with self.store.claim() as claims:
            found = await claims.idle(self.now() - self.patience)
            if found:
                team, key = found
                work = claims.of(team)
                if session := await work.peers.of(key):
                    await end(work, session, "late", self.now())
        return found is not None

    async def _bring_together(self) -> bool:
        async with self.store.claim() as claims:
            for team, waiting in await claims.lonely():
                if await self._pair(claims.of(team), waiting):
                    return True
        return False
