"""Use cases: what a person's practice amounts to, and taking all of it away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.practice.peers import sight
from coaching.practice.peers.ending import end
from coaching.practice.repositories import Deleted, PracticeStore, PracticeWork
from coaching.practice.self_rating import Line, lines
from coaching.practice.turns import KINDS
from questions.library import Library

MOCK_PICTURE = "mock_picture"


@dataclass(frozen=True, slots=True)
class Progress:
    """How a person rated themselves over time, and what was found, for that person alone."""

    lines: Sequence[Line]
    library: Library


@dataclass(frozen=True, slots=True)
class PracticeRecord:
    """Keeps self-ratings until they are deleted, and what was said only for a while."""

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    kept: timedelta
    wake: Wake

    async def progress(self, person: Person) -> Progress:
        """Return the course of each competency that the person has practised."""
        await self.people.visitor(person)
        return await self.deadline.within(self._progress(person))

    async def draw(self, person: Person) -> Progress:
        """Return the same, and owe the person a picture of it when there is something to draw."""
        await self.people.visitor(person)
        found = await self.deadline.within(self._draw(person))
        self.wake()
        return found

    async def drawn(self, person: Person) -> Progress:
        """Return the same for the message with the picture."""
        return await self._progress(person)

    async def delete(self, person: Person) -> Deleted:
        """Delete everything at once, a mock that is under way too; a partner is told."""
        await self.people.visitor(person)
        gone = await self.deadline.within(self._delete(person))
        self.wake()
        return gone

    async def tidy(self) -> None:
        """Delete what was said before the time it is kept."""
        async with self.store.claim() as claims:
            await claims.expire(self.now() - self.kept)

    async def _progress(self, person: Person) -> Progress:
        async with self.store.begin(person.team) as work:
            return await self._found(work, person)

    async def _draw(self, person: Person) -> Progress:
        async with self.store.begin(person.team) as work:
            found = await self._found(work, person)
            if found.lines:
                asked = owed(person.team, MOCK_PICTURE, person.id, uuid4().hex)
                await work.posts.owe(asked, self.now())
            return found

    async def _found(self, work: PracticeWork, person: Person) -> Progress:
        ratings = await work.mocks.ratings(person.id)
        found = await work.mocks.parts(person.id)
        library = await self.catalogue.of(work)
        known = {each.id for model in library.models for each in model.competencies}
        drawn = [each for each in lines(ratings, found) if each.competency in known]
        return Progress(drawn, library)

    async def _delete(self, person: Person) -> Deleted:
        async with self.store.begin(person.team) as work:
            pair = await work.peers.current(person.id)
            if pair and (held := await work.peers.of(pair.id)) and held.state != "over":
                await end(work, held, "left", self.now(), silent=person.id)
            await work.posts.forget(person.id, (*KINDS, *sight.KINDS, MOCK_PICTURE))
            await work.requests.forget(person.id)
            pairs = await work.peers.forget(person.id)
            return replace(await work.mocks.forget(person.id), pairs=pairs)
