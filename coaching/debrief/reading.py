"""Use case: read the evidence behind a debrief. What is posted leaves our hands; this does not."""

from asyncio import gather
from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.report import Report, report_of
from coaching.errors import CoachingError, NotFoundError
from coaching.loop import Loop
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.places import unfit
from coaching.ports import Clock, Directory
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import pens_of


class SealFirstError(CoachingError):
    """Somebody has a card of the same loop to seal: what others wrote would be in it."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("Seal your own scorecard first: then you can read what the others wrote.")
        )


class NotPrivateError(CoachingError):
    """Whoever likes could come into the channel by now, or people from outside are in it."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "The hiring channel is public, shared or archived by now. Until it is private "
                "again, only those who organise these interviews read the evidence."
            )
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """Shows the cards of a released debrief to who is in its channel now, and to its organisers."""

    begin: UnitOfWork
    people: People
    directory: Directory
    catalogue: Catalogue
    now: Clock
    deadline: Deadline

    async def open(self, actor: Person, candidate: str) -> Report:
        """Log that a person reads, and return what; NotFound-, SealFirst-, NotPrivateError."""
        await self._admitted(actor, candidate)
        return await self.deadline.within(self._read(actor, candidate, log=True))

    async def go_on(self, actor: Person, candidate: str) -> Report:
        """Return the same once more, to turn to another page of it."""
        await self._admitted(actor, candidate)
        return await self.deadline.within(self._read(actor, candidate, log=False))

    async def _admitted(self, actor: Person, candidate: str) -> None:
        """Ask Slack who is in the channel at this moment, between transactions."""
        await self.people.member(actor)
        loop = await self.deadline.within(self._find(actor, candidate))
        if actor.id in loop.organisers():
            return
        members, channel = await gather(
            self.directory.members(actor.team, loop.job.channel),
            self.directory.channel(actor.team, loop.job.channel),
        )
        if actor.id not in members:
            raise NotFoundError
        if unfit(channel):
            raise NotPrivateError

    async def _find(self, actor: Person, candidate: str) -> Loop:
        async with self.begin(actor.team) as work:
            return await _released(work, actor, candidate)

    async def _read(self, actor: Person, candidate: str, *, log: bool) -> Report:
        async with self.begin(actor.team) as work:
            loop = await _released(work, actor, candidate)
            if log:
                await work.audit.add(actor.id, "debrief.read", candidate, self.now())
            until = loop.debrief.released_at or self.now()
            return await report_of(work, self.catalogue, loop, until)


async def _released(work: Work, actor: Person, candidate: str) -> Loop:
    """Return a loop whose debrief is out; for its candidate there is none."""
    loop = await work.loops.of(candidate)
    if loop is None or loop.debrief.released_at is None or actor.id == loop.candidate.account:
        raise NotFoundError
    if (await pens_of(work, loop)).writes(actor.id):
        raise SealFirstError
    return loop
