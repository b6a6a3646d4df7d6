"""Use cases: change a planned interview, or call it off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.changes.asking_anew import asked_anew, refuse_begun, refuse_longer, supply_of
from coaching.changes.changeable import Changeable, Changed, find, held
from coaching.changes.form import Wish, across, booked, foreign, merged, refuse_stale, wrong
from coaching.changes.rescheduling import Deed, ask, call_off, changed, keep, sitting_in
from coaching.deadline import Deadline
from coaching.errors import refuse
from coaching.loop import Interview
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.plan_checks import PlanChecks
from coaching.ports import Clock, Wake
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.looking import looked


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
        done = await self.deadline.within(self._change(actor, interview, wish, unfit))
        self.wake()
        return done

    async def call_off(self, actor: Person, interview: str, *, whole: bool = False) -> Changed:
        """Call an interview off, with whoever sits in; the debrief no longer waits for it.

        ``whole``: all interviews of its candidate whose scorecard is not sealed.
        """
        await self.people.member(actor)
        done = await self.deadline.within(self._call_off(actor, interview, whole=whole))
        self.wake()
        return done

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
        return await held(work, actor, interview, self.admins, self.catalogue.shipped)

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
            refuse_stale(wish.revision, found.interview.revision)
            await self._refuse_unfit(work, found, wish)
            after = await self._after(work, found, wish, now)
            beside = [sitting_in(each, after) for each in found.beside]
            await _refuse_booked(work, found, [after, *beside])
            library = await self.catalogue.frozen(work, after.questions)
            await ask(work, found.interview, after, library, now)
            told = await keep(work, found, [after, *beside], Deed(actor.id, "change", now))
            return await changed(work, found, told)

    async def _refuse_unfit(self, work: Work, found: Changeable, wish: Wish) -> None:
        """Refuse a candidate of the job, who has read cards, and what its model does not have."""
        loop, other = found.loop, wish.interviewer != found.interview.interviewer
        loops = await work.loops.unreleased([loop.job.id])
        model = self.catalogue.shipped.model(loop.job.model_id)
        refuse(merged(across(wish, loop, loops), foreign(wish, found.interview, model)))
        if other and wish.interviewer:
            refuse({"interviewer": await looked(work, loop.candidate.id, wish.interviewer)})

    async def _after(self, work: Work, found: Changeable, wish: Wish, now: datetime) -> Interview:
        """Return the interview as it will be."""
        mine = found.interview
        after = replace(wish.applied(mine), state="planned", revision=mine.revision + 1)
        same = (after.minutes, after.competencies) == (mine.minutes, mine.competencies)
        if mine.beside is not None or (same and not wish.instead):
            return after
        supply = await supply_of(work, self.catalogue, found.loop, now)
        after = asked_anew(mine, after, wish.instead, supply)
        refuse_longer(mine, after, supply)
        await refuse_begun(work, [mine, *found.beside], after, now)
        return after

    async def _call_off(self, actor: Person, interview: str, *, whole: bool) -> Changed:
        deed = Deed(actor.id, "call_off", self.now())
        async with self.begin(actor.team) as work:
            found = await self._held(work, actor, interview)
            gone = [each for each in found.open if each.state == "planned"] if whole else []
            if not gone:
                found.refuse_fixed()
                gone = [found.interview, *found.beside]
            return await call_off(work, found, gone, deed)


async def _refuse_booked(work: Work, found: Changeable, wanted: Sequence[Interview]) -> None:
    """Refuse that anybody is in two places at once, if people or times have changed."""
    before, after = found.interview, wanted[0]
    if (before.interviewer, before.start, before.minutes) == (
        after.interviewer,
        after.start,
        after.minutes,
    ):
        return
    people = [each.interviewer for each in wanted]
    busy = await work.loops.busy(people, after.start, after.end)
    refuse(booked(before, wanted, found.loop, busy))
