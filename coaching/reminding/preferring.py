"""Use case: see and change what one prefers."""

from dataclasses import dataclass

from coaching.deadline import Deadline
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock, Wake
from coaching.reminding.preferences import Preferences
from coaching.repositories import UnitOfWork


@dataclass(frozen=True, slots=True)
class Preferring:
    """Everybody comes near their own preferences, and nobody else's."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    wake: Wake

    async def of(self, actor: Person) -> Preferences:
        """Return a person's preferences, or raise NotAMemberError."""
        await self.people.member(actor)
        return await self.deadline.within(self._of(actor))

    async def save(self, actor: Person, preferences: Preferences) -> None:
        """Keep them; what the person is to be reminded of is looked at anew."""
        await self.people.member(actor)
        await self.deadline.within(self._save(actor, preferences))
        self.wake()

    async def _of(self, actor: Person) -> Preferences:
        async with self.begin(actor.team) as work:
            return await work.preferences.of(actor.id)

    async def _save(self, actor: Person, preferences: Preferences) -> None:
        async with self.begin(actor.team) as work:
            await work.preferences.save(actor.id, preferences, self.now())
            await work.nudges.recheck(actor.id, self.now())
