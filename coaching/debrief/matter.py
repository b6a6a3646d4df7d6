"""What is decided about: a debrief that is out, who may see it otherwise, the decisions so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.debrief.decision import Decision, Verdict
from coaching.debrief.departing import Departure, departure
from coaching.debrief.report import Report, report_of
from coaching.errors import NotFoundError
from coaching.loop import Loop
from coaching.repositories import Work
from questions.model import Model


@dataclass(frozen=True, slots=True)
class Matter:
    """What is decided about: a debrief that is out, and the decisions so far, the earliest first.

    ``panel`` are the accounts that may be named for seeing it otherwise; ``names`` has them, and
    everybody in the decisions.
    """

    report: Report
    decisions: Sequence[Decision]
    panel: Sequence[str]
    names: Mapping[str, str]

    @property
    def loop(self) -> Loop:
        """Whose interviews they were."""
        return self.report.loop

    @property
    def model(self) -> Model:
        """What was assessed."""
        return self.report.model

    @property
    def competencies(self) -> Sequence[str]:
        """What can be named as deciding, in the model's order.

        Where no interview counts in the end, it is what the job assesses.
        """
        there = {line.competency for line in self.report.lines}
        there = there or {each.id for each in self.loop.job.assessed(self.model)}
        return [each.id for each in self.model.competencies if each.id in there]

    @property
    def dissenters(self) -> Sequence[str]:
        """Who can be named for seeing it otherwise: the panel, and who was named before."""
        named = (who for each in self.decisions for who in each.dissenters)
        return list(dict.fromkeys([*self.panel, *named]))

    def last_by(self, person: str) -> bool:
        """Tell whether a person took the decision that counts now."""
        return bool(self.decisions) and self.decisions[-1].actor == person

    def departs(self, verdict: Verdict) -> Departure | None:
        """Return what a verdict departs from."""
        return departure(verdict, self.report.lines, self.model.required)


@dataclass(frozen=True, slots=True)
class Told:
    """One decision as the panel is told of it; ``before`` is the one it takes the place of."""

    matter: Matter
    decision: Decision
    before: Decision | None


async def matter_of(work: Work, catalogue: Catalogue, loop: Loop) -> Matter:
    """Read what there is to decide about a loop; NotFoundError before its debrief is out."""
    if loop.debrief.released_at is None:
        raise NotFoundError
    report = await report_of(work, catalogue, loop, loop.debrief.released_at)
    decisions = await work.decisions.of(loop.candidate.id)
    panel = _panel(report)
    said = [who for each in decisions for who in (each.actor, *each.dissenters)]
    names = await work.people.names([*panel, *said])
    return Matter(report, decisions, panel, names)


def told_of(matter: Matter, n: int) -> Told | None:
    """Return the ``n``-th decision as it is told, or None when there is none."""
    found = [each for each in matter.decisions if each.n == n]
    return Told(matter, found[0], before(matter, n)) if found else None


def before(matter: Matter, n: int) -> Decision | None:
    """Return the decision that the ``n``-th takes the place of."""
    return next((each for each in matter.decisions if each.n == n - 1), None)


def _panel(report: Report) -> Sequence[str]:
    """Return who may see it otherwise: the panel in its order, then the organisers."""
    loop, job = report.loop, report.loop.job
    organisers = (job.manager, loop.candidate.planned_by, job.opened_by)
    every = dict.fromkeys([*(each.interviewer for each in report.panel), *organisers])
    return [each for each in every if each != loop.candidate.account]
