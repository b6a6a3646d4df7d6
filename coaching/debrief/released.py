"""What comes after a debrief: who may come near it, and where in the channel it is told."""

from collections.abc import Collection
from dataclasses import replace

from coaching.errors import CoachingError, NotFoundError
from coaching.loop import Loop, debrief_post
from coaching.phrase import Phrase
from coaching.post import Post, owed
from coaching.repositories import Work


class NotOutError(CoachingError):
    """The panel has not read the debrief yet."""

    def __init__(self) -> None:
        super().__init__(Phrase("The debrief is not out yet. This comes after it."))


async def released(work: Work, candidate: str, person: str, admins: Collection[str]) -> Loop:
    """Read a loop whose debrief is out, for whoever may know of it; NotFoundError, NotOutError."""
    loop = await work.loops.of(candidate)
    if loop is None or person == loop.candidate.account:
        raise NotFoundError
    if person not in loop.followers() | set(admins):
        raise NotFoundError
    if loop.debrief.released_at is None:
        raise NotOutError
    return loop


async def in_thread(work: Work, loop: Loop, kind: str, subject: str) -> Post:
    """Return a message for the thread of a debrief, whose place is looked at when it is sent.

    While the debrief itself is still on its way there is no thread: then it stands by itself.
    """
    sent = await work.posts.place(debrief_post(work.team, loop.job, loop.candidate).key)
    post = owed(work.team, kind, loop.job.channel, subject, owner=loop.job.manager)
    return replace(post, thread_ts=sent.ts if sent else "")
