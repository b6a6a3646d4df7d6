"""Use case of the clock: the kit comes again, 15 minutes before its interview."""

from dataclasses import dataclass

from coaching.loop import Interview, Loop
from coaching.ports import Clock
from coaching.post import owed
from coaching.repositories import Store

KIT_AGAIN = "kit_again"
BATCH = 100  # in one round, so that a round ends


@dataclass(frozen=True, slots=True)
class KitsAgain:
    """Brings the kit when it is needed; one that comes too late does not come."""

    store: Store
    now: Clock

    async def owe_due(self) -> int:
        """Owe the messages whose moment has come; return how many moments."""
        looks = 0
        while looks < BATCH and await self._owe():
            looks += 1
        return looks

    async def of(self, team: str, subject: str, reader: str) -> tuple[Loop, Interview] | None:
        """Return an interview that is about to begin or has begun, to its interviewer.

        None when it is over, or is at another time than the message was owed for.
        """
        key, _, _ = subject.partition(":")
        async with self.store.begin(team) as work:
            found = await work.loops.interview(key)
            loop = await work.loops.of(found.candidate) if found else None
        if found is None or loop is None or not self._comes(found):
            return None
        return (loop, found) if found.interviewer == reader and _subject(found) == subject else None

    async def _owe(self) -> bool:
        """Take a moment and owe its message, both or neither."""
        async with self.store.claim() as claims:
            taken = await claims.kit(self.now())
            if taken is None:
                return False
            work = claims.of(taken[0])
            found = await work.loops.interview(taken[1])
            if found and self._comes(found):
                post = owed(work.team, KIT_AGAIN, found.interviewer, _subject(found))
                await work.posts.owe(post, self.now())
            return True

    def _comes(self, interview: Interview) -> bool:
        return interview.state == "planned" and self.now() < interview.end


def _subject(interview: Interview) -> str:
    """Name an interview at a time: at another one, the kit comes again."""
    return f"{interview.id}:{int(interview.start.timestamp())}"
