"""What was said to a question in practice, and what to ask about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from coaching.practice.feedback.probing import probe as fitting
from coaching.practice.turn import Turn
from questions.bank import Probe, Question

PROBES = 2  # at most, for one question


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to a question until it was done: ``fields`` in a form, or one ``text``."""

    text: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def answers(turns: Sequence[Turn], question: str) -> Sequence[Answer]:
    """Return what was answered to a question, one for each try; the last may not be done yet."""
    return [_answer(each) for each in _tries(turns, question) if each]


def in_hand(turns: Sequence[Turn], question: str, ts: str) -> bool:
    """Say whether a message belongs to the try that is under way."""
    last = _tries(turns, question, emptied=True)[-1]
    return any(turn.ts == ts for turn in last)


def first_said(turns: Sequence[Turn], n: int) -> int:
    """Return the turn that first gave feedback on the try that turn ``n`` gives feedback on.

    To somebody who comes back it is said again.
    """
    [question] = [turn.question for turn in turns if turn.n == n]
    first = n
    for turn in reversed([each for each in turns if each.n < n and each.question == question]):
        if turn.said == "answer":
            break
        if turn.said == "rate":
            first = turn.n
    return first


def under_way(turns: Sequence[Turn], question: str) -> Answer | None:
    """Return what is being answered to a question; None when nothing was said, or all deleted."""
    last = _tries(turns, question)[-1]
    return _answer(last) if last else None


def _tries(
    turns: Sequence[Turn], question: str, *, emptied: bool = False
) -> Sequence[Sequence[Turn]]:
    """Return the turns with a text, or ``emptied`` ones too, try by try; the last may have none."""
    tries: list[list[Turn]] = [[]]
    for turn in turns:
        if turn.question == question and turn.said == "answer" and (emptied or turn.text):
            tries[-1].append(turn)
        if turn.question == question and turn.said == "rate" and tries[-1]:
            tries.append([])
    return tries


def _answer(turns: Sequence[Turn]) -> Answer:
    text = "\n".join(turn.text for turn in turns)
    return Answer(text, {turn.field: turn.text for turn in turns if turn.field})


def probe(answer: str, question: Question, asked: Collection[str]) -> Probe | None:
    """Return the planned probe that asks for what was not found, two of them at most."""
    return fitting(answer, question, asked) if len(asked) < PROBES else None
