"""What to ask in a short extra interview where the panel heard too little."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from coaching.asking import question_of
from coaching.loop import Loop
from coaching.profile import Line
from questions.bank import Question
from questions.selection import Selection

MINUTES = 20  # two questions of ten, without an opening and a close


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A competency that rests on one rater or none, and two questions new to the candidate.

    Fewer where the bank has no more. ``minutes`` is how long the extra interview takes.
    """

    line: Line
    questions: Sequence[Question]
    minutes: int = MINUTES


def follow_ups(
    lines: Sequence[Line], loop: Loop, selection: Selection, met: Collection[str] = ()
) -> Sequence[FollowUp]:
    """Propose a follow-up for each gap, in the order of ``lines``.

    ``met`` are families the candidate knows from earlier rounds. What was planned in this one
    counts as asked, even if time ran out before it: whether it was heard, nobody can tell.
    """
    refs = {ref for interview in loop.interviews for ref in interview.questions}
    asked = (question_of(ref, selection.library) for ref in refs)
    taken = {each.family for each in asked if each} | set(met)
    return [
        FollowUp(line, tuple(_fresh(line.competency, loop, selection, taken)))
        for line in lines
        if len(line.raters) <= 1
    ]


def _fresh(
    competency: str, loop: Loop, selection: Selection, taken: set[str]
) -> Iterator[Question]:
    """Yield what a job would ask of a competency, each replaced that the candidate has met."""
    for choice in selection.plan(loop.job.model_id, [competency]):
        question: Question | None = choice.question
        if choice.question.family in taken:
            other = selection.parallel(choice.question, taken, ())
            question = other.question if other else None
        if question:
            taken.add(question.family)
            yield question
