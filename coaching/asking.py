"""What the candidates of a job are asked: all the same, unless one has met a question before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from coaching.exposure import Use
from coaching.job import Job
from coaching.loop import Interview
from questions.bank import Question
from questions.library import Library
from questions.selection import Selection

REMEMBERED = timedelta(days=365)  # for as long a question that was heard counts as known


@dataclass(frozen=True, slots=True)
class Asked:
    """References in the job's order, and what is not as the job has it.

    ``parallel`` are the forms in place of questions whose family the candidate has met;
    ``repeated`` are those met for which nothing parallel was left.
    """

    refs: tuple[str, ...]
    parallel: tuple[Question, ...] = ()
    repeated: tuple[Question, ...] = ()


def asked(job: Job, selection: Selection, met: Collection[str]) -> Asked:
    """Return what a candidate is asked who has met these families in the last twelve months."""
    refs: list[str] = []
    parallel: list[Question] = []
    repeated: list[Question] = []
    questions = [question_of(ref, selection.library) for ref in job.questions]
    taken = {each.family for each in questions if each}
    for ref, question in zip(job.questions, questions, strict=True):
        if question is None or question.family not in met:
            refs.append(ref)
        elif choice := selection.parallel(question, met, taken):
            refs.append(choice.question.ref)
            taken.add(choice.question.family)
            parallel.append(choice.question)
        else:
            refs.append(ref)
            repeated.append(question)
    return Asked(tuple(refs), tuple(parallel), tuple(repeated))


def uses(interviews: Sequence[Interview], library: Library) -> Sequence[Use]:
    """Return which questions these interviews plan to ask."""
    return [
        Use(interview.id, interview.candidate, question.id, question.rev, question.family)
        for interview in interviews
        for ref in interview.questions
        if (question := question_of(ref, library))
    ]


def question_of(ref: str, library: Library) -> Question | None:
    """Return the question of a reference; in which text, the library decides."""
    return library.question(ref.partition("@")[0])
