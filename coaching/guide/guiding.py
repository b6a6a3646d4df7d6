"""Use cases: lead through an interview, one question at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import NotFoundError, SealedError
from coaching.guide.gathering import outdated
from coaching.guide.guide import Guide
from coaching.guide.handover import open_before
from coaching.guide.pace import Pace, pace
from coaching.guide.step import Step
from coaching.guide.stops import OPENING, stops
from coaching.guide.walking import walk
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.plan import items
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.preparing import own
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Item
from coaching.typed import keepable
from questions.library import Library

GUIDE = "guide"  # the kind of message that is its card
PUNCTUAL = timedelta(minutes=30)  # who starts so near to the plan is held to its end


@dataclass(frozen=True, slots=True)
class Guided:
    """A guide as it stands ``at`` a moment, and what its interview asks whom.

    ``who`` is what its interviewer is called; ``uncovered`` is what earlier interviews left open.
    """

    loop: Loop
    interview: Interview
    items: Sequence[Item]
    library: Library
    guide: Guide
    at: datetime
    who: str
    uncovered: Sequence[str] = ()

    @property
    def begun(self) -> datetime:
        """When it began: as planned, unless the guide was started half an hour away from that."""
        planned, trail = self.interview.start, self.guide.trail
        if trail and abs(trail[0].since - planned) > PUNCTUAL:
            return trail[0].since
        return planned

    @property
    def ends(self) -> datetime:
        """When it is to end."""
        return self.begun + timedelta(minutes=self.interview.minutes)

    @property
    def pace(self) -> Pace:
        """How the time stands."""
        return pace(self.guide, self.begun, self.interview.minutes, self.at)


@dataclass(frozen=True, slots=True)
class Guiding:
    """Shows a guide to its own interviewer, and keeps what they press and write."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake

    async def start(self, actor: Person, interview: str) -> None:
        """Post the card of a guide, as it stands; pressed again it is posted again, below.

        Raises NotFoundError, CalledOffError, or SealedError once the scorecard is sealed.
        """
        await self.people.member(actor)
        await self.deadline.within(self._start(actor, interview))
        self.wake()

    async def take(self, actor: Person, interview: str, step: Step) -> Guided:
        """Keep a step and return where that leads; NotFoundError where no guide was started."""
        await self.people.member(actor)
        return await self.deadline.within(self._take(actor, interview, step))

    async def write(self, actor: Person, place: tuple[str, str], step: Step) -> Guided | None:
        """Keep a line of the thread below a card; None when the thread is no guide's.

        ``place`` is channel and timestamp of the message that the thread hangs on.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._write(actor, place, step))

    async def guided(self, team: str, interview: str) -> Guided | None:
        """Return a guide, for the message that shows it; None when there is nothing to show."""
        async with self.begin(team) as work:
            mine = await work.loops.interview(interview)
            loop = await work.loops.of(mine.candidate) if mine else None
            if mine is None or loop is None or mine.state != "planned":
                return None
            return await self._guided(work, loop, mine)

    async def _start(self, actor: Person, interview: str) -> None:
        async with self.begin(actor.team) as work:
            loop, mine = await own(work, actor, interview)
            sealed = await work.scorecards.sealed(loop.candidate.id)
            if mine.id in sealed:
                raise SealedError(sealed[mine.id])
            now = self.now()
            shown = await work.guides.show(mine.id, now)
            if shown == 1:
                await work.guides.add(mine.id, Step("start", now, "start"))
            card = owed(actor.team, GUIDE, actor.id, f"{mine.id}:{shown}", actor.id)
            await work.posts.owe(card, now)

    async def _take(self, actor: Person, interview: str, step: Step) -> Guided:
        async with self.begin(actor.team) as work:
            loop, mine = await own(work, actor, interview)
            if not await work.guides.hold(mine.id):
                raise NotFoundError
            await work.guides.add(mine.id, replace(step, detail=keepable(step.detail)))
            for each in outdated(await work.guides.steps(mine.id), step):
                await work.guides.rewrite(mine.id, each.key, "")
            return await self._guided(work, loop, mine)

    async def _write(self, actor: Person, place: tuple[str, str], step: Step) -> Guided | None:
        async with self.begin(actor.team) as work:
            post = await work.posts.at(*place)
        if post is None or post.kind != GUIDE:
            return None
        return await self._take(actor, subject(post.subject), step)

    async def _guided(self, work: Work, loop: Loop, mine: Interview) -> Guided:
        library = await self.catalogue.frozen(work, loop.refs)
        rated = items(mine, loop.job, library)
        guide = walk(stops(rated, library), await work.guides.steps(mine.id))
        names = await work.people.names([mine.interviewer])
        opening = guide.current is not None and guide.current.key == OPENING
        left = await open_before(work, self.catalogue, loop, mine) if opening else ()
        who = names[mine.interviewer]
        return Guided(loop, mine, rated, library, guide, self.now(), who, left)


def subject(post: str) -> str:
    """Return the interview that a card is about: its post also counts how often it was shown."""
    return post.partition(":")[0]
