"""Use cases: write a scorecard for an interviewer who cannot; take it over again."""

from dataclasses import dataclass

from coaching.deadline import Deadline
from coaching.errors import CoachingError, NotFoundError
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import Pens, pens_of

BEHALF = "behalf"  # the message to an interviewer whose card somebody has submitted


class BegunError(CoachingError):
    """Nobody reads what somebody else has written."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("The interviewer has begun this scorecard, so only they can finish it.")
        )


class LookedError(CoachingError):
    """Who has read the panel's cards writes none."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "You have looked at scorecards of this candidate before the debrief, so you "
                "cannot write one. Ask another organiser."
            )
        )


@dataclass(frozen=True, slots=True)
class Submitted:
    """A card that was sealed for its interviewer, and by whom."""

    loop: Loop
    interview: Interview
    name: str


@dataclass(frozen=True, slots=True)
class Behalf:
    """Hands the pen of a card to a stand-in, and back."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline

    async def stand_in(self, actor: Person, interview: str) -> None:
        """Let an organiser write a card that was not begun; NotFoundError, BegunError, LookedError.

        Asked twice, it is theirs all the same.
        """
        await self.people.member(actor)
        await self.deadline.within(self._stand_in(actor, interview))

    async def take_over(self, actor: Person, interview: str) -> None:
        """Give a card back to its interviewer, empty: nobody reads what somebody else wrote."""
        await self.people.member(actor)
        await self.deadline.within(self._take_over(actor, interview))

    async def submitted(self, team: str, interview: str) -> Submitted | None:
        """Return what an interviewer is told about a card that somebody sealed for them."""
        async with self.begin(team) as work:
            seat = await work.loops.interview(interview)
            loop = await work.loops.of(seat.candidate) if seat else None
            if seat is None or loop is None:
                return None
            pens = await pens_of(work, loop)
            writer = pens.writers.get(seat.id)
            if writer is None or seat.id not in pens.sealed:
                return None
            names = await work.people.names([writer])
        return Submitted(loop, seat, names[writer])

    async def _stand_in(self, actor: Person, interview: str) -> None:
        async with self.begin(actor.team) as work:
            pens, seat = await _held(work, interview)
            if pens.writers.get(seat.id) == actor.id and seat.id not in pens.sealed:
                return
            if not pens.may_stand_in(actor.id, seat, self.now()):
                raise NotFoundError
            if any(look.actor == actor.id for look in await work.looks.of(seat.candidate)):
                raise LookedError
            if await work.scorecards.begun(seat.id):
                raise BegunError
            await work.scorecards.entrust(seat, actor.id)
            await work.audit.add(actor.id, "card.stand_in", seat.id, self.now())

    async def _take_over(self, actor: Person, interview: str) -> None:
        async with self.begin(actor.team) as work:
            pens, seat = await _held(work, interview)
            if not pens.may_take_over(actor.id, seat):
                raise NotFoundError
            await work.scorecards.entrust(seat, None)
            await work.audit.add(actor.id, "card.take_over", seat.id, self.now())


async def _held(work: Work, interview: str) -> tuple[Pens, Interview]:
    """Read an interview held alone: nobody drafts or seals its card meanwhile."""
    await work.loops.hold(interview, alone=True)
    seat = await work.loops.interview(interview)
    loop = await work.loops.of(seat.candidate) if seat else None
    if seat is None or loop is None:
        raise NotFoundError
    return await pens_of(work, loop), seat
