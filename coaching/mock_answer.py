"""What was said to a question in practice, and what to ask about it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from coaching.turn import Turn
from questions.bank import Probe, Question

PROBES = 2  # at most, for one question
SHORT_ZH = 60  # Han characters and
SHORT_EN = 35  # words below which an answer is thin (the lengths of the bank's bands)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a question until it was done: ``fields`` in a form, or one ``text``."""

    text: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def thin(answer: str) -> bool:
    """Return whether an answer is too short to tell anything, in either language or mixed.

    The share of Han characters in 60 and of other words in 35 is added up; under one is thin.
    """
    han = len(re.findall(r"[\u3400-\u9fff]", answer))
    words = len(re.findall(r"[^\W\d_\u3400-\u9fff]+", answer))
    return han / SHORT_ZH + words / SHORT_EN < 1


def answers(turns: Sequence[Turn], question: str) -> Sequence[Answer]:
    """Return what was answered to a question, one for each try; the last may not be done yet."""
    tries: list[list[Turn]] = [[]]
    for turn in turns:
        if turn.question == question and turn.said == "answer" and turn.text:
            tries[-1].append(turn)
        if turn.question == question and turn.said == "rate" and tries[-1]:
            tries.append([])
    return [_answer(each) for each in tries if each]


def _answer(turns: Sequence[Turn]) -> Answer:
    text = "\n".join(turn.text for turn in turns)
    return Answer(text, {turn.field: turn.text for turn in turns if turn.field})


def probe(answer: str, question: Question, asked: Collection[str]) -> Probe | None:
    """Return the next planned probe for a thin answer: the required ones first."""
    if len(asked) >= PROBES or not thin(answer):
        return None
    left_over = [each for each in question.probes if each.id not in asked]
    return next(iter(sorted(left_over, key=lambda each: not each.required)), None)
