"""Use cases: take a question out of use, and out of the jobs that are running."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from coaching.asking import REMEMBERED
from coaching.catalogue import Catalogue, exposed, freeze
from coaching.deadline import Deadline
from coaching.errors import NotFoundError
from coaching.exposure import Use
from coaching.job import Job
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.replacing import Swap, swap
from coaching.repositories import UnitOfWork, Work
from coaching.standing import Standing
from questions.bank import OFFERED, Question
from questions.selection import Selection

Ending = Literal["retired", "compromised"]
RUNNING = timedelta(days=180)  # that a job counts as running after its last candidate, or itself


@dataclass(frozen=True, slots=True)
class Care:
    """What one person may do with a question.

    ``jobs`` are the running jobs that ask it, for who may take it out of use.
    """

    edits: bool = False
    judges: bool = False
    jobs: tuple[Job, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was done to a job: how many of its interviews ask the new ``question``, or keep the old.

    None, and nothing was done: no other question is left to ask.
    """

    job: Job
    question: Question | None
    changed: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Retiring:
    """Takes questions out of use. Admins only.

    A job is running while a debrief of it is to come, or while it or a candidate of it is younger
    than 180 days: nobody closes jobs, and the next candidate would still be asked the question.
    """

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def take_out(self, actor: Person, question: str, ending: Ending) -> None:
        """Take a question out of all new kits, at once and for good; done twice, it is done once.

        One that is out because it was tired may still turn out to be known.
        """
        await self.people.member(actor)
        await self.deadline.within(self._take_out(actor, question, ending))

    async def replace(self, actor: Person, question: str, job: str) -> Replaced:
        """Put another question in its place for all candidates of a job who have not heard it.

        In one transaction: in the job, and in each interview that has not begun, is not sealed,
        and has no word about it.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._replace(actor, question, job))

    async def reviewed(self, actor: Person, question: str) -> None:
        """Note that somebody has looked at a possible leak."""
        await self.people.member(actor)
        await self.deadline.within(self._reviewed(actor, question))

    async def _take_out(self, actor: Person, question: str, ending: Ending) -> None:
        async with self.begin(actor.team) as work:
            found = await self._judged(work, actor, question)
            if found.status in {"compromised", ending}:
                return
            now = self.now()
            await work.questions.decide(question, ending, actor.id, now)
            await work.audit.add(actor.id, f"question.{ending}", question, now)

    async def _reviewed(self, actor: Person, question: str) -> None:
        async with self.begin(actor.team) as work:
            await self._judged(work, actor, question)
            leak = (await work.uses.leaks()).get(question)
            if leak is None:
                raise NotFoundError
            if leak.reviewed_by is None:
                now = self.now()
                await work.uses.review(question, leak.rev, actor.id, now)
                await work.audit.add(actor.id, "question.leak.review", question, now)

    async def _replace(self, actor: Person, question: str, job: str) -> Replaced:
        async with self.begin(actor.team) as work:
            found = await self._judged(work, actor, question)
            held = await work.jobs.hold(job, alone=True)
            now = self.now()
            running = {each.id for each in await work.jobs.running(now - RUNNING)}
            if held is None or held.id not in running or found.status in OFFERED:
                raise NotFoundError
            loops = await _held(work, held)
            refs = {*held.questions, *(ref for loop in loops for ref in loop.refs)}
            library = await self.catalogue.frozen(work, refs)
            selection = Selection(library, held.level, held.id, await exposed(work, now))
            asking = [
                loop for loop in loops if any(_asks(each, question) for each in loop.interviews)
            ]
            if not _in(held.questions, question) and not asking:
                raise NotFoundError
            made = swap(held, found, selection)
            if made is None:
                return Replaced(held, None)
            await work.jobs.ask(made.job)
            await freeze(work, [made.question], now)
            changed, kept = 0, 0
            for loop in asking:
                done, left = await self._change(work, loop, made, now)
                changed, kept = changed + done, kept + left
            subject = f"{held.id}/{found.id}/{made.question.id}"
            await work.audit.add(actor.id, f"question.replace.{found.status}", subject, now)
        return Replaced(made.job, made.question, changed, kept)

    async def _change(self, work: Work, loop: Loop, made: Swap, now: datetime) -> tuple[int, int]:
        """Change the interviews of a candidate; return how many, and how many stay as they are."""
        sealed = await work.scorecards.sealed(loop.candidate.id)
        said = await work.scorecards.said_of(made.gone.id)
        candidates = await work.loops.namesakes(loop.candidate, now - REMEMBERED)
        met = await work.uses.met([*candidates])
        asking = [each for each in loop.interviews if _asks(each, made.gone.id)]
        heard = [each for each in asking if each.start <= now or each.id in {*sealed, *said}]
        for interview in asking:
            if interview in heard:
                continue
            other = made.into(loop, met)
            await work.loops.ask(replace(interview, questions=made.refs(interview, other)))
            if other:
                await freeze(work, [other], now)
                use = Use(interview.id, loop.candidate.id, other.id, other.rev, other.family)
                await work.uses.move(interview.id, made.gone.id, use, now)
        return len(asking) - len(heard), len(heard)

    async def _judged(self, work: Work, actor: Person, question: str) -> Question:
        """Return a question to somebody who may decide about it, and nothing to anybody else."""
        admin = actor.id in self.admins
        standing = await work.loops.standing(actor.id, self.now(), admin=admin)
        found = (await self.catalogue.of(work)).question(question)
        if found is None or not standing.judges:
            raise NotFoundError
        return found


async def care(
    work: Work, question: Question, standing: Standing, now: datetime, *, edits: bool
) -> Care:
    """Return what somebody may do with a live question."""
    if not standing.judges:
        return Care(edits=edits)
    running = await work.jobs.running(now - RUNNING)
    loops = await work.loops.unreleased([job.id for job in running])
    heard = await work.scorecards.said_of(question.id)
    asking = {loop.job.id for loop in loops if _left(loop, question.id, heard, now)}
    jobs = (job for job in running if _in(job.questions, question.id) or job.id in asking)
    return Care(edits=edits, judges=True, jobs=tuple(jobs))


async def _held(work: Work, job: Job) -> Sequence[Loop]:
    """Return the loops of a job, its interviews held: nobody begins a card meanwhile."""
    for loop in await work.loops.unreleased([job.id]):
        for interview in loop.interviews:
            await work.loops.hold(interview.id, alone=True)
    return await work.loops.unreleased([job.id])


def _in(refs: Sequence[str], question: str) -> bool:
    return any(ref.partition("@")[0] == question for ref in refs)


def _asks(interview: Interview, question: str) -> bool:
    """Return whether an interview asks it that was not called off."""
    return interview.state != "cancelled" and _in(interview.questions, question)


def _left(loop: Loop, question: str, heard: Collection[str], now: datetime) -> bool:
    """Return whether a candidate will still be asked it."""
    return any(
        _asks(each, question) and each.start > now and each.id not in heard
        for each in loop.interviews
    )
