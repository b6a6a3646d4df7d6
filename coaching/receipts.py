"""Use case: what somebody gets for sealing a scorecard, with a copy of what they wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.amendment import Amendment
from coaching.catalogue import Catalogue
from coaching.loop import Interview, Loop
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Scorecard
from questions.library import Library

RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Copy:
    """A sealed card and what it is about: for its writer alone."""

    loop: Loop
    interview: Interview
    card: Scorecard
    library: Library
    sealed_at: datetime
    amendments: Sequence[Amendment] = ()


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
    return Copy(loop, mine, card, library, card.sealed_at, amendments)


@dataclass(frozen=True, slots=True)
class Receipts:
    """Finds what a receipt says at the moment it is sent."""

    begin: UnitOfWork
    catalogue: Catalogue

    async def of(self, team: str, interview: str) -> Copy | None:
        """Return a sealed card, to be shown to its writer; None when it is not sealed."""
        async with self.begin(team) as work:
            return await copy_of(work, self.catalogue, interview)
