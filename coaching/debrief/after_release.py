"""A card that was sealed after the debrief: shown in its thread, and no part of the profile."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.catalogue import Catalogue
from coaching.loop import Debrief, Interview, Loop, debrief_post
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.receipts import Copy, copy_of

AFTER_RELEASE = "after_release"  # the message
MOMENT = timedelta(microseconds=1)  # databases keep no shorter one


@dataclass(frozen=True, slots=True)
class Late:
    """A card that the debrief went out without, and the name of its interviewer."""

    copy: Copy
    name: str


@dataclass(frozen=True, slots=True)
class AfterRelease:
    """Finds what the panel is told at the moment it is sent."""

    begin: UnitOfWork
    catalogue: Catalogue

    async def of(self, team: str, interview: str) -> Late | None:
        """Return a card that came late; None for any other."""
        async with self.begin(team) as work:
            copy = await copy_of(work, self.catalogue, interview)
            if copy is None or not copy.outside:
                return None
            names = await work.people.names([copy.card.interviewer])
        return Late(copy, names[copy.card.interviewer])


def after(promised: Debrief, now: datetime) -> datetime:
    """Return now, or a moment after the release by a clock that was ahead of this one."""
    return max(now, promised.released_at + MOMENT) if promised.released_at else now


async def owe_after_release(
    work: Work, loop: Loop, interview: Interview, promised: Debrief, now: datetime
) -> None:
    """Owe the panel a card that was just sealed, if the debrief went out without it.

    It goes to the thread of the debrief; while that is still on its way, it stands by itself.
    """
    if promised.released_at is None or not interview.counts:
        return
    sent = await work.posts.place(debrief_post(work.team, loop.job, loop.candidate).key)
    post = owed(work.team, AFTER_RELEASE, loop.job.channel, interview.id, loop.job.manager)
    await work.posts.owe(replace(post, thread_ts=sent.ts if sent else ""), now)
