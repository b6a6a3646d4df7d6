"""Draw up a loop from its form: the candidate, who interviews, and what each of them asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import NAMESPACE_OID, uuid5

from coaching.asking import Asked
from coaching.job import Job
from coaching.loop import Candidate, Debrief, Interview, Loop
from coaching.loop_form import LoopForm, PlanDraft, Seat
from coaching.sharing import by_competency, shared, taken
from questions.library import Library

Covers = Mapping[int, Sequence[str]]  # of each row that leads, the ids of its competencies


def loop_id(team: str, draft: str) -> str:
    """Return the id of the candidate whose loop a draft becomes: the same each time."""
    return uuid5(NAMESPACE_OID, f"{team}/loop/{draft}").hex


def candidate_of(draft: PlanDraft, job: Job, team: str, before: Candidate | None) -> Candidate:
    """Return the candidate of a plan; ``before`` is the same person in the round before."""
    form = draft.form
    return Candidate(
        id=loop_id(team, draft.id),
        job=job.id,
        name=form.candidate.strip(),
        account=form.account,
        planned_by=draft.planner,
        round=before.round + 1 if before else 1,
        earlier=before.id if before else None,
        accommodation=form.accommodation.strip(),
    )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A loop before it is kept: what its candidate is asked, in the words of ``library``."""

    job: Job
    candidate: Candidate
    asked: Asked
    library: Library

    def loop(self, form: LoopForm, covers: Covers) -> Loop:
        """Return it whole, its form having been checked."""
        due = form.due if form.release == "at" else None
        debrief = Debrief(self.candidate.id, self.job.channel, due)
        leads = self._leads(form, covers)
        interviews = [
            leads[n] if seat.beside is None else self._beside(n, seat, leads[seat.beside])
            for n, seat in form.taken
        ]
        return Loop(self.job, self.candidate, interviews, debrief)

    def minutes(self, interview: Interview) -> int:
        """Return the minutes that an interview of this loop takes, from welcome to closing."""
        asks = by_competency(self.asked.refs, self.library)
        return taken(interview.competencies, interview.questions, asks, self.library)

    def _leads(self, form: LoopForm, covers: Covers) -> Mapping[int, Interview]:
        order = [each.id for each in self.library.model(self.job.model_id).competencies]
        covered = [sorted(covers.get(n, ()), key=order.index) for n, _ in form.leads]
        minutes = [seat.minutes or 0 for _, seat in form.leads]
        asks = by_competency(self.asked.refs, self.library)
        questions = shared(covered, minutes, asks, self.library)
        return {
            n: self._lead(n, seat, mine, refs)
            for (n, seat), mine, refs in zip(form.leads, covered, questions, strict=True)
        }

    def _lead(self, n: int, seat: Seat, covers: Sequence[str], refs: Sequence[str]) -> Interview:
        if seat.interviewer is None or seat.start is None or seat.minutes is None:
            raise AssertionError  # the form was checked
        return Interview(
            id=self._key(n),
            candidate=self.candidate.id,
            interviewer=seat.interviewer,
            start=seat.start,
            minutes=seat.minutes,
            competencies=tuple(covers),
            questions=tuple(refs),
        )

    def _beside(self, n: int, seat: Seat, lead: Interview) -> Interview:
        """Return the interview of a shadow: its lead's time, its lead's questions."""
        who = seat.interviewer or ""
        return replace(lead, id=self._key(n), interviewer=who, kind=seat.kind, beside=lead.id)

    def _key(self, n: int) -> str:
        return uuid5(NAMESPACE_OID, f"{self.candidate.id}/{n}").hex
