"""What `make eval` prints and the tests hold to floors: right and wrong, with intervals."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from coaching.practice.feedback.feedback import Feedback, Statement, feedback
from tests.evaluation.answers import CHECK, LENGTHS, PARTS, Answer

WIDE = str.maketrans("，。！？；：（）", ",.!?;:()")
GENDER = re.compile(r"\b(?:she|he|her|him|his|She|He|Her|Him|His)\b|[她他]")
SWAPPED = {
    "she": "he", "he": "she", "her": "him", "him": "her", "his": "her", "她": "他", "他": "她",
    "She": "He", "He": "She", "Her": "His", "Him": "Her", "His": "Her",
}  # fmt: skip
HARMLESS = {"en": " That is the whole of it, I think.", "zh-CN": "大概就是这么一件事。"}
TASTE = {"reflection", "fuller", "long"}  # steps that do not say something is wanting
KEPT = {
    "result-change": "R", "result-number": "R", "result": "R", "own-action": "A",
    "reflection": "L", "situation": "ST", "alternatives": "B", "evidence": "E", "reasoning": "N",
}  # fmt: skip
UNTOLD = {"general", "off_topic", "stuffed", "short"}  # sorts without parts to find


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, with the interval of Wilson (95 %)."""

    hits: int
    of: int

    @classmethod
    def over(cls, outcomes: Iterable[bool]) -> "Rate":
        """Count what is true."""
        listed = list(outcomes)
        return cls(sum(listed), len(listed))

    @property
    def value(self) -> float:
        """The share, between 0 and 1; 1 of nothing at all."""
        return self.hits / self.of if self.of else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies in 95 of 100 samples of this size (Wilson 1927)."""
        if not self.of:
            return 0.0, 1.0
        z, n, share = 1.96, self.of, self.value
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.hits:4} of {self.of:4}  {self.value:5.2f}  ({low:.2f} to {high:.2f})"


@cache
def said(answer: Answer) -> Feedback:
    """Give the feedback in the language of the answer."""
    return feedback(answer.text, answer.question, "zh-CN" if answer.language == "zh-CN" else "en")


def true(answer: Answer, statement: Statement, *, kept: bool) -> bool:
    """Say whether a statement is true of an answer by its labels."""
    if kept:
        return bool(answer.label_of(statement.quote) & set(KEPT[statement.rule])) and (
            statement.rule != "result-change" or answer.firmness == "change"
        )
    return statement.rule in answer.true_steps | LENGTHS


def statements(answers: Sequence[Answer]) -> Rate:
    """Return how many of the shown statements are true."""
    return Rate.over(outcome for answer in answers for outcome in _outcomes(answer))


def _outcomes(answer: Answer) -> Iterator[bool]:
    found = said(answer)
    if found.keep:
        yield true(answer, found.keep, kept=True)
    yield from (true(answer, step, kept=False) for step in found.steps)


def wrong(answers: Sequence[Answer]) -> Iterator[tuple[str, str, str]]:
    """Yield the statements that are not true: the answer, the rule, the quote."""
    for answer in answers:
        found = said(answer)
        if found.keep and not true(answer, found.keep, kept=True):
            yield answer.id, f"keep {found.keep.rule}", found.keep.quote
        for step in found.steps:
            if not true(answer, step, kept=False):
                yield answer.id, step.rule, step.quote


def false_alarms(answers: Sequence[Answer]) -> Rate:
    """Return how many complete answers are told that something is wanting."""
    complete = [answer for answer in answers if answer.complete]
    return Rate.over(any(step.rule not in TASTE for step in said(each).steps) for each in complete)


def asked_back(answers: Sequence[Answer]) -> Rate:
    """Return how many complete answers are asked which sentence says how it ended."""
    return Rate.over(said(each).check is not None for each in answers if each.complete)


def main_issues(answers: Sequence[Answer]) -> Rate:
    """Return for how many answers the first thing wanting is the labelled one, or none is."""
    return Rate.over(_main(answer) for answer in answers)


def _main(answer: Answer) -> bool:
    told = [rule for rule in said(answer).rules if rule not in TASTE]
    if not answer.main:  # to be asked is not to be told that something is wanting
        return told in ([], [CHECK])
    return bool(told) and told[0] in answer.main


def parts(answers: Sequence[Answer]) -> Mapping[str, tuple[Rate, Rate]]:
    """Return precision and recall of each part; "partly" counts as found."""
    told = [answer for answer in answers if answer.sort not in UNTOLD]
    return {part: _part(told, part) for part in PARTS.values()}


def _part(told: Sequence[Answer], part: str) -> tuple[Rate, Rate]:
    case = part in {"reasoning", "alternatives", "evidence", "risk"}
    asked = [answer for answer in told if answer.sort.startswith("case") == case]
    if part == "action":  # what "we" did is neither
        asked = [
            answer for answer in asked if not any(label == "W" for label, _ in answer.passages)
        ]
    pairs = [(part in answer.has, said(answer).parts[part] != "none") for answer in asked]
    return (
        Rate.over(labelled for labelled, found in pairs if found),
        Rate.over(found for labelled, found in pairs if labelled),
    )


def praise_of_stuffing(answers: Sequence[Answer]) -> Rate:
    """Return how many stuffed answers have something to keep."""
    return Rate.over(said(each).keep is not None for each in answers if each.sort == "stuffed")


CHANGES: Mapping[str, Callable[[Answer], str]] = {
    "width of punctuation": lambda answer: answer.text.translate(WIDE),
    "markup and emoji": lambda answer: (
        f"*{answer.text[:9]}*{answer.text[9:]} :slightly_smiling_face: <@U01ABCDE>"
    ),
    "she and he": lambda answer: GENDER.sub(lambda found: SWAPPED[found[0]], answer.text),
    "a line for each sentence": lambda answer: re.sub(r"(?<=[.。]) ?(?=.)", "\n", answer.text),
    "a harmless sentence more": lambda answer: answer.text + HARMLESS[answer.language],
}


def unchanged(answers: Sequence[Answer], change: str) -> Rate:
    """Return for how many answers a change that means nothing changes nothing that is said."""
    return Rate.over(_same(answer, CHANGES[change](answer)) for answer in answers)


def _same(answer: Answer, text: str) -> bool:
    before = said(answer)
    after = feedback(text, answer.question, "zh-CN" if answer.language == "zh-CN" else "en")
    return _rules(before) == _rules(after)


def _rules(found: Feedback) -> tuple[str, ...]:
    return (found.keep.rule if found.keep else "", *(step.rule for step in found.steps))


def no_longer_found(answers: Sequence[Answer], part: str) -> Rate:
    """Return for how many complete answers a part is not "found" once its passages are gone."""
    label = next(letter for letter, name in PARTS.items() if name == part)
    with_it = [each for each in answers if each.complete and part in each.has]
    return Rate.over(_without(answer, label, part) for answer in with_it)


def _without(answer: Answer, label: str, part: str) -> bool:
    between = "" if answer.language == "zh-CN" else " "
    text = between.join(text for letter, text in answer.passages if letter != label)
    return feedback(text, answer.question, "en").parts[part] != "found"
