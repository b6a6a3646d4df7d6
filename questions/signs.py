"""Patterns made ready, and what stands around the place where one is found."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from questions.folding import Folded, fold
from questions.topic_lint import KINDS, Kind, Level, Patterns, TopicLint, Watched
from questions.wording import LOCALES, Locale

BLANK = "□"
CLAUSE = re.compile(r"[,:.\n]")
REACH: Mapping[Locale, int] = {"en": 40, "zh-CN": 12}  # characters from the candidate to the topic
LETTER: Mapping[Locale, re.Pattern[str]] = {
    "en": re.compile("[a-z]"),
    "zh-CN": re.compile(r"[\u3400-\u9fff]"),
}
WORD = re.compile("[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Sign:
    """One pattern, and what must or must not be around it to count."""

    locale: Locale
    pattern: re.Pattern[str]
    level: Level

    def search(self, text: str, at: int) -> re.Match[str] | None:
        """Find the next place; an English pattern is found at the beginning of a word only.

        The beginning is looked at afterwards: a pattern that opens with a letter and not with a
        condition is found several times faster.
        """
        while found := self.pattern.search(text, at):
            at = found.start()
            if self.locale != "en" or at == 0 or not WORD.match(text, at - 1):
                break
            at += 1
        return found


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the file says of words around a topic, made ready."""

    harmless: Sequence[Sign]
    product: Sequence[Sign]
    spoken_to: Sequence[Sign]
    candidate: Mapping[Kind, Sequence[Sign]]

    @classmethod
    def of(cls, lint: TopicLint) -> Self:
        """Make ready what a file says."""
        return cls(
            tuple(_made(lint.harmless)),
            tuple(_made(lint.product)),
            tuple(_made(lint.spoken_to)),
            {kind: tuple(_made(lint.candidate.of(kind))) for kind in KINDS},
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """A text looked at once: what may be searched, and where products and candidates stand."""

    kind: Kind
    folded: Folded
    text: str  # the folded text without its harmless phrases
    locales: frozenset[Locale]
    clauses: Sequence[int]
    product: Sequence[int]
    spoken_to: Sequence[int]
    candidate: Mapping[Locale, Sequence[int]]

    @classmethod
    def of(cls, typed: str, around: Surroundings, kind: Kind) -> Self:
        """Look at a text of that kind. Nobody is spoken to in a note."""
        folded = fold(typed)
        text = folded.text
        locales = frozenset(locale for locale in LOCALES if LETTER[locale].search(text))
        speaking = around.spoken_to if kind == "question" else ()
        return cls(
            kind,
            folded,
            _without(text, _of(around.harmless, locales)),
            locales,
            [0, *(found.end() for found in CLAUSE.finditer(text))],
            _places(text, _of(around.product, locales)),
            _places(text, _of(speaking, locales)),
            {each: _places(text, _of(around.candidate[kind], {each})) for each in locales},
        )

    def may_count(self, sign: Sign) -> bool:
        """Say whether a sign is worth looking for at all: most are not in most texts."""
        if sign.locale not in self.locales:
            return False
        match sign.level:
            case "of_candidate":
                return bool(self.candidate[sign.locale])
            case "without_product":
                return self.kind == "note" or not self.product
            case _:
                return True

    def counts(self, sign: Sign, at: int) -> bool:
        """Say whether a sign found there means the candidate."""
        match sign.level:
            case "always":
                return True
            case "unless_product":
                return not self._of_product(at)
            case "of_candidate":
                return self._near(sign.locale, at) and not self._of_product(at)
            case "without_product":
                return not _between(self.product, *self._whole(at))

    def _whole(self, at: int) -> tuple[int, int]:
        """Return what must be free of products: a question tells one story, a note many."""
        return self.folded.sentence(at) if self.kind == "note" else (0, len(self.text))

    def _near(self, locale: Locale, at: int) -> bool:
        begun, _ = self.folded.sentence(at)
        return _between(self.candidate[locale], max(begun, at - REACH[locale]), at)

    def _of_product(self, at: int) -> bool:
        if self.kind == "note":
            return _between(self.product, *self._clause(at))
        spoken_to = _between(self.spoken_to, *self._clause(at))
        return _between(self.product, *self.folded.sentence(at)) and not spoken_to

    def _clause(self, at: int) -> tuple[int, int]:
        following = bisect_right(self.clauses, at)
        ends = (*self.clauses[following : following + 1], len(self.text))
        return self.clauses[following - 1], ends[0]


def signs(watched: Watched) -> tuple[Sign, ...]:
    """Make a category's patterns ready, from what counts everywhere to what needs the most."""
    return tuple(sign for level, patterns in watched.levels for sign in _made(patterns, level))


@lru_cache(maxsize=4_096)
def compiled(pattern: str, locale: Locale) -> re.Pattern[str]:
    """Make one pattern ready: `$` is the end of a sentence, and English ends with a word."""
    if locale == "en":
        return re.compile(rf"(?:{pattern})(?![a-z0-9])", re.MULTILINE | re.ASCII)
    return re.compile(pattern, re.MULTILINE)


def _made(patterns: Patterns, level: Level = "always") -> Iterator[Sign]:
    for locale in LOCALES:
        for pattern in patterns.of(locale):
            yield Sign(locale, compiled(pattern, locale), level)


def _of(wanted: Sequence[Sign], locales: Collection[Locale]) -> Sequence[Sign]:
    return [sign for sign in wanted if sign.locale in locales]


def _places(text: str, wanted: Sequence[Sign]) -> list[int]:
    return sorted(found.start() for sign in wanted for found in _all(text, sign))


def _without(text: str, harmless: Sequence[Sign]) -> str:
    letters = list(text)
    for sign in harmless:
        for found in _all(text, sign):
            letters[found.start() : found.end()] = BLANK * (found.end() - found.start())
    return "".join(letters)


def _all(text: str, sign: Sign) -> Iterator[re.Match[str]]:
    at = 0
    while found := sign.search(text, at):
        yield found
        at = found.end()


def _between(places: Sequence[int], begun: int, end: int) -> bool:
    return bisect_left(places, begun) < bisect_left(places, end)
