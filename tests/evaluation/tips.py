"""How often the tips about other people are right: blame, and what should stay inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from coaching.practice.feedback.feedback import feedback
from questions.bank import Question
from questions.library import Library
from tests.evaluation.answers import ANY, FOLDER, SHIPPED, in_set
from tests.evaluation.measuring import Rate, said

TIPS = ("confidential", "blame")
FOLDED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, the tip that is true of it or none, and words of what it is about."""

    id: str
    language: str
    tip: str
    at: str
    text: str

    @property
    def steps(self):
        """What is shown of it by rule, with the quote."""
        locale = "zh-CN" if self.language == "zh-CN" else "en"
        return {step.rule: step.quote for step in feedback(self.text, question(), locale).steps}


@cache
def question() -> Question:
    """Return a question that has no points of its own and wants nothing particular."""
    found = Library.read(SHIPPED, "mock").question(ANY)
    assert found
    assert found.mock
    return found.model_copy(update={"mock": found.mock.model_copy(update={"content_points": ()})})


@cache
def read() -> tuple[Told, ...]:
    """Return all that were labelled for it."""
    written = yaml.safe_load((FOLDER / "tips.yaml").read_text(encoding="utf-8"))
    return tuple(_told(each) for each in written["answers"])


def _told(each) -> Told:
    text = FOLDED.sub("", each["said"])  # no space where a line of the file ended
    return Told(each["id"], each["lang"], each["tip"], each.get("at", ""), text)


def found(tip: str, answers: Sequence[Told]) -> Rate:
    """Return of how many answers that need a tip it is shown, with the right words quoted."""
    return Rate.over(
        each.at.lower() in each.steps.get(tip, "").lower() for each in answers if each.tip == tip
    )


def false(answers: Sequence[Told]) -> Rate:
    """Return how many answers get a tip that is not theirs."""
    return Rate.over(bool(({*TIPS} - {each.tip}) & {*each.steps}) for each in answers)


def false_elsewhere(name: str) -> Rate:
    """Return how many of the answers labelled for everything else get one; none needs it."""
    return Rate.over(bool({*TIPS} & {*said(each).rules}) for each in in_set(name))
