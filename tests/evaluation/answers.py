"""The labelled practice answers, with what would be true to say of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from questions.bank import Question
from questions.library import Library

FOLDER = Path(__file__).parents[1] / "practice_answers"
SHIPPED = Path(__file__).parents[2] / "questions"
PARTS = {
    "S": "situation", "T": "task", "A": "action", "R": "result", "L": "reflection",
    "N": "reasoning", "B": "alternatives", "E": "evidence", "K": "risk",
}  # fmt: skip
SETS = {
    "tuned on": ("study", "dev", "more", "second", "third", "fourth"),
    "held out": ("held_out", "last"),
}
ANY = "com-lis-beh-m01"  # stands for a question where an answer names none
CHECK = "check-result"
RESULT = ("result", CHECK)
MAIN: dict[str, tuple[str, ...]] = {
    "complete": (),
    "no_result": RESULT,
    "no_action": ("action",),
    "team": ("ownership",),
    "plain": ("number",),
    "general": ("general",),
    "off_topic": ("off-topic", "unstructured"),
    "stuffed": ("stuffed", "short"),
    "short": ("short", "short-case"),
    "case_complete": (),
    "case_no_alternatives": ("alternatives",),
    "case_no_evidence": ("evidence",),
}
ALSO: dict[str, tuple[str, ...]] = {
    "no_action": ("unstructured", "ownership"),
    "team": ("action",),
    "general": ("unstructured", "action", *RESULT),
    "off_topic": ("general", "action", *RESULT),
    "stuffed": ("unstructured", "action", *RESULT),
}
LENGTHS = {"short", "short-case", "fuller", "long"}


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """One labelled answer; passages are pairs of a label and a text."""

    id: str
    language: str
    question: Question
    sort: str
    passages: Sequence[tuple[str, str]]
    firmness: str  # of the result: change, figure or plain

    @property
    def text(self) -> str:
        """The answer as it would be sent."""
        between = "" if self.language == "zh-CN" else " "
        return between.join(text for _, text in self.passages)

    @property
    def main(self) -> tuple[str, ...]:
        """Rules, any of which is the right first step; none for a complete answer."""
        if self.sort in {"complete", "plain"}:
            return ("number",) if self.firmness == "plain" and self.wants_number else ()
        return MAIN[self.sort]

    @property
    def wants_number(self) -> bool:
        """Say whether the question asks for a figure in the result."""
        return not self.question.mock or self.question.mock.expect.result_number == "preferred"

    @property
    def complete(self) -> bool:
        """Say whether there is nothing to add but what is a matter of taste."""
        return not self.main and self.sort in {"complete", "case_complete", "plain"}

    @property
    def has(self) -> set[str]:
        """The parts that are labelled."""
        return {PARTS[label] for label, _ in self.passages if label in PARTS}

    @property
    def true_steps(self) -> set[str]:
        """The next steps that are true of it, lengths aside."""
        steps = {*self.main, *ALSO.get(self.sort, ())}
        if "reflection" not in self.has:
            steps.add("reflection")
        return steps

    def label_of(self, quote: str) -> set[str]:
        """Return the labels of the passages that a quote touches; a passage may be cut off."""
        words = quote.rstrip("…")
        return {
            label
            for label, text in self.passages
            if words in " ".join(text.split()) or " ".join(text.split()).rstrip(".。") in words
        }


@cache
def read(name: str) -> tuple[Answer, ...]:
    """Return the answers of one file."""
    written = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    library = Library.read(SHIPPED, "mock")
    stories = [each for story in written["stories"] for each in _versions(story, library)]
    return (*stories, *(_answer(each, library) for each in written["answers"]))


def _versions(story: dict[str, Any], library: Library) -> Iterator[Answer]:
    question = library.question(story["question"])
    assert question
    said = [tuple(passage) for passage in story["said"]]

    def version(sort: str, passages: Any, firmness: str) -> Answer:
        return Answer(f"{story['id']}/{sort}", story["born"], question, sort, passages, firmness)

    yield version("complete", said, story["result"])
    yield version("no_result", [each for each in said if each[0] != "R"], "none")
    if "team" not in story:
        return
    team = [
        ("W" if label == "A" else label, story["team"].get(at, text))
        for at, (label, text) in enumerate(said)
    ]
    yield version("team", team, story["result"])
    if "plain" in story:
        plain = [(label, story["plain"].get(at, text)) for at, (label, text) in enumerate(said)]
        yield version("plain", plain, "plain")
    yield version("general", [("G", text) for text in story["general"]], "none")


def _answer(written: dict[str, Any], library: Library) -> Answer:
    question = library.question(written.get("question", ANY))
    assert question
    assert question.mock
    if "question" not in written:
        mock = question.mock.model_copy(update={"content_points": ()})
        question = question.model_copy(update={"mock": mock})
    passages = [tuple(passage) for passage in written["said"]]
    firmness = written.get("result", "plain" if any(p[0] == "R" for p in passages) else "none")
    return Answer(written["id"], written["lang"], question, written["sort"], passages, firmness)


def in_set(name: str) -> tuple[Answer, ...]:
    """Return all answers that are tuned on, or all that are held out."""
    return tuple(answer for file in SETS[name] for answer in read(file))
