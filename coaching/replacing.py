"""Another question in place of one, the same for all candidates of a job."""

from collections.abc import Container
from dataclasses import dataclass, replace

from coaching.asking import question_of
from coaching.job import Job
from coaching.loop import Interview, Loop
from questions.bank import Question
from questions.selection import Selection


@dataclass(frozen=True, slots=True)
class Swap:
    """A job after it, what is ``gone`` from it, and the ``question`` that is there instead."""

    job: Job
    gone: Question
    question: Question
    selection: Selection

    def into(self, loop: Loop, met: Container[str]) -> Question | None:
        """Return what a candidate is asked instead, who has met these families.

        It is the job's new question; a parallel one for somebody who knows that, as when their
        interviews were planned. None when all that is left is asked in them already.
        """
        taken = self._families(loop)
        if self.question.family not in taken and self.question.family not in met:
            return self.question
        if choice := self.selection.parallel(self.gone, met, taken):
            return choice.question
        return None if self.question.family in taken else self.question

    def refs(self, interview: Interview, other: Question | None) -> tuple[str, ...]:
        """Return what an interview asks with ``other`` in place of what is gone."""
        return _swapped(interview.questions, self.gone.id, other.ref if other else None)

    def _families(self, loop: Loop) -> set[str]:
        refs = {ref for interview in loop.interviews for ref in interview.questions}
        asked = (question_of(ref, self.selection.library) for ref in refs)
        return {each.family for each in asked if each}


def swap(job: Job, gone: Question, selection: Selection) -> Swap | None:
    """Choose a parallel question for a job; None when there is none."""
    asked = (question_of(ref, selection.library) for ref in job.questions)
    choice = selection.parallel(gone, met=(), taken={each.family for each in asked if each})
    if choice is None:
        return None
    refs = _swapped(job.questions, gone.id, choice.question.ref)
    reasons = tuple(
        choice.reason if before != after else reason
        for before, after, reason in zip(job.questions, refs, job.reasons, strict=False)
    )
    after = replace(job, questions=refs, reasons=reasons)
    return Swap(after, gone, choice.question, selection)


def _swapped(refs: tuple[str, ...], gone: str, other: str | None) -> tuple[str, ...]:
    """Put a reference in the place of another; of none, the place is closed."""
    changed = (other if ref.partition("@")[0] == gone else ref for ref in refs)
    return tuple(ref for ref in changed if ref)
