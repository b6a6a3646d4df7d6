"""Use cases: let the debriefs go that are due, and say what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.catalogue import Catalogue
from coaching.debrief.daily import next_daily
from coaching.debrief.following_up import FollowUp, follow_ups
from coaching.debrief.left_out import owe_left_out
from coaching.debrief.report import Report, report_of
from coaching.loop import Debrief, Loop, debrief_post
from coaching.ports import Clock
from coaching.post import owed
from coaching.repositories import Store, Work
from coaching.sealed.comparing import compare_if_ready
from questions.selection import Exposure, Selection

BATCH = 50
STALE = timedelta(days=1)  # a debrief that is this late is nobody's news: its owner decides
GATHERED = timedelta(minutes=1)  # until then, all that expires is told in one message
EXPIRED = "debriefs_expired"  # that message


async def release(work: Work, team: str, loop: Loop, now: datetime, actor: str = "") -> bool:
    """Owe the debrief of a loop, once; return False when it went before."""
    if not await work.loops.release(loop.candidate.id, now):
        return False
    await owe(work, team, loop, now, actor)
    return True


async def release_if_complete(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe the debrief that was promised for when all cards are sealed, once they are.

    A job with a daily hour has it wait for the next one; a card that is awaited again until then
    takes that back. To be asked after a seal, and after a change of who is awaited, in the same
    transaction: the lock on the promise lets one of two last ones see the other.
    """
    promised = await work.loops.lock(loop.candidate.id)
    if promised.stopped or promised.released_at:
        return
    complete = await is_complete(work, loop)
    if promised.daily and not complete:
        await work.loops.promise(open_again(promised))
    elif promised.due_at is None and complete:
        await _go_or_wait(work, team, loop, promised, now)


async def is_complete(work: Work, loop: Loop) -> bool:
    """Tell whether cards are awaited and all of them are sealed."""
    sealed = await work.scorecards.sealed(loop.candidate.id)
    awaited = {each.id for each in loop.panel}
    return bool(awaited) and awaited <= sealed.keys()


def open_again(promised: Debrief) -> Debrief:
    """Return a promise that is for when all cards are sealed, whenever that is."""
    return replace(promised, due_at=None, released_at=None, daily=False, stopped=None)


async def owe(work: Work, team: str, loop: Loop, now: datetime, actor: str = "") -> None:
    """Promise the message of a debrief that was just released, and word to who is not in it."""
    await _after_all_cards(work, loop.candidate.id, now)
    await work.posts.owe(debrief_post(team, loop.job, loop.candidate), now)
    await work.audit.add(actor, "debrief.release", loop.candidate.id, now)
    await owe_left_out(work, loop, now)
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
        """Owe the message of each debrief whose time has come; return how many were looked at."""
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


async def _go_or_wait(work: Work, team: str, loop: Loop, promised: Debrief, now: datetime) -> None:
    """Owe a complete debrief now, or promise it for the daily hour of its job."""
    if loop.job.daily is None:
        await release(work, team, loop, now)
        return
    due = next_daily(now, loop.job.daily, loop.job.zone)
    await work.loops.promise(replace(promised, due_at=due, daily=True))


async def _after_all_cards(work: Work, candidate: str, released: datetime) -> None:
    """Let no card be sealed later than a release that found it sealed, by another's clock."""
    last = max((await work.scorecards.sealed(candidate)).values(), default=released)
    if last > released:
        await work.loops.promise(replace(await work.loops.lock(candidate), released_at=last))


async def _follow_ups(work: Work, report: Report, at: datetime) -> Sequence[FollowUp]:
    """Propose what could be asked yet, and was not in the round before.

    How often others were asked it is left out: to count that is slower the more one has hired.
    """
    loop = report.loop
    met = await work.uses.met([loop.candidate.earlier]) if loop.candidate.earlier else ()
    selection = Selection(report.library, loop.job.level, loop.job.id, Exposure(at))
    return follow_ups(report.lines, loop, selection, met)


async def _keep_promise(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe a debrief that was claimed.

    Where no card is awaited it would say nothing, and at a daily hour it waits for all: it comes
    once all cards are sealed. One that came due more than a day ago is left to its owner.
    """
    promised = loop.debrief
    if not loop.panel or (promised.daily and not await is_complete(work, loop)):
        await work.loops.promise(open_again(promised))
    elif promised.due_at and now - promised.due_at > STALE:
        await _expire(work, team, loop, now)
    else:
        await owe(work, team, loop, now)


async def _expire(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Stop a debrief, and tell its owner of all that were stopped at once: nobody wants a flood."""
    await work.loops.promise(replace(loop.debrief, released_at=None, stopped="expired"))
    await work.audit.add("", "debrief.expire", loop.candidate.id, now)
    told = owed(team, EXPIRED, loop.job.manager, now.date().isoformat())
    await work.posts.owe(told, now + GATHERED)
