"""Use case: read before an interview what it asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import CalledOffError, NotFoundError
from coaching.guide.handover import open_before
from coaching.guide.stops import Stop, stops
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.plan import items
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Item
from questions.library import Library


@dataclass(frozen=True, slots=True)
class Kit:
    """What one interview asks, in the order of its scorecard, and whom.

    ``who`` is what its interviewer is called; ``uncovered`` is what earlier interviews left open.
    """

    loop: Loop
    interview: Interview
    items: Sequence[Item]
    library: Library
    who: str
    uncovered: Sequence[str] = ()

    @property
    def stops(self) -> Sequence[Stop]:
        """The way through the interview, with minutes."""
        return stops(self.items, self.library)


@dataclass(frozen=True, slots=True)
class Preparing:
    """Hands out kits, each to its own interviewer and to who writes the scorecard for them."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    deadline: Deadline

    async def kit(self, actor: Person, interview: str) -> Kit:
        """Return the kit of an interview, or raise NotFoundError."""
        await self.people.member(actor)
        return await self.deadline.within(self._kit(actor, interview))

    async def _kit(self, actor: Person, interview: str) -> Kit:
        async with self.begin(actor.team) as work:
            loop, mine = await own(work, actor, interview, pen=True)
            library = await self.catalogue.frozen(work, loop.refs)
            names = await work.people.names([actor.id])
            left = await open_before(work, self.catalogue, loop, mine)
        return Kit(loop, mine, items(mine, loop.job, library), library, names[actor.id], left)


async def own(
    work: Work, actor: Person, interview: str, *, pen: bool = False
) -> tuple[Loop, Interview]:
    """Return an interview for its own interviewer, with its loop.

    For anybody else there is none: NotFoundError. With ``pen`` also whoever writes its scorecard
    for them may come near. CalledOffError when it does not take place.
    """
    mine = await work.loops.interview(interview)
    loop = await work.loops.of(mine.candidate) if mine else None
    if mine is None or loop is None:
        raise NotFoundError
    writers = await work.scorecards.writers(mine.candidate) if pen else {}
    if actor.id not in {mine.interviewer, writers.get(mine.id)}:
        raise NotFoundError
    if mine.state != "planned":
        raise CalledOffError
    return loop, mine
