"""What an answer in practice gets back, and what a second try has that the first had not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.practice.answer import Answer
from coaching.practice.feedback.comparing import changed
from coaching.practice.feedback.feedback import Feedback, feedback
from coaching.practice.feedback.guided import guided
from coaching.practice.feedback.saying import Statement
from questions.bank import Question
from questions.practice import Part
from questions.wording import Locale

PARTS: Mapping[str, Part] = {  # of a story, and of a plan
    "situation": "situation",
    "action": "action",
    "result": "result",
    "learned": "reflection",
    "first": "evidence",
    "choice": "reasoning",
    "check": "risk",
    "others": "alternatives",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """Feedback on an answer; ``changes`` is what a second try has that the first had not."""

    feedback: Feedback
    changes: Sequence[Statement] = ()

    @property
    def statements(self) -> Sequence[Statement]:
        """What is said, in the order in which it is shown: of a second try only what changed."""
        if self.changes:
            return self.changes
        found = self.feedback
        return [each for each in (found.keep, *found.steps, found.check) if each]


def heard(tries: Sequence[Answer], question: Question, locale: Locale) -> Heard | None:
    """Return what the last of some answers to a question gets back; None without any."""
    if not tries:
        return None
    last = _of(tries[-1], question, locale)
    if len(tries) == 1:
        return Heard(last)
    return Heard(last, changed(_of(tries[-2], question, locale), last, locale))


def _of(answer: Answer, question: Question, locale: Locale) -> Feedback:
    if not answer.fields:
        return feedback(answer.text, question, locale)
    return guided({PARTS[key]: text for key, text in answer.fields.items()}, question, locale)
