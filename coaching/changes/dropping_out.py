"""Use cases: somebody drops out of a loop, and the others cover what they were to cover.

What is sealed or has begun stays as it is; of the other interviews, those change that are to cover
or ask something else.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from coaching.changes.asking_anew import refuse_begun, supply_of
from coaching.changes.changeable import Changeable, Changed, find, held
from coaching.changes.changing import Changing
from coaching.changes.form import refuse_stale
from coaching.changes.remaining import Remaining
from coaching.changes.rescheduling import Deed, ask, call_off, put
from coaching.drawing_up import Covers
from coaching.errors import FixedError, refuse
from coaching.loop import Interview
from coaching.loop_form import PlanDraft
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.proposing import Proposal
from coaching.repositories import Work


@dataclass(frozen=True, slots=True)
class Anew:
    """A proposal for a loop without somebody, ``gone``; ``fixed`` rows stay as they are."""

    proposal: Proposal
    gone: Interview
    fixed: frozenset[int]
    seen: str


@dataclass(frozen=True, slots=True)
class DroppingOut:
    """Shares anew what somebody was to cover."""

    changing: Changing

    async def propose(
        self, actor: Person, interview: str, chosen: Covers, by_hand: Collection[int]
    ) -> Anew:
        """Propose who covers what without an interview, around the rows that were set by hand."""
        changing = self.changing
        await changing.people.member(actor)
        left, names = await changing.deadline.within(self._left(actor, interview))
        arranged = await asyncio.to_thread(left.arrange, chosen, by_hand)
        interviews = left.interviews(arranged.covers)
        used = [left.supply.minutes(each, each.questions) for each in interviews]
        loop = replace(left.found.loop, interviews=interviews)
        draft = PlanDraft(interview, actor.id, left.form(), left.now)
        model = changing.catalogue.shipped.model(loop.job.model_id)
        proposal = Proposal(draft, model, arranged, loop, used, names)
        return Anew(proposal, left.found.interview, left.fixed, left.seen)

    async def plan(self, actor: Person, interview: str, seen: str, chosen: Covers) -> Changed:
        """Call the interview off, and change those that are to cover something else.

        Raises FormError, or FixedError when the loop is not as it was ``seen``.
        """
        await self.changing.people.member(actor)
        done = await self.changing.deadline.within(self._plan(actor, interview, seen, chosen))
        self.changing.wake()
        return done

    async def _left(self, actor: Person, interview: str) -> tuple[Remaining, Mapping[str, str]]:
        changing = self.changing
        async with changing.begin(actor.team) as work:
            shipped = changing.catalogue.shipped
            found = await find(work, actor, interview, changing.admins, shipped)
            names = await work.people.names([e.interviewer for e in found.loop.interviews])
            return await self._without(work, found), names

    async def _without(self, work: Work, found: Changeable) -> Remaining:
        found.refuse_fixed()
        now, gone = self.changing.now(), {found.interview.id}
        planned = [each for each in found.loop.interviews if each.state == "planned"]
        rows = [each for each in planned if not {each.id, each.beside} & gone]
        supply = await supply_of(work, self.changing.catalogue, found.loop, now)
        left = Remaining(found, supply, rows, now)
        leads = {n for n, each in enumerate(rows) if each.kind == "lead"}
        if found.interview.kind != "lead" or not leads - left.fixed:
            raise FixedError(Phrase("There is no interview left that could cover more."))
        return left

    async def _plan(self, actor: Person, interview: str, seen: str, chosen: Covers) -> Changed:
        changing = self.changing
        deed = Deed(actor.id, "change", changing.now())
        async with changing.begin(actor.team) as work:
            shipped = changing.catalogue.shipped
            found = await held(work, actor, interview, changing.admins, shipped)
            left = await self._without(work, found)
            refuse_stale(seen, left.seen)
            refuse(self._unfit(left, chosen))
            told = await _change_rows(work, left, left.interviews(left.covers(chosen)), deed)
            done = await call_off(work, found, left.gone, replace(deed, action="call_off"))
            return replace(done, told=done.told + told)

    def _unfit(self, left: Remaining, chosen: Covers) -> Mapping[str, Phrase]:
        model = self.changing.catalogue.shipped.model(left.found.loop.job.model_id)
        known = {each.id for each in model.competencies}
        nothing = Phrase("Choose at least one competency.")
        foreign = Phrase("This job is not assessed on all of these. Choose again from its list.")
        return {
            f"covers:{n}": foreign if mine else nothing
            for n, mine in left.covers(chosen).items()
            if not mine or not {*mine} <= known
        }


async def _change_rows(work: Work, left: Remaining, after: Sequence[Interview], deed: Deed) -> int:
    """Keep the rows that are different now; return how many."""
    library, told = left.supply.selection.library, 0
    for n, (before, each) in enumerate(zip(left.rows, after, strict=True)):
        if before == each:
            continue
        rooms = [before, *(row for row in left.rows if row.beside == before.id)]
        await refuse_begun(work, rooms, each, deed.at, f"covers:{n}")
        await ask(work, before, each, library, deed.at)
        kept = replace(each, revision=before.revision + 1)
        await put(work, left.found, before, kept, deed)
        told += 1
    return told
