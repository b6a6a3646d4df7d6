"""Use cases: a debrief goes out now, at another time, or not at all. Nothing is posted twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from coaching.deadline import Deadline
from coaching.debrief.releasing import open_again, release, release_if_complete
from coaching.errors import CoachingError, FormError, NotFoundError
from coaching.loop import Debrief, Loop
from coaching.loop_form import unfit_due
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import Pens, pens_of

RETIMED = "retimed"  # the line that tells the channel


class NotNowError(CoachingError):
    """Why a debrief cannot be posted, moved or cancelled."""


OUT = Phrase("The debrief is out already: you find it in the hiring channel.")


@dataclass(frozen=True, slots=True)
class Timing:
    """Posts a debrief for its manager or an admin; moves and cancels it for those who organise."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    wake: Wake

    async def open(self, actor: Person, candidate: str) -> Loop:
        """Return a loop whose debrief somebody may move; NotFoundError, NotNowError."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, candidate))

    async def post_now(self, actor: Person, candidate: str) -> Loop:
        """Let a debrief go with the cards that are sealed; NotFoundError, NotNowError."""
        await self.people.member(actor)
        loop = await self.deadline.within(self._post_now(actor, candidate))
        self.wake()
        return loop

    async def move(
        self, actor: Person, candidate: str, due: datetime | None, request: str, *, sealed: bool
    ) -> Loop:
        """Promise a debrief for ``due`` or, when ``sealed``, for when all cards are.

        ``request`` names the form that was sent. NotFoundError, NotNowError, FormError.
        """
        await self.people.member(actor)
        loop = await self.deadline.within(self._move(actor, candidate, due, request, sealed=sealed))
        self.wake()
        return loop

    async def cancel(self, actor: Person, candidate: str, request: str) -> Loop:
        """Let a debrief not go out by itself; it may be moved later. NotFoundError, NotNowError."""
        await self.people.member(actor)
        loop = await self.deadline.within(self._cancel(actor, candidate, request))
        self.wake()
        return loop

    async def retimed(self, team: str, candidate: str) -> Loop | None:
        """Return what the channel is told of: a loop whose debrief is still to come, or stopped."""
        async with self.begin(team) as work:
            loop = await work.loops.of(candidate)
        return loop if loop and loop.debrief.released_at is None else None

    async def expired(self, reader: Person) -> Sequence[Loop]:
        """Return the loops of a manager whose debrief expired, the earliest due first."""
        if await self.people.member_or_none(reader) is None:
            return []
        async with self.begin(reader.team) as work:
            found = await work.loops.expired(reader.id)
        mine = [loop for loop in found if reader.id != loop.candidate.account]
        return sorted(mine, key=lambda loop: (loop.debrief.due_at or self.now(), loop.candidate.id))

    async def _open(self, actor: Person, candidate: str) -> Loop:
        async with self.begin(actor.team) as work:
            loop, _ = await self._held(work, actor, candidate)
            return loop

    async def _post_now(self, actor: Person, candidate: str) -> Loop:
        async with self.begin(actor.team) as work:
            loop, promised = await self._held(work, actor, candidate)
            pens = await pens_of(work, loop)
            if not may_post(actor.id, pens, self.admins):
                raise NotFoundError
            _refuse(actor.id, pens)
            if promised.stopped:
                await work.loops.promise(replace(promised, stopped=None))
            await release(work, actor.team, loop, self.now(), actor.id)
            return await _again(work, candidate)

    async def _move(
        self, actor: Person, candidate: str, due: datetime | None, request: str, *, sealed: bool
    ) -> Loop:
        async with self.begin(actor.team) as work:
            loop, promised = await self._held(work, actor, candidate)
            now = self.now()
            if not sealed and (fault := unfit_due(due, [each.end for each in loop.panel], now)):
                raise FormError({"due": fault})
            await work.loops.promise(replace(open_again(promised), due_at=None if sealed else due))
            await self._tell(work, actor, loop, "debrief.move", request)
            if sealed:
                await release_if_complete(work, actor.team, loop, now)
            return await _again(work, candidate)

    async def _cancel(self, actor: Person, candidate: str, request: str) -> Loop:
        async with self.begin(actor.team) as work:
            loop, promised = await self._held(work, actor, candidate)
            if promised.stopped != "cancelled":
                await work.loops.promise(replace(promised, daily=False, stopped="cancelled"))
                await self._tell(work, actor, loop, "debrief.cancel", request)
            return await _again(work, candidate)

    async def _tell(self, work: Work, actor: Person, loop: Loop, did: str, request: str) -> None:
        """Tell the channel, which was promised something else: what holds is found when sent."""
        subject = f"{loop.candidate.id}:{uuid5(NAMESPACE_OID, request).hex}"
        post = owed(work.team, RETIMED, loop.job.channel, subject, loop.job.manager)
        await work.posts.owe(post, self.now())
        await work.audit.add(actor.id, did, loop.candidate.id, self.now())

    async def _held(self, work: Work, actor: Person, candidate: str) -> tuple[Loop, Debrief]:
        """Return a loop of those who organise it, with its promise locked, while it is not out."""
        loop = await work.loops.of(candidate)
        organising = loop.organisers() | self.admins if loop else frozenset()
        if loop is None or actor.id not in organising or actor.id == loop.candidate.account:
            raise NotFoundError
        promised = await work.loops.lock(candidate)
        if promised.released_at:
            raise NotNowError(OUT)
        return loop, promised


def may_post(person: str, pens: Pens, admins: frozenset[str]) -> bool:
    """Tell whether a person may let a debrief go now: its manager or an admin, while it is not."""
    loop = pens.loop
    answering = {loop.job.manager, *admins} - {loop.candidate.account}
    return person in answering and loop.debrief.released_at is None


def _refuse(person: str, pens: Pens) -> None:
    if not pens.to_see():
        raise NotNowError(Phrase("No scorecard is sealed yet, so the debrief would say nothing."))
    if pens.writes(person):
        raise NotNowError(Phrase("Seal your own scorecard first: then you can post the debrief."))


async def _again(work: Work, candidate: str) -> Loop:
    """Read a loop as it is now."""
    loop = await work.loops.of(candidate)
    if loop is None:
        raise NotFoundError
    return loop
