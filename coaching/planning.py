"""Use case: plan a loop for a candidate, and promise its debrief."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.asking import REMEMBERED, Asked, asked, uses
from coaching.catalogue import Catalogue, exposed, freeze
from coaching.deadline import Deadline
from coaching.drawing_up import Draft, candidate_of
from coaching.errors import NotAMemberError, refuse
from coaching.job import Job
from coaching.loop import INVITE, PLANNED, Interview, Loop
from coaching.loop_form import LoopForm, faults
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.places import unfit
from coaching.ports import Clock, Directory, Wake
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from questions.model import Model
from questions.selection import Selection


@dataclass(frozen=True, slots=True)
class Planned:
    """A loop that was kept, and what its candidate is asked."""

    loop: Loop
    asked: Asked


@dataclass(frozen=True, slots=True)
class Planning:
    """Plans loops. ``admins`` are the people who may plan for any job of the workspace."""

    begin: UnitOfWork
    people: People
    directory: Directory
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    wake: Wake

    async def jobs(self, actor: Person) -> Sequence[Job]:
        """Return the jobs a person may plan loops for, newest first."""
        await self.people.member(actor)
        return await self.deadline.within(self._jobs(actor))

    async def plan(self, actor: Person, form: LoopForm, request: str) -> Planned:
        """Keep a loop, invite its interviewers, promise its debrief: all of it or nothing.

        ``request`` names the form that was sent: sent twice, it plans one loop. Raises FormError
        with a sentence for each field.
        """
        job = next((job for job in await self.jobs(actor) if job.id == form.job), None)
        wrong = faults(form, self.now())
        for field, fault in (await self._unfit_people(actor.team, form)).items():
            wrong[field] = wrong[field] or fault
        if job is None:
            refuse(wrong | {"job": Phrase("Choose one of your jobs.")})
            raise AssertionError  # refuse has raised
        wrong |= self._unfit_covers(job, form)
        refuse(wrong | await self._unfit_place(actor, job, form))
        planned = await self.deadline.within(self._keep(actor, job, form, request))
        self.wake()
        return planned

    def model(self, job: Job) -> Model:
        """Return what a job assesses; `jobs` returns none whose model is not served."""
        return self.catalogue.shipped.model(job.model_id)

    async def invitation(self, team: str, interview: str) -> tuple[Loop, Interview] | None:
        """Return an interview and its loop, for the message that invites to it."""
        async with self.begin(team) as work:
            found = await work.loops.interview(interview)
            loop = await work.loops.of(found.candidate) if found else None
        return (loop, found) if loop and found else None

    async def planned(self, team: str, candidate: str) -> tuple[Loop, Mapping[str, str]] | None:
        """Return a loop and what its panel is called, for the channel's line."""
        async with self.begin(team) as work:
            loop = await work.loops.of(candidate)
            people = [each.interviewer for each in loop.interviews] if loop else []
            return (loop, await work.people.names(people)) if loop else None

    async def _jobs(self, actor: Person) -> Sequence[Job]:
        served = {model.id for model in self.catalogue.shipped.models}
        async with self.begin(actor.team) as work:
            found = await work.jobs.run_by(None if actor.id in self.admins else actor.id)
        return [job for job in found if job.model_id in served]

    async def _unfit_people(self, team: str, form: LoopForm) -> dict[str, Phrase]:
        """Ask about all of them at once: the person is waiting."""
        rows = [(n, seat.interviewer) for n, seat in form.taken if seat.interviewer]
        members = await asyncio.gather(*(self._is_member(team, person) for _, person in rows))
        refusal = Phrase("Interviewers must be full members of this workspace.")
        return {
            f"interviewer:{n}": refusal
            for (n, _), member in zip(rows, members, strict=True)
            if not member
        }

    def _unfit_covers(self, job: Job, form: LoopForm) -> dict[str, Phrase]:
        """Refuse what the job's model does not have: nobody could rate it."""
        known = {each.id for each in self.model(job).competencies}
        refusal = Phrase("This job is not assessed on all of these. Choose again from its list.")
        return {
            f"covers:{n}": refusal for n, seat in form.taken if not known.issuperset(seat.covers)
        }

    async def _is_member(self, team: str, person: str) -> bool:
        try:
            await self.people.member(Person(team, person))
        except NotAMemberError:
            return False
        return True

    async def _unfit_place(
        self, actor: Person, job: Job, form: LoopForm
    ) -> dict[str, Phrase | None]:
        """Look again: the channel was fit when the job was opened, and may have changed."""
        if fault := unfit(await self.directory.channel(actor.team, job.channel)):
            return {"job": fault}
        if form.account is None:
            return {}
        if form.account in {job.manager, job.opened_by, actor.id}:
            return {"account": Phrase("This person runs the job, so they cannot be its candidate.")}
        if form.account in await self.directory.members(actor.team, job.channel):
            fault = Phrase(
                "This person is in the hiring channel and would read the debrief there. "
                "Remove them from it first."
            )
            return {"account": fault}
        return {}

    async def _keep(self, actor: Person, job: Job, form: LoopForm, request: str) -> Planned:
        now, team = self.now(), actor.team
        candidate = candidate_of(form, job, actor.id, team, request)
        async with self.begin(team) as work:
            job = await work.jobs.hold(job.id) or job  # its questions may have been replaced
            library = await self.catalogue.frozen(work, job.questions)
            selection = Selection(library, job.level, job.id, await exposed(work, now))
            met = await work.uses.met(await work.loops.namesakes(candidate, now - REMEMBERED))
            draft = Draft(job, candidate, asked(job, selection, met), library)
            loop = draft.loop(form)
            if await work.loops.add(candidate, loop.interviews, loop.debrief, now):
                await freeze(work, draft.asked.parallel, now)
                await work.uses.add(uses(loop.interviews, library), now)
                await _promise(work, team, loop, now)
                await work.audit.add(actor.id, "loop.plan", candidate.id, now)
        return Planned(loop, draft.asked)


async def _promise(work: Work, team: str, loop: Loop, now: datetime) -> None:
    """Owe the invitations and the channel's line."""
    candidate = loop.candidate
    for interview in loop.interviews:
        invite = owed(team, INVITE, interview.interviewer, interview.id, candidate.planned_by)
        await work.posts.owe(invite, now)
    line = owed(team, PLANNED, loop.job.channel, candidate.id, candidate.planned_by)
    await work.posts.owe(line, now)
