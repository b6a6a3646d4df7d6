"""What the topic lint knows, as it is written: `topic-lint/v1`, one file.

Sixteen categories, how grave each is, what a person is told, and the patterns that give a topic
away in a question or in a note. `topics.py` applies it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from questions.model import Version
from questions.wording import Limit, Locale, Slug, Text, Wording, Written

Severity = Literal["block", "warn", "info"]
SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info")  # gravest first
Kind = Literal["question", "note"]
KINDS: tuple[Kind, ...] = ("question", "note")
Level = Literal["always", "unless_product", "of_candidate", "without_product"]
Told = Annotated[Wording, Limit(150, 300)]


class Patterns(Written):
    """Regular expressions for each language; which text they see is said in `folding.py`."""

    en: tuple[Text, ...] = ()
    zh_cn: tuple[Text, ...] = Field(alias="zh-CN", default=())

    def of(self, locale: Locale) -> tuple[str, ...]:
        """Return those of one language."""
        return self.en if locale == "en" else self.zh_cn


class Watched(Written):
    """What gives a category away, by what has to be around it; the file says what each means."""

    always: Patterns = Patterns()
    unless_product: Patterns = Patterns()
    of_candidate: Patterns = Patterns()
    without_product: Patterns = Patterns()

    @property
    def levels(self) -> Iterator[tuple[Level, Patterns]]:
        """Each with its name, from what counts everywhere to what needs the most around it."""
        yield "always", self.always
        yield "unless_product", self.unless_product
        yield "of_candidate", self.of_candidate
        yield "without_product", self.without_product


class Category(Written):
    """One topic: its name within a sentence, and what to ask or write instead."""

    id: Slug
    severity: Severity
    name: Annotated[Wording, Limit(16, 50)]
    instead: Annotated[Wording, Limit(80, 180)]
    tip: Told | None = None  # said of a note in place of the usual words
    question: Watched | None = None
    note: Watched | None = None

    def watched(self, kind: Kind) -> Watched | None:
        """Return what gives it away there; None when it is not looked for."""
        return self.question if kind == "question" else self.note


class Candidate(Written):
    """Words that stand for the candidate, in a question and in a note."""

    question: Patterns
    note: Patterns

    def of(self, kind: Kind) -> Patterns:
        """Return the words of one kind of text."""
        return self.question if kind == "question" else self.note


class Coach(Written):
    """What a person is told. `{name}`, `{words}` and `{instead}` are filled in."""

    block: Told
    warn: Told
    info: Told
    note: Told
    volunteered: Told
    nothing: Told


class TopicLint(Written):
    """The whole file."""

    schema_: Literal["topic-lint/v1"] = Field(alias="schema")
    version: Version
    updated: date
    next_review: date
    owner: Slug
    harmless: Patterns
    product: Patterns
    spoken_to: Patterns
    candidate: Candidate
    coach: Coach
    categories: Annotated[tuple[Category, ...], Field(min_length=1)]
