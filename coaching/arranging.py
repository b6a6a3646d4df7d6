"""Propose who covers what in a loop, and reckon how far the time goes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from coaching.covering.coverage import Coverage, Need
from coaching.covering.coverage import Seat as Place
from coaching.covering.propose import propose
from coaching.drawing_up import Covers, Drawing
from coaching.loop_form import LoopForm
from coaching.sharing import by_competency, needed


@dataclass(frozen=True, slots=True)
class Arranged:
    """Who covers what. ``rows`` are the form's rows that lead, in the order of ``coverage``.

    ``by_hand`` are the rows that the organiser has set.
    """

    rows: Sequence[int]
    coverage: Coverage
    by_hand: Collection[int]

    @property
    def covers(self) -> Covers:
        """The competencies of each row."""
        return dict(zip(self.rows, self.coverage.covers, strict=True))


def arrange(form: LoopForm, drawing: Drawing, before: Covers, by_hand: Collection[int]) -> Arranged:
    """Return the best plan near the one before; rows set by hand stay as they are in it."""
    rows = [n for n, _ in form.leads]
    needs = _needs(drawing, {each for covers in before.values() for each in covers})
    places = [Place(seat.interviewer or "", seat.minutes or 0) for _, seat in form.leads]
    cells = {
        (place, need.competency): need.competency in before.get(n, ())
        for place, n in enumerate(rows)
        for need in needs
        if n in by_hand
    }
    known = [need.competency for need in needs]
    earlier = [[each for each in known if each in before.get(n, ())] for n in rows]
    nearby = Coverage(needs, places, earlier) if before else None
    return Arranged(rows, propose(needs, places, cells, nearby), by_hand)


def _needs(drawing: Drawing, more: Iterable[str]) -> Sequence[Need]:
    """Return what is to be covered, in the model's order: the job's competencies, and ``more``."""
    library, job = drawing.library, drawing.job
    model = library.model(job.model_id)
    wanted = {each.id for each in job.assessed(model)} | set(more)
    asks = by_competency(drawing.asked.refs, library)
    return [
        Need(each.id, needed(each.id, asks, library), hard=each.id in model.required)
        for each in model.competencies
        if each.id in wanted
    ]
