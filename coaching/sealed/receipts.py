"""Use case: what somebody gets for sealing a scorecard, with a copy of what they wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.loop import Interview, Loop
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Scorecard
from coaching.sealed.amendment import Amendment
from coaching.sealed.behalf import BEHALF
from questions.library import Library

RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Copy:
    """A sealed card and what it is about: for its writer alone.

    ``written_for`` names the interviewer when somebody else wrote it.
    """

    loop: Loop
    interview: Interview
    card: Scorecard
    library: Library
    sealed_at: datetime
    amendments: Sequence[Amendment] = ()
    written_for: str = ""

    @property
    def outside(self) -> bool:
        """Whether the debrief went out without it."""
        released = self.loop.debrief.released_at
        return released is not None and self.sealed_at > released


async def owe_receipt(work: Work, interview: Interview, card: Scorecard, now: datetime) -> None:
    """Owe the writer a receipt, and the interviewer a word when that is somebody else."""
    await work.posts.owe(owed(work.team, RECEIPT, card.writer, interview.id), now)
    if card.on_behalf:
        await work.posts.owe(owed(work.team, BEHALF, card.interviewer, interview.id), now)


async def copy_of(work: Work, catalogue: Catalogue, interview: str) -> Copy | None:
    """Read the card of an interview, or None while it is not sealed."""
    mine = await work.loops.interview(interview)
    loop = await work.loops.of(mine.candidate) if mine else None
    if mine is None or loop is None:
        return None
    card = await work.scorecards.of(mine, ())
    if card.sealed_at is None:
        return None
    library = await catalogue.frozen(work, loop.refs)
    amendments = await work.amendments.of([mine.id])
    names = await work.people.names([card.interviewer]) if card.on_behalf else {}
    written_for = names.get(card.interviewer, "")
    return Copy(loop, mine, card, library, card.sealed_at, amendments, written_for)


@dataclass(frozen=True, slots=True)
class Receipts:
    """Finds what a receipt says at the moment it is sent."""

    begin: UnitOfWork
    catalogue: Catalogue

    async def of(self, team: str, interview: str) -> Copy | None:
        """Return a sealed card, to be shown to its writer; None when it is not sealed."""
        async with self.begin(team) as work:
            return await copy_of(work, self.catalogue, interview)
