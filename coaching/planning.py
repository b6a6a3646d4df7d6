"""Use case: plan a loop for a candidate, and promise its debrief."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from coaching.asking import Asked, uses
from coaching.catalogue import freeze
from coaching.deadline import Deadline
from coaching.drawing_up import Covers, loop_id
from coaching.errors import NotFoundError, refuse
from coaching.job import Job
from coaching.loop import INVITE, PLANNED, Interview, Loop
from coaching.loop_form import LoopForm, PlanDraft
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.proposing import Proposing
from coaching.reminding import scheduling
from coaching.repositories import UnitOfWork, Work


@dataclass(frozen=True, slots=True)
class Planned:
    """A loop that was kept, and what its candidate is asked."""

    loop: Loop
    asked: Asked


@dataclass(frozen=True, slots=True)
class Planning:
    """Keeps what was proposed, as the organiser changed it."""

    begin: UnitOfWork
    proposing: Proposing
    now: Clock
    deadline: Deadline
    wake: Wake

    async def plan(self, actor: Person, draft: str, covers: Covers) -> Planned:
        """Keep a loop, invite its interviewers, promise its debrief: all of it or nothing.

        Sent twice, it plans one loop. Raises FormError, or NotFoundError without the draft.
        """
        try:
            job, kept = await self.proposing.draft(actor, draft)
        except NotFoundError:
            return await self.deadline.within(self._again(actor, draft))
        refuse(self._unfit_covers(job, kept.form, covers))
        await self.proposing.refuse(actor, kept.form, job)
        planned = await self.deadline.within(self._keep(actor, job, kept, covers))
        self.wake()
        return planned

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

    async def _again(self, actor: Person, draft: str) -> Planned:
        """Return what the same form has planned before."""
        async with self.begin(actor.team) as work:
            loop = await work.loops.of(loop_id(actor.team, draft))
        if loop is None or loop.candidate.planned_by != actor.id:
            raise NotFoundError
        return Planned(loop, Asked(()))

    def _unfit_covers(self, job: Job, form: LoopForm, covers: Covers) -> Mapping[str, Phrase]:
        """Refuse what the job's model does not have, and an interview about nothing."""
        known = {each.id for each in self.proposing.model(job).competencies}
        foreign = Phrase("This job is not assessed on all of these. Choose again from its list.")
        nothing = Phrase("Choose a competency, or go back and take this person out.")
        chosen = {f"covers:{n}": set(covers.get(n, ())) for n, _ in form.leads}
        return {
            at: nothing if not mine else foreign
            for at, mine in chosen.items()
            if not mine or not mine <= known
        }

    async def _keep(self, actor: Person, job: Job, draft: PlanDraft, covers: Covers) -> Planned:
        now = self.now()
        async with self.begin(actor.team) as work:
            job = await work.jobs.hold(job.id) or job  # its questions may have been replaced
            drawing = await self.proposing.drawing(work, job, draft, now)
            loop = drawing.loop(draft.form, covers)
            candidate = drawing.candidate
            if await work.loops.add(candidate, loop.interviews, loop.debrief, now):
                await freeze(work, drawing.asked.parallel, now)
                await work.uses.add(uses(loop.panel, drawing.library), now)
                await _promise(work, loop, now)
                await work.audit.add(actor.id, "loop.plan", candidate.id, now)
            await work.drafts.finish(draft.id)
        return Planned(loop, drawing.asked)


async def _promise(work: Work, loop: Loop, now: datetime) -> None:
    """Owe the invitations and the channel's line; the clock reminds of the rest."""
    candidate = loop.candidate
    for interview in loop.interviews:
        who = interview.interviewer
        invite = owed(work.team, INVITE, who, interview.id, candidate.planned_by)
        await work.posts.owe(invite, now)
        await scheduling.plan(work, interview, now)
    line = owed(work.team, PLANNED, loop.job.channel, candidate.id, candidate.planned_by)
    await work.posts.owe(line, now)
