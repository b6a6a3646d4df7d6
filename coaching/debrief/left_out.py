"""Use case: tell those whose card was missing that the debrief went out without it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.post import owed
from coaching.reminding.putting_off import AT_ONCE, rests
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import pens_of

LEFT_OUT = "left_out"  # the message


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A card that the debrief went out without; ``wait`` is how long it is quiet at its writer."""

    loop: Loop
    interview: Interview
    wait: timedelta = AT_ONCE


async def owe_left_out(work: Work, loop: Loop, now: datetime) -> None:
    """Owe a message to the writer of each card that is awaited and not sealed."""
    pens = await pens_of(work, loop)
    for each in loop.panel:
        if each.id not in pens.sealed:
            writer = pens.writers.get(each.id, each.interviewer)
            await work.posts.owe(owed(work.team, LEFT_OUT, writer, each.id), now)


@dataclass(frozen=True, slots=True)
class LeavingOut:
    """Knows who is still to be told. ``zone`` is for those whose Slack has none."""

    begin: UnitOfWork
    people: People
    now: Clock
    zone: str

    async def of(self, reader: Person, interview: str) -> LeftOut | None:
        """Return what a writer is told; None once the card is sealed, or is not theirs any more."""
        profile = await self.people.member_or_none(reader)
        if profile is None:
            return None
        async with self.begin(reader.team) as work:
            mine = await work.loops.interview(interview)
            loop = await work.loops.of(mine.candidate) if mine else None
            if mine is None or loop is None or not mine.counts:
                return None
            pens = await pens_of(work, loop)
            writer = pens.writers.get(mine.id, mine.interviewer)
            if mine.id in pens.sealed or writer != reader.id:
                return None
            wait = await rests(work, profile, self.zone, self.now())
        return LeftOut(loop, mine, wait)
