"""What is left of a loop when somebody drops out, and who might cover what in it then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from coaching.arranging import Arranged, arrange
from coaching.asking import Asked
from coaching.changes.asking_anew import Supply, asked_anew
from coaching.changes.changeable import Changeable
from coaching.changes.rescheduling import sitting_in
from coaching.drawing_up import Covers, Drawing
from coaching.loop import Interview, Loop
from coaching.loop_form import LoopForm, Seat


@dataclass(frozen=True, slots=True)
class Remaining:
    """A loop without one interview: ``rows`` are those that are left, in the loop's order."""

    found: Changeable
    supply: Supply
    rows: Sequence[Interview]
    now: datetime

    @property
    def fixed(self) -> frozenset[int]:
        """The rows that cover what they cover."""
        return frozenset(
            n
            for n, each in enumerate(self.rows)
            if each.id in self.found.sealed or each.start <= self.now
        )

    @property
    def seen(self) -> str:
        """What tells this state of the loop from another."""
        state = [(each.id, each.revision) for each in (self.found.interview, *self.rows)]
        return uuid5(NAMESPACE_OID, repr(state)).hex

    @property
    def gone(self) -> Sequence[Interview]:
        """Who does not take part any more: the interview, and whoever sits in with it."""
        return [self.found.interview, *self.found.beside]

    def form(self) -> LoopForm:
        """Return it as the planner's form."""
        loop = self.found.loop
        number = {each.id: n for n, each in enumerate(self.rows)}
        seats = [
            Seat(e.interviewer, e.start, e.minutes, e.kind, number.get(e.beside or ""))
            for e in self.rows
        ]
        name, account = loop.candidate.name, loop.candidate.account
        return LoopForm(loop.job.id, name, account, seats, "sealed", None)

    def covers(self, chosen: Covers) -> Covers:
        """Return what each row that leads covers, with what was chosen in those that may change."""
        return {
            n: each.competencies if n in self.fixed else tuple(chosen.get(n, each.competencies))
            for n, each in enumerate(self.rows)
            if each.kind == "lead"
        }

    def arrange(self, chosen: Covers, by_hand: Collection[int]) -> Arranged:
        """Return who might cover what, near to what they cover, around what stays."""
        loop, refs = self.found.loop, [r for refs in self.supply.asks.values() for r in refs]
        library = self.supply.selection.library
        drawing = Drawing(loop.job, loop.candidate, Asked(tuple(refs)), library)
        kept = {*self.fixed, *by_hand} & self.covers({}).keys()
        return arrange(self.form(), drawing, self.covers(chosen), kept)

    def interviews(self, covers: Covers) -> Sequence[Interview]:
        """Return the rows as they are with this; no two raters are given one question."""
        loop = self._without()
        found: dict[str, Interview] = {}
        for n, each in enumerate(self.rows):
            after = each
            if each.beside in found:
                after = self._with_lead(each, found[each.beside or ""])
            elif n not in self.fixed and set(covers.get(n, ())) != set(each.competencies):
                wanted = replace(each, competencies=tuple(covers.get(n, ())))
                after = asked_anew(each, wanted, (), replace(self.supply, loop=loop))
            found[each.id] = after
            loop = replace(loop, interviews=[found.get(e.id, e) for e in loop.interviews])
        return list(found.values())

    def _with_lead(self, mine: Interview, lead: Interview) -> Interview:
        """Let whoever sits in follow their lead, unless they have sealed what they saw."""
        follows = replace(sitting_in(mine, lead), revision=mine.revision)
        return mine if mine.id in self.found.sealed else follows

    def _without(self) -> Loop:
        gone = {each.id for each in self.gone}
        interviews = [
            replace(each, state="cancelled") if each.id in gone else each
            for each in self.found.loop.interviews
        ]
        return replace(self.found.loop, interviews=interviews)
