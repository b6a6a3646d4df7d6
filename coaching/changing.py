"""Use cases: change a planned interview, or call it off.

Whoever takes an interview over has one of their own, in the place of the first, which is called
off: what somebody had typed by then stays with theirs, where nobody else ever opens it, and their
calendar drops an event that it alone has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.asking import uses
from coaching.asking_anew import asked_anew, refuse_begun, supply_of
from coaching.catalogue import Catalogue, freeze
from coaching.change_form import Wish, across, booked, foreign, merged, refuse_stale, wrong
from coaching.changeable import Changeable, Changed, find, hold, successor
from coaching.deadline import Deadline
from coaching.debriefing import release_if_complete
from coaching.errors import refuse
from coaching.loop import INVITE, Interview
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.plan_checks import PlanChecks
from coaching.ports import Clock, Wake
from coaching.repositories import UnitOfWork, Work
from coaching.telling import REPLACED, news, tell


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what to interviews, and when: ``change``, ``replace`` or ``call_off``."""

    actor: str
    action: str
    at: datetime


async def rescheduled(work: Work, interview: Interview, deed: Deed) -> None:
    """Keep up what hangs on an interview. Called for each one that changed, as it is now."""
    await work.audit.add(deed.actor, f"interview.{deed.action}", interview.id, deed.at)


@dataclass(frozen=True, slots=True)
class Changing:
    """Changes interviews for those who organise them. ``admins`` organise all of a workspace."""

    begin: UnitOfWork
    people: People
    checks: PlanChecks
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    wake: Wake

    async def open(self, actor: Person, interview: str) -> Changeable:
        """Return an interview as it stands; NotFoundError, or FixedError with the reason."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, interview))

    async def change(self, actor: Person, interview: str, wish: Wish) -> Changed:
        """Change an interview and tell everybody concerned; sent twice, it changes once.

        Raises FormError with a sentence for each field, or as `open` does.
        """
        seen = await self.open(actor, interview)
        stranger: Mapping[str, Phrase] = {}
        if wish.interviewer != seen.interview.interviewer:
            stranger = await self.checks.panel(actor.team, wish.form(seen.loop))
        unfit = {"interviewer": stranger.get("interviewer:0")}
        changed = await self.deadline.within(self._change(actor, interview, wish, unfit))
        self.wake()
        return changed

    async def call_off(self, actor: Person, interview: str, *, whole: bool = False) -> Changed:
        """Call an interview off, with whoever sits in; the debrief no longer waits for it.

        ``whole``: all interviews of its candidate whose scorecard is not sealed.
        """
        await self.people.member(actor)
        changed = await self.deadline.within(self._call_off(actor, interview, whole=whole))
        self.wake()
        return changed

    async def about(self, team: str, interview: str) -> Changeable | None:
        """Return an interview as it is now, for the message about a change of it."""
        async with self.begin(team) as work:
            found = await work.loops.interview(interview)
            loop = await work.loops.of(found.candidate) if found else None
            if found is None or loop is None:
                return None
            names = await work.people.names([each.interviewer for each in loop.interviews])
        return Changeable(loop, found, frozenset(), self.catalogue.shipped, names)

    async def _open(self, actor: Person, interview: str) -> Changeable:
        async with self.begin(actor.team) as work:
            found = await self._find(work, actor, interview)
            found.refuse_fixed()
            library = await self.catalogue.frozen(work, found.loop.refs)
            names = await work.people.names([e.interviewer for e in found.loop.interviews])
        return replace(found, library=library, names=names)

    async def _find(self, work: Work, actor: Person, interview: str) -> Changeable:
        return await find(work, actor, interview, self.admins, self.catalogue.shipped)

    async def _held(self, work: Work, actor: Person, interview: str) -> Changeable:
        """Return it as nobody else can change it any more: read anew, once all of it is held."""
        await hold(work, (await self._find(work, actor, interview)).loop)
        return await self._find(work, actor, interview)

    async def _change(
        self, actor: Person, interview: str, wish: Wish, unfit: Mapping[str, Phrase | None]
    ) -> Changed:
        now = self.now()
        async with self.begin(actor.team) as work:
            found = await self._held(work, actor, interview)
            found.refuse_fixed()
            refuse(merged(wrong(wish, found.interview, found.loop, now), unfit))
            if wish.fulfilled(found.interview):
                return Changed(found.loop, found.interview)
            refuse_stale(wish, found.interview)
            await self._refuse_unfit(work, found, wish)
            after = await self._after(work, found, wish, now)
            beside = [_beside(each, after) for each in found.beside]
            await _refuse_booked(work, found, [after, *beside])
            mine = found.interview
            if mine.beside is None and set(after.questions) != set(mine.questions):
                library = await self.catalogue.frozen(work, after.questions)
                await work.uses.drop(mine.id)
                await work.uses.add(uses([after], library), now)
            told = await _keep(work, found, [after, *beside], Deed(actor.id, "change", now))
            return await _changed(work, found, told)

    async def _refuse_unfit(self, work: Work, found: Changeable, wish: Wish) -> None:
        """Refuse who is a candidate of the job, and what its model does not have."""
        loop = found.loop
        loops = await work.loops.unreleased([loop.job.id])
        model = self.catalogue.shipped.model(loop.job.model_id)
        refuse(merged(across(wish, loop, loops), foreign(wish, found.interview, model)))

    async def _after(self, work: Work, found: Changeable, wish: Wish, now: datetime) -> Interview:
        """Return the interview as it will be, and keep the texts that it asks from now on."""
        mine = found.interview
        after = replace(wish.applied(mine), state="planned", revision=mine.revision + 1)
        same = (after.minutes, after.competencies) == (mine.minutes, mine.competencies)
        if mine.beside is not None or (same and not wish.instead):
            return after
        supply = await supply_of(work, self.catalogue, found.loop, now)
        after = asked_anew(mine, after, wish.instead, supply)
        await refuse_begun(work, [mine, *found.beside], after, now)
        new = [supply.question(ref) for ref in after.questions if ref not in mine.questions]
        await freeze(work, [each for each in new if each], now)
        return after

    async def _call_off(self, actor: Person, interview: str, *, whole: bool) -> Changed:
        deed = Deed(actor.id, "call_off", self.now())
        async with self.begin(actor.team) as work:
            found = await self._held(work, actor, interview)
            gone = [each for each in found.open if each.state == "planned"] if whole else []
            if not gone:
                found.refuse_fixed()
                gone = [found.interview, *found.beside]
            for each in gone:
                off = replace(each, state="cancelled", revision=each.revision + 1)
                await _put(work, found, each, off, deed)
                if each.start > deed.at:  # nobody has heard what it was to ask
                    await work.uses.drop(each.id)
            if loop := await work.loops.of(found.loop.candidate.id):
                await release_if_complete(work, actor.team, loop, deed.at)
            return await _changed(work, found, len(gone))


def _beside(interview: Interview, lead: Interview) -> Interview:
    """Return the interview of somebody who sits in: it goes where its lead goes."""
    return replace(
        interview,
        start=lead.start,
        minutes=lead.minutes,
        competencies=lead.competencies,
        questions=lead.questions,
        revision=interview.revision + 1,
    )


async def _refuse_booked(work: Work, found: Changeable, changed: Sequence[Interview]) -> None:
    """Refuse that anybody is in two places at once, if people or times have changed."""
    before, after = found.interview, changed[0]
    if (before.interviewer, before.start, before.minutes) == (
        after.interviewer,
        after.start,
        after.minutes,
    ):
        return
    people = [each.interviewer for each in changed]
    busy = await work.loops.busy(people, after.start, after.end)
    refuse(booked(before, changed, found.loop, busy))


async def _keep(work: Work, found: Changeable, after: Sequence[Interview], deed: Deed) -> int:
    """Keep an interview and those beside it; return how many people are told."""
    [lead, *beside], mine = after, found.interview
    taken_over = lead.interviewer != mine.interviewer
    if taken_over:
        lead = await _hand_over(work, found, lead, deed)
    else:
        await _put(work, found, mine, lead, deed)
    for before, each in zip(found.beside, beside, strict=True):
        await _put(work, found, before, replace(each, beside=lead.id), deed)
    return len(after) + taken_over


async def _hand_over(work: Work, found: Changeable, after: Interview, deed: Deed) -> Interview:
    """Call one off, and let somebody else have another in its place."""
    mine, organiser = found.interview, found.loop.candidate.planned_by
    gone = replace(mine, state="cancelled", revision=mine.revision + 1)
    kept, deed = replace(after, id=successor(mine.id)), replace(deed, action="replace")
    await work.loops.change(gone)
    await work.loops.seat(kept, mine.id)
    await tell(work, REPLACED, gone, organiser, deed.at)
    await tell(work, INVITE, kept, organiser, deed.at)
    await work.uses.hand_over(gone.id, kept.id)
    for each in (gone, kept):
        await rescheduled(work, each, deed)
    return kept


async def _put(
    work: Work, found: Changeable, before: Interview, after: Interview, deed: Deed
) -> None:
    """Keep an interview as it is now, and tell its interviewer."""
    await work.loops.change(after)
    if kind := news(before, after):
        await tell(work, kind, after, found.loop.candidate.planned_by, deed.at)
    await rescheduled(work, after, deed)


async def _changed(work: Work, found: Changeable, told: int) -> Changed:
    """Return what has become of a loop."""
    loop = await work.loops.of(found.loop.candidate.id) or found.loop
    kept = {each.id: each for each in loop.interviews}
    mine = kept[found.interview.id]
    return Changed(loop, kept.get(successor(mine.id), mine), told)
