"""Use case: say that an interview did not happen, or that somebody else held it."""

from dataclasses import dataclass, replace

from coaching.changes.rescheduling import Deed, taken_over
from coaching.deadline import Deadline
from coaching.debrief.releasing import release_if_complete
from coaching.debrief.report import NOT_HELD
from coaching.errors import (
    CalledOffError,
    FormError,
    NotAMemberError,
    NotFoundError,
    ScoredError,
    TooSoonError,
    refuse,
)
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.reminding import scheduling
from coaching.reminding.nudges import NUDGE, organiser_of, sealed
from coaching.reminding.nudging import Reminders
from coaching.reminding.told import Told, names_of
from coaching.repositories import UnitOfWork, Work

HOLDER = "holder"  # the field's name
PLEASE_SCORE, HANDED_OVER, MISSED = "please_score", "handed_over", "missed"


@dataclass(frozen=True, slots=True)
class Holding:
    """Puts right what was planned, once the interview has begun: by its interviewer or organisers.

    What the planned interviewer wrote stays with them when somebody else held it: a draft is seen
    by nobody but its writer, and whoever held the interview is to judge by what they heard. Only
    the writer gives it up; an organiser is refused.
    """

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    wake: Wake

    async def open(self, actor: Person, interview: str) -> Told:
        """Return an interview that somebody else may have held, for the form that asks who."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, interview))

    async def missed(self, actor: Person, interview: str) -> Told:
        """Await its card no more; the debrief goes out if only that was missing.

        Whoever was to watch has nothing to rate either.
        """
        await self.people.member(actor)
        told = await self.deadline.within(self._missed(actor, interview))
        self.wake()
        return told

    async def held_by(self, actor: Person, interview: str, holder: str | None) -> Told:
        """Ask somebody else for the card; FormError when it cannot be them."""
        await self.people.member(actor)
        told = await self.deadline.within(self._open(actor, interview))
        refuse({HOLDER: _unfit(told, holder)})
        await self._refuse_outsider(actor.team, holder or "")
        told = await self.deadline.within(self._hand_over(actor, interview, holder or ""))
        self.wake()
        return told

    async def _open(self, actor: Person, interview: str) -> Told:
        async with self.begin(actor.team) as work:
            loop, found = await self._begun(work, actor, interview)
            if found.kind != "lead":
                raise NotFoundError  # nobody sits in for somebody who sits in
            return Told(loop, found, await names_of(work, found.interviewer))

    async def _begun(self, work: Work, actor: Person, interview: str) -> tuple[Loop, Interview]:
        """Return an interview to those who may say how it went, held for a change."""
        await work.loops.hold(interview, alone=True)
        found = await work.loops.interview(interview)
        loop = await work.loops.of(found.candidate) if found else None
        if found is None or loop is None or actor.id == loop.candidate.account:
            raise NotFoundError
        if actor.id not in loop.organisers() | {found.interviewer}:
            raise NotFoundError
        if found.state != "planned":
            raise CalledOffError
        if await sealed(work, found):
            raise ScoredError
        if self.now() < found.start:
            raise TooSoonError
        return loop, found

    async def _missed(self, actor: Person, interview: str) -> Told:
        now = self.now()
        async with self.begin(actor.team) as work:
            loop, found = await self._begun(work, actor, interview)
            done = await work.scorecards.sealed(found.candidate)
            for each in loop.interviews:
                if found.id in {each.id, each.beside} and each.id not in done:
                    await _call_off(work, replace(each, state="missed"))
            await work.audit.add(actor.id, NOT_HELD, found.id, now)
            loop = await work.loops.of(found.candidate) or loop
            await release_if_complete(work, actor.team, loop, now)
            organiser = organiser_of(loop, actor.id) if found.kind == "lead" else None
            for person in {organiser or actor.id, found.interviewer} - {actor.id}:
                post = owed(work.team, MISSED, person, found.id, loop.job.manager)
                await work.posts.owe(post, now)
            return Told(loop, found, await names_of(work, found.interviewer))

    async def _refuse_outsider(self, team: str, holder: str) -> None:
        try:
            await self.people.member(Person(team, holder))
        except NotAMemberError:
            refusal = Phrase("Interviewers must be full members of this workspace.")
            raise FormError({HOLDER: refusal}) from None

    async def _hand_over(self, actor: Person, interview: str, holder: str) -> Told:
        now = self.now()
        async with self.begin(actor.team) as work:
            loop, found = await self._begun(work, actor, interview)
            refuse({HOLDER: _unfit(Told(loop, found, {}), holder)})
            refuse({HOLDER: await self._elsewhere(work, loop, found, holder)})
            if actor.id != found.interviewer and await work.scorecards.begun(found.id):
                raise FormError(
                    {HOLDER: Phrase("The scorecard is begun, so only its writer can hand it over.")}
                )
            nudge = await _nudge(work, found) if actor.id == found.interviewer else None
            wanted, deed = replace(found, interviewer=holder), Deed(actor.id, "handover", now)
            _, changed = await taken_over(work, found, wanted, deed)
            await work.nudges.note(changed.id, Reminders(changed.end, last=now), now)
            for each in loop.interviews:
                if each.beside == found.id and each.interviewer == holder:
                    await _call_off(work, replace(each, state="cancelled"))  # they led in the end
                elif each.beside == found.id:
                    await work.loops.change(replace(each, beside=changed.id))
            await self._tell(work, actor, loop, found, changed)
            names = await names_of(work, holder, found.interviewer)
        return Told(loop, changed, names, found.interviewer, nudge)

    async def _tell(
        self, work: Work, actor: Person, loop: Loop, found: Interview, changed: Interview
    ) -> None:
        """Ask the new interviewer; tell the earlier one and the organiser what they did not do."""
        subject, planner = f"{changed.id}:{changed.revision}", loop.candidate.planned_by
        asked = owed(work.team, PLEASE_SCORE, changed.interviewer, subject, planner)
        await work.posts.owe(asked, self.now())
        subject = f"{subject}:{found.interviewer}"
        for person in {planner, found.interviewer} - {actor.id, changed.interviewer}:
            await work.posts.owe(owed(work.team, HANDED_OVER, person, subject), self.now())

    async def _elsewhere(
        self, work: Work, loop: Loop, interview: Interview, holder: str
    ) -> Phrase | None:
        """Say why somebody cannot have held it: they were in another, or may not know it."""
        rivals = await work.loops.unreleased([loop.job.id])
        if holder in {each.candidate.account for each in rivals}:
            return Phrase("This person is a candidate for this job. Choose somebody else.")
        for other in await work.loops.busy([holder], interview.start, interview.end):
            if other.beside != interview.id:
                return Phrase("This person has another interview on {at}.", {"at": other.start})
        return None


def _unfit(told: Told, holder: str | None) -> Phrase | None:
    if not holder:
        return Phrase("Choose who held it.")
    if holder == told.interview.interviewer:
        return Phrase("This is who was to hold it. Choose who did.")
    if holder == told.loop.candidate.account:
        return Phrase("This person is the candidate. Choose somebody else.")
    return None


async def _nudge(work: Work, interview: Interview) -> tuple[str, str] | None:
    """Return where the last reminder of an interview stands."""
    reminders = await work.nudges.of(interview)
    n = reminders.sent if reminders else 0
    post = owed(work.team, NUDGE, interview.interviewer, f"{interview.id}:{n}")
    sent = await work.posts.place(post.key)
    return (sent.channel, sent.ts) if sent else None


async def _call_off(work: Work, interview: Interview) -> None:
    await work.loops.change(interview)
    await scheduling.drop(work, interview)
