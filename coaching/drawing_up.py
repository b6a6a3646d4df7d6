"""Draw up a loop from its form: the candidate, who interviews, and what each of them asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from coaching.asking import Asked, question_of
from coaching.job import Job
from coaching.loop import Candidate, Debrief, Interview, Loop
from coaching.loop_form import LoopForm, Seat
from questions.library import Library
from questions.model import Competency


def candidate_of(form: LoopForm, job: Job, actor: str, team: str, request: str) -> Candidate:
    """Return the candidate of a form. Sent twice, it names one."""
    key = uuid5(NAMESPACE_OID, f"{team}/loop/{request}").hex
    return Candidate(key, job.id, form.candidate.strip(), form.account, actor)


@dataclass(frozen=True, slots=True)
class Draft:
    """A loop before it is kept."""

    job: Job
    candidate: Candidate
    asked: Asked
    library: Library

    def loop(self, form: LoopForm) -> Loop:
        """Return it whole, its form having been checked."""
        due = form.due if form.release == "at" else None
        interviews = [self._interview(n, seat) for n, seat in form.taken]
        debrief = Debrief(self.candidate.id, self.job.channel, due)
        return Loop(self.job, self.candidate, interviews, debrief)

    def _interview(self, n: int, seat: Seat) -> Interview:
        if seat.interviewer is None or seat.start is None or seat.minutes is None:
            raise AssertionError  # the form was checked
        covers = [each.id for each in self._covers(seat)]
        return Interview(
            id=uuid5(NAMESPACE_OID, f"{self.candidate.id}/{n}").hex,
            candidate=self.candidate.id,
            interviewer=seat.interviewer,
            start=seat.start,
            minutes=seat.minutes,
            competencies=tuple(covers),
            questions=tuple(ref for ref in self.asked.refs if self._competency(ref) in covers),
        )

    def _covers(self, seat: Seat) -> Sequence[Competency]:
        """Return what was chosen for an interview, or all that the job's level asks for."""
        model = self.library.model(self.job.model_id)
        chosen = set(seat.covers) or {each.id for each in model.for_level(self.job.level)}
        return [each for each in model.competencies if each.id in chosen]

    def _competency(self, ref: str) -> str | None:
        question = question_of(ref, self.library)
        return question.competency if question else None
