"""Which parts were found in answers: numbers without a text, kept until they are deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.practice.answer import answers
from coaching.practice.feedback.finding import OF_A_CASE, asked
from coaching.practice.heard import heard
from coaching.practice.turn import Turn
from questions.bank import Question
from questions.practice import Part
from questions.wording import Locale

ORDER: Sequence[Part] = ("action", "result", "reflection", *OF_A_CASE)


@dataclass(frozen=True, slots=True)
class FoundPart:
    """Whether a part that a question asks for was found in an answer to it."""

    mock: str
    question: str
    competency: str
    part: Part
    found: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many answers a part was ``found``, ``of`` how many that were asked for it."""

    part: Part
    found: int
    of: int


def parts(
    turns: Sequence[Turn], question: Question, locale: Locale, at: datetime
) -> Sequence[FoundPart]:
    """Return what was found in the last answer to a question; nothing without one."""
    found = heard(answers(turns, question.id), question, locale)
    if found is None:
        return []
    mock, seen = turns[-1].mock, found.feedback.parts
    return [
        FoundPart(mock, question.id, question.competency, part, seen[part] == "found", at)
        for part in asked(question)
        if part in seen
    ]


def weakest(found: Sequence[FoundPart]) -> Tally | None:
    """Return the part that most often was not found, the earlier of several; None if all were."""
    short = [each for each in tallies(found) if each.found < each.of]
    return max(short, key=lambda each: each.of - each.found, default=None)


def tallies(found: Sequence[FoundPart]) -> Sequence[Tally]:
    """Count, part by part, as a story is told; what no question asked for is left out."""
    of = {part: [each.found for each in found if each.part == part] for part in ORDER}
    return [Tally(part, sum(each), len(each)) for part, each in of.items() if each]
