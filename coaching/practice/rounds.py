"""Use cases: a mock interview begins, pauses, goes on and ends. Nothing here touches hiring."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock, Wake
from coaching.practice.commenting import Commentator, named
from coaching.practice.mock import Mock, ask, say, stepped
from coaching.practice.repositories import PracticeStore
from coaching.practice.turns import Saying, pressed, seen, speak
from coaching.practice.wish import Wish, choose, first_wish
from questions.library import Library
from questions.wording import Locale


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be practised, what the form starts with, and which language model may read it.

    ``kept`` is how long answers are, where they are at all.
    """

    library: Library
    wish: Wish
    commentator: Commentator | None = None
    kept: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Practice:
    """Runs mock interviews. ``catalogue`` is the mock pool and nothing else."""

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake
    kept: timedelta
    commentator: Commentator | None = None

    async def start(self, person: Person, locale: Locale) -> Offer | None:
        """Say the next thing of a mock that is under way and return None; else offer a new one."""
        await self.people.member(person)
        offer = await self.deadline.within(self._start(person, locale))
        self.wake()
        return offer

    async def begin(self, person: Person, wish: Wish) -> None:
        """Ask the first question of a new mock. FormError when no question fits the wish."""
        await self.people.member(person)
        await self.deadline.within(self._begin(person, wish))
        self.wake()

    async def stop(self, person: Person) -> bool:
        """Leave a mock where it is, to go on some other day; return False without one."""
        await self.people.member(person)
        if not await self.deadline.within(self._stop(person)):
            return False
        self.wake()
        return True

    async def end(self, person: Person, mock: str, n: int) -> None:
        """End a mock before its last question."""
        await self.people.member(person)
        await self.deadline.within(self._end(person, mock, n))
        self.wake()

    async def saying(self, team: str, mock: str, n: int) -> Saying | None:
        """Return the ``n``-th thing said, for the message that says it."""
        async with self.store.begin(team) as work:
            found, turn = await work.mocks.of(mock), await work.mocks.turn(mock, n)
            if found is None or turn is None:
                return None
            return await seen(work, self.catalogue, found, turn, self.now())

    async def under_way(self, team: str, person: str) -> Mock | None:
        """Return a person's mock that is not over, only to look at it."""
        async with self.store.begin(team) as work:
            return await work.mocks.under_way(person)

    @property
    def _reader(self) -> str:
        return named(self.commentator) if self.commentator else ""

    async def _start(self, person: Person, locale: Locale) -> Offer | None:
        async with self.store.begin(person.team) as work:
            if mock := await work.mocks.current(person.id):
                await speak(work, self.now(), *ask(stepped(mock, self.now())))
                return None
            last = await work.mocks.last(person.id)
            library = await self.catalogue.of(work)
        wish = first_wish(last.wish if last else None, locale, library)
        ticked = wish.commented and last is not None and last.reader == self._reader
        return Offer(library, replace(wish, commented=ticked), self.commentator, self.kept)

    async def _begin(self, person: Person, wish: Wish) -> None:
        async with self.store.begin(person.team) as work:
            now, key = self.now(), uuid4().hex
            wish = replace(wish, commented=wish.commented and self.commentator is not None)
            if (mock := await work.mocks.current(person.id)) is None:
                library = await self.catalogue.of(work)
                met = [*await work.mocks.met(person.id), *await work.peers.met(person.id)]
                chosen = choose(wish, library, met, key)
                reader = self._reader if wish.commented else ""
                new = Mock(key, person.id, wish, chosen, now, reader=reader)
                await work.mocks.begin(new, now)
                mock = await work.mocks.current(person.id)
            if mock:
                await speak(work, now, *ask(stepped(mock, now)))

    async def _stop(self, person: Person) -> bool:
        async with self.store.begin(person.team) as work:
            mock = await work.mocks.current(person.id)
            if mock and mock.state == "asking":
                after = replace(stepped(mock, self.now()), state="stopped", due_at=None)
                await speak(work, self.now(), *say(after, "stop"))
        return mock is not None

    async def _end(self, person: Person, mock: str, n: int) -> None:
        async with self.store.begin(person.team) as work:
            found, _ = await pressed(work, person, mock, n)
            over = replace(stepped(found, self.now()), state="over", due_at=None)
            await speak(work, self.now(), *say(over, "end"))
