"""A mock interview: practice, one question at a time, with a probe when an answer is thin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from questions.bank import Probe, Question
from questions.wording import Locale

PROBES = 2  # at most, for one question
SHORT_ZH = 60  # Han characters and
SHORT_EN = 35  # words below which an answer is thin (the lengths of the bank's bands)

State = Literal["asking", "stopped", "over"]
Said = Literal["question", "probe", "answer", "end", "stop"]


@dataclass(frozen=True, slots=True)
class Mock:
    """Where a person is. ``at`` counts the questions behind them, ``turns`` what was said so far.

    ``probed`` are the probes asked to the current question.
    """

    id: str
    person: str
    locale: Locale
    questions: tuple[str, ...]
    state: State = "asking"
    at: int = 0
    probed: tuple[str, ...] = ()
    turns: int = 0

    @property
    def question(self) -> str:
        """The id of the current question; IndexError when the mock is over."""
        return self.questions[self.at]


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said. Answers hold the person's ``text`` and ``message``; the rest names texts."""

    mock: str
    n: int
    said: Said
    question: str = ""
    probe: str = ""
    text: str = ""
    message: str = ""


def thin(answer: str) -> bool:
    """Return whether an answer is too short to tell anything, in either language or mixed.

    The share of Han characters in 60 and of other words in 35 is added up; under one is thin.
    """
    han = len(re.findall(r"[\u3400-\u9fff]", answer))
    words = len(re.findall(r"[^\W\d_\u3400-\u9fff]+", answer))
    return han / SHORT_ZH + words / SHORT_EN < 1


def advance(mock: Mock, question: Question | None, answer: str) -> tuple[Mock, Turn]:
    """Return the mock after an answer was heard, and what to say next.

    ``question`` is the current one, None when the bank no longer has it: then the next is asked.
    """
    probe = _probe(mock, question, answer)
    if probe:
        after = replace(mock, probed=(*mock.probed, probe.id), turns=mock.turns + 1)
        return after, Turn(mock.id, mock.turns, "probe", mock.question, probe.id)
    at = mock.at + 1
    over = at == len(mock.questions)
    state: State = "over" if over else mock.state
    after = replace(mock, at=at, probed=(), state=state, turns=mock.turns + 1)
    if over:
        return after, Turn(mock.id, mock.turns, "end")
    return after, Turn(mock.id, mock.turns, "question", after.question)


def ask(mock: Mock) -> tuple[Mock, Turn]:
    """Return the turn that asks the current question, or its last probe, again."""
    said: Said = "probe" if mock.probed else "question"
    probe = mock.probed[-1] if mock.probed else ""
    after = replace(mock, state="asking", turns=mock.turns + 1)
    return after, Turn(mock.id, mock.turns, said, mock.question, probe)


def choose(questions: Sequence[str], met: Sequence[str], many: int) -> tuple[str, ...]:
    """Return up to ``many`` questions: those never met in the bank's order, then the oldest."""
    last = {question: n for n, question in enumerate(met)}
    return tuple(sorted(questions, key=lambda question: last.get(question, -1))[:many])


def _probe(mock: Mock, question: Question | None, answer: str) -> Probe | None:
    """Return the next planned probe for a thin answer: the required ones first."""
    if question is None or len(mock.probed) >= PROBES or not thin(answer):
        return None
    left = [probe for probe in question.probes if probe.id not in mock.probed]
    return next(iter(sorted(left, key=lambda probe: not probe.required)), None)
