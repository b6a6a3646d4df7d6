"""Topics that whole files touch on, and what somebody has answered for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from questions.bank import Bank
from questions.files import BankFile, Shelf
from questions.findings import Finding
from questions.texts import said
from questions.topics import Hit, Topics
from questions.tree import Where
from questions.wording import LOCALES


@dataclass(frozen=True, slots=True)
class Doubt:
    """A topic in a file: the whole ``text`` that touches on it, and what its importer is told.

    ``question`` is whose text it is: an id, or None where the ``bank`` around them says it.
    """

    bank: Bank
    question: str | None
    text: str
    hit: Hit
    finding: Finding

    @property
    def blocks(self) -> bool:
        """Whether no answer helps."""
        return self.hit.severity == "block"

    @property
    def answer(self) -> tuple[str, str]:
        """What the audit log keeps of an answer: the topic, and what it was said of."""
        if self.question is None:
            subject = f"{self.bank.questions[0].pool}/{self.bank.id}"
            return f"bank.scenario.{self.hit.category}", subject
        return f"question.scenario.{self.hit.category}", self.question

    def settled(self, kept: Any) -> bool:
        """Return whether the very same text stands in what is ``kept``, as plain JSON."""
        return not self.blocks and self.text in _texts(kept)


def doubts(files: Sequence[BankFile], topics: Topics) -> Iterator[Doubt]:
    """Yield what files touch on and may not be kept without a second look."""
    for file in files:
        for where, text in _written(file):
            for hit in topics.of_question(text):
                if hit.severity != "info":
                    finding = file.document.finding("E095", _said(hit, topics), *where)
                    yield Doubt(file.bank, _question(where, file.bank), text, hit, finding)


def _written(file: BankFile) -> Iterator[tuple[Where, str]]:
    for each in said(Shelf((), [file])):
        for locale in LOCALES:
            yield from each.lines(locale)


def _question(where: Where, bank: Bank) -> str | None:
    """Return the id of the question that a place is in, or None."""
    name, *rest = where
    return bank.questions[int(rest[0])].id if name == "questions" else None


def _said(hit: Hit, topics: Topics) -> str:
    category = topics.category(hit.category)
    message = f'"{hit.words}" may be about {category.name.en}: write it differently. '
    message += category.instead.en
    if hit.severity == "warn":
        message += " If it is about a product, import it with --scenario."
    return message


def _texts(document: Any) -> Iterator[str]:
    if isinstance(document, str):
        yield document
    elif isinstance(document, Mapping):
        for each in document.values():
            yield from _texts(each)
    elif isinstance(document, Sequence):
        for each in document:
            yield from _texts(each)
