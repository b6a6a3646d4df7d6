"""Use case: a hiring manager reads sealed cards before the debrief, and everybody learns of it."""

from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.report import Report, report_of
from coaching.errors import CoachingError, NotFoundError
from coaching.loop import Loop
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.early_look import EarlyLook
from coaching.sealed.pens import Pens, pens_of


class NoLookError(CoachingError):
    """Why a hiring manager may not look now."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the debrief would have said at the moment of a look."""

    look: EarlyLook
    report: Report


@dataclass(frozen=True, slots=True)
class Looking:
    """Shows sealed cards early, to the hiring manager alone."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline

    async def look(self, actor: Person, candidate: str) -> Looked:
        """Log a look and return what there is to see; NotFoundError, NoLookError."""
        await self.people.member(actor)
        return await self.deadline.within(self._look(actor, candidate))

    async def go_on(self, actor: Person, candidate: str, n: int) -> Looked:
        """Return what a person's ``n``-th logged look shows, to read on in it."""
        await self.people.member(actor)
        return await self.deadline.within(self._go_on(actor, candidate, n))

    async def _look(self, actor: Person, candidate: str) -> Looked:
        async with self.begin(actor.team) as work:
            loop = await _managed(work, actor, candidate)
            await work.loops.lock(candidate)  # looks are counted one by one
            pens, now = await pens_of(work, loop), self.now()
            _refuse(pens, actor.id)
            n = len(await work.looks.of(candidate)) + 1
            look = EarlyLook(candidate, n, actor.id, now, len(pens.to_see()))
            await work.looks.add(look)
            await work.audit.add(actor.id, "card.look", candidate, now)
            return Looked(look, await report_of(work, self.catalogue, loop, now))

    async def _go_on(self, actor: Person, candidate: str, n: int) -> Looked:
        async with self.begin(actor.team) as work:
            loop = await _managed(work, actor, candidate)
            _refuse(await pens_of(work, loop), actor.id)
            looks = await work.looks.of(candidate)
            mine = next((each for each in looks if (each.n, each.actor) == (n, actor.id)), None)
            if mine is None:
                raise NotFoundError
            return Looked(mine, await report_of(work, self.catalogue, loop, mine.at))


async def looked(work: Work, candidate: str, person: str) -> Phrase | None:
    """Say why somebody who has read the panel's cards cannot come to be an interviewer."""
    if all(look.actor != person for look in await work.looks.of(candidate)):
        return None
    return Phrase(
        "This person has looked at scorecards of this candidate before the debrief, so they cannot "
        "write one. Choose somebody else."
    )


async def _managed(work: Work, actor: Person, candidate: str) -> Loop:
    """Read a loop for the manager of its job; for anybody else there is none."""
    loop = await work.loops.of(candidate)
    if loop is None or actor.id != loop.job.manager or actor.id == loop.candidate.account:
        raise NotFoundError
    return loop


def _refuse(pens: Pens, person: str) -> None:
    if pens.loop.debrief.released_at:
        raise NoLookError(Phrase("The debrief is out: you find it in the hiring channel."))
    if pens.writes(person):
        raise NoLookError(Phrase("Seal your own scorecard first: then you can look at the others."))
    if not pens.to_see():
        raise NoLookError(Phrase("No scorecard is sealed yet, so there is nothing to look at."))
