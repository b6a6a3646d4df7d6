"""What Slack has to say about a plan: who its people are, and who reads its channel."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from coaching.errors import NotAMemberError
from coaching.job import Job
from coaching.loop_form import LoopForm
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.places import unfit
from coaching.ports import Directory


@dataclass(frozen=True, slots=True)
class PlanChecks:
    """Looks people and places up anew: they were fit before, and may have changed."""

    people: People
    directory: Directory

    async def panel(self, team: str, form: LoopForm) -> Mapping[str, Phrase]:
        """Return what is wrong with the interviewers; all are asked about at once."""
        rows = [(n, seat.interviewer) for n, seat in form.taken if seat.interviewer]
        members = await asyncio.gather(*(self._is_member(team, person) for _, person in rows))
        refusal = Phrase("Interviewers must be full members of this workspace.")
        return {
            f"interviewer:{n}": refusal
            for (n, _), member in zip(rows, members, strict=True)
            if not member
        }

    async def place(self, actor: Person, job: Job, form: LoopForm) -> Mapping[str, Phrase]:
        """Return what is wrong with the channel, or with who reads it."""
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

    async def _is_member(self, team: str, person: str) -> bool:
        try:
            await self.people.member(Person(team, person))
        except NotAMemberError:
            return False
        return True
