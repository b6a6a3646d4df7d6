"""Notices topics that an interview question should not ask about and a note should not keep.

It knows phrases, not meanings. What it can say is "this reads like …" and, when it is silent, "no
known pattern found". It keeps nothing; in a log, a hit shows a category and no words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from questions.files import TopicFile, topic_file
from questions.findings import BankError
from questions.rules import patterns
from questions.signs import Scene, Sign, Surroundings, signs
from questions.topic_lint import KINDS, SEVERITIES, Category, Coach, Kind, Severity, TopicLint
from questions.wording import Locale, Wording

SHIPPED = Path(__file__).parent / "topics" / "topics.yaml"


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic noticed in a sentence; both are given as places in the text that was looked at.

    The severity is the category's. In a note it says how private the matter is and no more: a
    note is never refused.
    """

    kind: Kind
    category: str
    severity: Severity
    words: str = field(repr=False)
    at: int  # where the words begin
    start: int  # of the sentence
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """All categories, ready to be looked for. Build it once, with `shipped` or `read`."""

    lint: TopicLint = field(repr=False)
    _around: Surroundings = field(repr=False)
    _signs: Mapping[Kind, Sequence[tuple[Category, Sequence[Sign]]]] = field(repr=False)

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """Return what the product comes with, read once in a process."""
        return cls.read(SHIPPED)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file; BankError with everything that is wrong with it."""
        return cls.of(topic_file(path))

    @classmethod
    def of(cls, file: TopicFile) -> Self:
        """Make a file ready; BankError when its patterns are not sound."""
        if findings := tuple(patterns.faults(file)):
            raise BankError(findings)
        lint = file.lint
        made = {
            kind: [
                (each, signs(watched))
                for each in lint.categories
                if (watched := each.watched(kind))
            ]
            for kind in KINDS
        }
        return cls(lint, Surroundings.of(lint), made)

    def of_question(self, text: str) -> tuple[Hit, ...]:
        """Return what a question asks about, gravest first, then as it stands in the text.

        One hit for each category and sentence. Show every field of a custom question to it.
        """
        return self._hits(text, "question")

    def of_note(self, text: str) -> tuple[Hit, ...]:
        """Return what a note says about the candidate that nobody needs, in the same order.

        For the writer's eyes only. Never refuse, change, count by person or log a note for it.
        """
        return self._hits(text, "note")

    def category(self, category: str) -> Category:
        """Find a category; KeyError when there is none."""
        return {each.id: each for each in self.lint.categories}[category]

    @property
    def coach(self) -> Coach:
        """What a person is told, with `{name}`, `{words}` and `{instead}` still to be filled in."""
        return self.lint.coach

    def tip(self, hit: Hit, locale: Locale) -> str:
        """Say what was noticed and what to do instead. It quotes: show it as plain text."""
        category = self.category(hit.category)
        return (
            self._told(hit, category)
            .of(locale)
            .format(
                name=category.name.of(locale), words=hit.words, instead=category.instead.of(locale)
            )
        )

    def _told(self, hit: Hit, category: Category) -> Wording:
        if hit.kind == "note":
            return category.tip or self.coach.note
        told: Mapping[Severity, Wording] = {
            "block": self.coach.block,
            "warn": self.coach.warn,
            "info": self.coach.info,
        }
        return told[hit.severity]

    def _hits(self, text: str, kind: Kind) -> tuple[Hit, ...]:
        scene = Scene.of(text, self._around, kind)
        found = [
            _hit(scene, kind, category, start, end)
            for category, wanted in self._signs[kind]
            for start, end in _found(scene, wanted)
        ]
        return tuple(sorted(found, key=lambda hit: (SEVERITIES.index(hit.severity), hit.at)))


def _found(scene: Scene, wanted: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Yield one place in each sentence: where the first pattern that counts is found."""
    told: set[int] = set()
    for sign in wanted:
        if not scene.may_count(sign):
            continue
        at = 0
        while found := sign.search(scene.text, at):
            begun, after = scene.folded.sentence(found.start())
            if begun not in told and scene.counts(sign, found.start()):
                told.add(begun)
                yield found.span()
            at = after if begun in told else found.start() + 1


def _hit(scene: Scene, kind: Kind, category: Category, start: int, end: int) -> Hit:
    at, until = scene.folded.typed_at(start, end)
    sentence = scene.folded.typed_at(*scene.folded.sentence(start))
    words = scene.folded.typed[at:until]
    return Hit(kind, category.id, category.severity, words, at, *sentence)
