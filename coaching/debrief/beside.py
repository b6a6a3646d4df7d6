"""Use case: candidates of one job side by side, by competency. Never a ranking."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.reading import SealFirstError
from coaching.debrief.report import Report, report_of
from coaching.errors import CoachingError, NotFoundError
from coaching.job import Job
from coaching.loop import Loop
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock
from coaching.profile import Line
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import Pens

FEWEST = 2  # candidates that can be compared
SHOWN = 20  # candidates that one comparison shows, the newest


class TooFewError(CoachingError):
    """Fewer than two candidates of a job have all there is to compare."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "There is nothing to compare here yet. Two candidates of the job need their "
                "debrief and all their scorecards first."
            )
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """Candidates of one job in the order they were planned, each as their debrief saw them.

    ``waiting`` more have no debrief yet, or a card is missing; ``earlier`` ones are not shown.
    """

    job: Job
    reports: Sequence[Report]
    waiting: int
    earlier: int = 0

    @property
    def competencies(self) -> Sequence[str]:
        """Return those that any of them was to be assessed on, in the order of the model."""
        named = {line.competency for report in self.reports for line in report.lines}
        model = self.reports[0].model
        return [each.id for each in model.competencies if each.id in named]

    def lines(self, competency: str) -> Sequence[tuple[Report, Line | None]]:
        """Return what each was found to be like in one of them; None: it was not in their plan."""
        return [
            (report, next((e for e in report.lines if e.competency == competency), None))
            for report in self.reports
        ]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Compares candidates for those who run their job, and for ``admins``."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def jobs(
        self, actor: Person, words: str = "", among: Collection[str] | None = None
    ) -> Sequence[Job]:
        """Return the jobs whose candidates a person may compare, newest first.

        ``words`` are some of the title's; ``among`` leaves out all others.
        """
        await self.people.member(actor)
        found = await self.deadline.within(self._jobs(actor, among))
        return [job for job in found if words.casefold() in job.title.casefold()]

    async def open(self, actor: Person, job: str) -> Beside:
        """Log that a person compares, and return what; NotFoundError, SealFirst-, TooFewError."""
        await self.people.member(actor)
        return await self.deadline.within(self._compare(actor, job, log=True))

    async def go_on(self, actor: Person, job: str) -> Beside:
        """Return the same once more, to look at another competency."""
        await self.people.member(actor)
        return await self.deadline.within(self._compare(actor, job, log=False))

    async def _jobs(self, actor: Person, among: Collection[str] | None) -> Sequence[Job]:
        every = actor.id in self.admins
        async with self.begin(actor.team) as work:
            return await work.jobs.comparable(actor.id, FEWEST, every=every, among=among)

    async def _compare(self, actor: Person, job: str, *, log: bool) -> Beside:
        async with self.begin(actor.team) as work:
            found, loops = await self._theirs(work, actor, job)
            sealed = await work.scorecards.sealed_in([loop.candidate.id for loop in loops])
            ready = [loop for loop in loops if is_ready(loop, sealed)]
            if any(has_to_seal(actor.id, loop, sealed) for loop in ready):
                raise SealFirstError
            if len(ready) < FEWEST:
                raise TooFewError
            if log:
                await work.audit.add(actor.id, "candidates.compare", job, self.now())
            waiting = sum(1 for loop in loops if is_awaited(loop) and loop not in ready)
            reports = [await self._report(work, loop) for loop in ready[-SHOWN:]]
        return Beside(found, reports, waiting, max(0, len(ready) - SHOWN))

    async def _theirs(self, work: Work, actor: Person, job: str) -> tuple[Job, Sequence[Loop]]:
        """Return a job and its loops to who runs it; to a candidate of it there is none."""
        found, loops = await work.jobs.of(job), await work.loops.of_jobs([job])
        runs = found and actor.id in {found.manager, found.opened_by, *self.admins}
        if found is None or not runs or _applies(actor.id, loops):
            raise NotFoundError
        return found, loops

    async def _report(self, work: Work, loop: Loop) -> Report:
        until = loop.debrief.released_at or self.now()
        return await report_of(work, self.catalogue, loop, until)


def is_ready(loop: Loop, sealed: Collection[str]) -> bool:
    """Tell whether a candidate can be compared: the debrief is out and no card is missing."""
    there = all(each.id in sealed for each in loop.panel)
    return loop.debrief.released_at is not None and bool(loop.panel) and there


def has_to_seal(person: str, loop: Loop, sealed: Collection[str]) -> bool:
    """Tell whether a person has a card of a ready loop to seal.

    It is that of a shadow: all others are sealed, and nobody stands in for a shadow.
    """
    return Pens(loop, sealed, {}).writes(person)


def is_awaited(loop: Loop) -> bool:
    """Tell whether there is something to come of a loop that was not called off."""
    return bool(loop.panel) and loop.debrief.stopped != "cancelled"


def _applies(person: str, loops: Sequence[Loop]) -> bool:
    return any(loop.candidate.account == person for loop in loops)
