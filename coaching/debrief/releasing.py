"""Use cases: let the debriefs go that are due, and say what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.debrief.following_up import FollowUp, follow_ups
from coaching.debrief.report import Report, report_of
from coaching.loop import Loop, debrief_post
from coaching.ports import Clock
from coaching.repositories import Store, Work
from coaching.sealed.comparing import compare_if_ready
from questions.selection import Exposure, Selection

BATCH = 50


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
class Releasing:
    """Lets debriefs go when their time has come."""

    store: Store
    catalogue: Catalogue
    now: Clock

    async def report(self, team: str, candidate: str) -> Report | None:
        """Return what the debrief of a candidate says, or None before it is released.

        With it comes what could be asked yet. Cards sealed after the release stay outside: the
        panel read it without them.
        """
        async with self.store.begin(team) as work:
            loop = await work.loops.of(candidate)
            if loop is None or loop.debrief.released_at is None:
                return None
            at = loop.debrief.released_at
            report = await report_of(work, self.catalogue, loop, at)
            return replace(report, follow_ups=await _follow_ups(work, report, at))

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


async def _follow_ups(work: Work, report: Report, at: datetime) -> Sequence[FollowUp]:
    """Propose what could be asked yet, and was not in the round before.

    How often others were asked it is left out: to count that is slower the more one has hired.
    """
    loop = report.loop
    met = await work.uses.met([loop.candidate.earlier]) if loop.candidate.earlier else ()
    selection = Selection(report.library, loop.job.level, loop.job.id, Exposure(at))
    return follow_ups(report.lines, loop, selection, met)


async def _keep_promise(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe a debrief that was claimed, unless no card is awaited: it would say nothing.

    Should an interview be planned again, it comes once all cards are sealed.
    """
    if loop.panel:
        await owe(work, team, loop, now)
    else:
        await work.loops.promise(replace(loop.debrief, due_at=None, released_at=None))
