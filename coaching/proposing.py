"""Use case: begin to plan a loop: who interviews when, which is kept, and who might cover what."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from coaching.arranging import Arranged, arrange
from coaching.asking import REMEMBERED, asked
from coaching.catalogue import Catalogue, exposed
from coaching.deadline import Deadline
from coaching.drawing_up import Covers, Drawing, candidate_of
from coaching.errors import NotFoundError, refuse
from coaching.job import Job
from coaching.loop import Candidate, Loop
from coaching.loop_form import LoopForm, PlanDraft, around, both_sides, double_booked, faults
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.plan_checks import PlanChecks
from coaching.ports import Clock
from coaching.repositories import UnitOfClaims, UnitOfWork, Work
from questions.model import Model
from questions.selection import Selection

KEPT = timedelta(days=1)  # for as long a plan that was begun is offered again


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan before anybody is invited: who covers what, and how far the time goes.

    ``loop`` is what would be kept; its interviews stand in the order of the form's rows, and
    ``used`` are the minutes that each of them takes, from welcome to closing.
    """

    draft: PlanDraft
    model: Model
    arranged: Arranged
    loop: Loop
    used: Sequence[int]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposing:
    """Begins plans. ``admins`` are the people who may plan for any job of the workspace."""

    begin: UnitOfWork
    claim: UnitOfClaims
    people: People
    checks: PlanChecks
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def jobs(self, actor: Person) -> Sequence[Job]:
        """Return the jobs a person may plan loops for, newest first."""
        await self.people.member(actor)
        return await self.deadline.within(self._jobs(actor))

    async def begun(self, actor: Person) -> PlanDraft | None:
        """Return the newest plan that a person has begun in the last day and not finished."""
        return await self.deadline.within(self._begun(actor))

    async def start_afresh(self, actor: Person) -> None:
        """Forget what a person has begun."""
        await self.deadline.within(self._forget(actor))

    async def another_round(self, actor: Person, candidate: str) -> LoopForm:
        """Return the form for the next round of a candidate whom this person organises.

        NotFoundError otherwise.
        """
        jobs = {job.id for job in await self.jobs(actor)}
        loop = await self.deadline.within(self._loop(actor, candidate))
        if loop is None or loop.job.id not in jobs or loop.candidate.account == actor.id:
            raise NotFoundError
        known = loop.candidate
        return LoopForm(
            job=loop.job.id,
            candidate=known.name,
            account=known.account,
            seats=[],
            release="at",
            due=None,
            accommodation=known.accommodation,
            earlier=known.id,
        )

    async def propose(self, actor: Person, form: LoopForm, request: str) -> Proposal:
        """Keep the people and times of a plan, and propose who covers what.

        ``request`` names the form that was sent. Raises FormError with a sentence for each field.
        """
        job = next((job for job in await self.jobs(actor) if job.id == form.job), None)
        await self.refuse(actor, form, job)
        if job is None:
            raise AssertionError  # refuse has raised
        key = uuid5(NAMESPACE_OID, f"{actor.team}/plan/{request}").hex
        draft = PlanDraft(key, actor.id, form, self.now())
        await self.deadline.within(self._keep_draft(actor, draft))
        return await self._proposal(actor, job, draft, {}, ())

    async def arrange(
        self, actor: Person, draft: str, covers: Covers, by_hand: Collection[int]
    ) -> Proposal:
        """Propose anew, near ``covers``, around the rows that were set by hand.

        NotFoundError without the draft.
        """
        job, kept = await self.draft(actor, draft)
        return await self._proposal(actor, job, kept, covers, by_hand)

    async def draft(self, actor: Person, draft: str) -> tuple[Job, PlanDraft]:
        """Return a draft and its job to the person who began it, while they may plan for it.

        NotFoundError otherwise.
        """
        jobs = await self.jobs(actor)
        kept = await self.deadline.within(self._kept(actor, draft))
        job = next((job for job in jobs if kept and job.id == kept.form.job), None)
        if kept is None or job is None or kept.planner != actor.id:
            raise NotFoundError
        return job, kept

    async def tidy(self) -> None:
        """Drop what was begun and is offered no more: it names people."""
        async with self.claim() as claims:
            await claims.forget_drafts(self.now() - KEPT)

    async def refuse(self, actor: Person, form: LoopForm, job: Job | None) -> None:
        """Raise FormError with all that is wrong with people, times and places."""
        wrong: dict[str, Phrase | None] = faults(form, self.now())
        panel = await self.checks.panel(actor.team, form)
        wrong |= {at: wrong[at] or fault for at, fault in panel.items()}
        if job is None:
            refuse(wrong | {"job": Phrase("Choose one of your jobs.")})
        elif any(wrong.values()):
            refuse(wrong | dict(await self.checks.place(actor, job, form)))
        else:
            taken = await self.deadline.within(self._taken(actor.team, job, form))
            refuse({**taken, **await self.checks.place(actor, job, form)})

    async def drawing(self, work: Work, job: Job, draft: PlanDraft, now: datetime) -> Drawing:
        """Find out what this candidate is asked: not what they have met before."""
        library = await self.catalogue.frozen(work, job.questions)
        before = await _round_before(work, job, draft)
        candidate = candidate_of(draft, job, work.team, before)
        known = {*await work.loops.namesakes(candidate, now - REMEMBERED)}
        met = await work.uses.met(known | ({before.id} if before else set()))
        selection = Selection(library, job.level, job.id, await exposed(work, now))
        return Drawing(job, candidate, asked(job, selection, met), library)

    def model(self, job: Job) -> Model:
        """Return what a job assesses; `jobs` returns none whose model is not served."""
        return self.catalogue.shipped.model(job.model_id)

    async def _jobs(self, actor: Person) -> Sequence[Job]:
        served = {model.id for model in self.catalogue.shipped.models}
        async with self.begin(actor.team) as work:
            found = await work.jobs.run_by(None if actor.id in self.admins else actor.id)
        return [job for job in found if job.model_id in served]

    async def _begun(self, actor: Person) -> PlanDraft | None:
        async with self.begin(actor.team) as work:
            return await work.drafts.newest(actor.id, self.now() - KEPT)

    async def _forget(self, actor: Person) -> None:
        async with self.begin(actor.team) as work:
            await work.drafts.forget(actor.id)

    async def _loop(self, actor: Person, candidate: str) -> Loop | None:
        async with self.begin(actor.team) as work:
            return await work.loops.of(candidate)

    async def _kept(self, actor: Person, draft: str) -> PlanDraft | None:
        async with self.begin(actor.team) as work:
            return await work.drafts.of(draft)

    async def _keep_draft(self, actor: Person, draft: PlanDraft) -> None:
        async with self.begin(actor.team) as work:
            await work.drafts.keep(draft)

    async def _taken(self, team: str, job: Job, form: LoopForm) -> Mapping[str, Phrase]:
        """Return who is elsewhere then, or on the other side of the table."""
        people = [seat.interviewer for _, seat in form.taken if seat.interviewer]
        async with self.begin(team) as work:
            busy = await work.loops.busy(people, *around(form))
            loops = await work.loops.unreleased([job.id])
        return double_booked(form, busy) | both_sides(form, loops)

    async def _proposal(
        self,
        actor: Person,
        job: Job,
        draft: PlanDraft,
        covers: Covers,
        by_hand: Collection[int],
    ) -> Proposal:
        drawing, names = await self.deadline.within(self._drawn(actor, job, draft))
        arranged = await asyncio.to_thread(arrange, draft.form, drawing, covers, by_hand)
        loop = drawing.loop(draft.form, arranged.covers)
        used = [drawing.minutes(interview) for interview in loop.interviews]
        return Proposal(draft, self.model(job), arranged, loop, used, names)

    async def _drawn(
        self, actor: Person, job: Job, draft: PlanDraft
    ) -> tuple[Drawing, Mapping[str, str]]:
        people = [seat.interviewer for _, seat in draft.form.taken if seat.interviewer]
        async with self.begin(actor.team) as work:
            drawing = await self.drawing(work, job, draft, self.now())
            return drawing, await work.people.names(people)


async def _round_before(work: Work, job: Job, draft: PlanDraft) -> Candidate | None:
    """Return the candidate of the round before, if it was one of this job."""
    loop = await work.loops.of(draft.form.earlier) if draft.form.earlier else None
    return loop.candidate if loop and loop.job.id == job.id else None
