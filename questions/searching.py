"""Find questions by what they are about and by their words, in either language.

Every word must be there: in the title, the indicators, the prompt, or the names of competency and
sub-dimension. English is found by its stem, in British and American spelling alike. Chinese, which
has no spaces, is found as it was typed, and else by most of its pairs of characters; traditional
characters are taken for simplified ones.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self
from unicodedata import normalize

import snowballstemmer

from questions.bank import OFFERED, Question, Type
from questions.folding import PLAIN
from questions.library import Library
from questions.model import Level
from questions.wording import Wording

HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
TOKEN = re.compile(rf"([{HAN}]+)|([^\W_{HAN}]+(?:'[^\W_{HAN}]+)*)")  # Chinese, or a word
ISE = re.compile(r"(?<=\w\w)([iy])s(?=(?:e[drs]{0,2}|ing|ations?)$)")
OUR = re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|able|al|ally)?$)")
RUN = 40  # characters: a longer run of Chinese is looked for only as it was typed
TOGETHER = 3  # characters from which a run is more than one pair

Key = tuple[str, int]  # id and revision: they name one text


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; None and no words leave that side open.

    A sub-dimension is one of ``competency``.
    """

    words: str = ""
    competency: str | None = None
    sub_dimension: str | None = None
    level: Level | None = None
    type: Type | None = None

    def allows(self, question: Question) -> bool:
        """Return whether a question is of the kind looked for, whatever its words."""
        return (
            self.competency in {None, question.competency}
            and (self.sub_dimension is None or self.sub_dimension in question.sub_dimensions)
            and (self.level is None or self.level in question.levels)
            and self.type in {None, question.type}
        )


@dataclass(frozen=True, slots=True)
class Term:
    """A word looked for: as it stands in folded text and, of a run of Chinese, its pairs."""

    needle: str
    pairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """How well a question fits: ``loose`` words were found by their pairs only; less is better."""

    loose: int
    cost: int


@dataclass(frozen=True, slots=True)
class Index:
    """The folded texts of a library's questions; build it with `of`, once per library."""

    library: Library
    texts: Mapping[Key, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, library: Library, before: Self | None = None) -> Self:
        """Fold every text, but for those that were folded ``before``."""
        known = before.texts if before else {}
        names = _names(library)
        return cls(
            library,
            {
                key: known.get(key) or _fields(question, names)
                for question in library.questions.values()
                for key in [(question.id, question.rev)]
            },
        )

    def find(self, search: Search) -> tuple[Question, ...]:
        """Return what fits: found in titles before indicators, before prompts, before names.

        Found by its pairs comes after found as typed. What is in use comes before what is not, and
        equals keep the order of the library. Text without a single letter or digit finds nothing.
        """
        terms = _terms(search.words)
        if search.words.strip() and not terms:
            return ()
        ranked = [
            ((question.status not in OFFERED, found.loose, found.cost), question)
            for question in self.library.questions.values()
            if search.allows(question)
            and (found := _found(terms, self.texts[question.id, question.rev]))
        ]
        return tuple(question for _, question in sorted(ranked, key=lambda pair: pair[0]))


def _found(terms: tuple[Term, ...], fields: tuple[str, ...]) -> Found | None:
    """Return how well a question fits, None when a word is missing."""
    loose = cost = 0
    for term in terms:
        at = next((n for n, text in enumerate(fields) if term.needle in text), None)
        if at is not None:
            cost += at
        elif (missing := _missing(term.pairs, fields)) is not None:
            loose, cost = loose + 1, cost + missing
        else:
            return None
    return Found(loose, cost)


def _missing(pairs: tuple[str, ...], fields: tuple[str, ...]) -> int | None:
    """Return how many pairs are nowhere; None when half of them or more are."""
    missing = 0
    for pair in pairs:
        if not any(pair in text for text in fields):
            missing += 1
            if 2 * missing >= len(pairs):
                return None
    return missing if pairs else None


def _terms(words: str) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(_term(han, word) for han, word in _tokens(words)))


def _term(han: str, word: str) -> Term:
    if word:
        return Term(f" {word} ")
    apart = TOGETHER <= len(han) <= RUN
    return Term(han, tuple(_pairs(han)) if apart else ())


def _pairs(run: str) -> Iterator[str]:
    yield from dict.fromkeys(run[at : at + 2] for at in range(len(run) - 1))


def _fields(question: Question, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the folded texts of a question, the field that counts most first."""
    heard = (*question.indicators.positive, *question.indicators.negative)
    about = [names[key] for key in _about(question) if key in names]
    return (
        _folded(question.title),
        _folded(*(each.text for each in heard)),
        _folded(question.prompt),
        "".join(about),
    )


def _about(question: Question) -> Iterator[str]:
    yield question.competency
    yield from (f"{question.competency}/{each}" for each in question.sub_dimensions)


def _names(library: Library) -> Mapping[str, str]:
    """Return the folded names of all competencies and, after a slash, of their sub-dimensions."""
    found: dict[str, str] = {}
    for competency in (each for model in library.models for each in model.competencies):
        found[competency.id] = _folded(competency.name)
        for part in competency.sub_dimensions:
            found[f"{competency.id}/{part.id}"] = _folded(part.name)
    return found


def _folded(*wordings: Wording) -> str:
    """Return stems and runs of Chinese in their order, a space around each."""
    said = "\n".join(text for wording in wordings for text in (wording.en, wording.zh_cn))
    return f" {' '.join(han or word for han, word in _tokens(said))} "


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield runs of Chinese, simplified, and the stems of words; one of the two is empty."""
    for han, word in TOKEN.findall(normalize("NFKC", text).casefold().replace("’", "'")):
        yield han.translate(PLAIN), word and _stem(word)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Return an English stem; what is written in other letters stays as it is."""
    american = OUR.sub("or", ISE.sub(r"\1z", word))
    stemmer = snowballstemmer.stemmer("english")  # anew: it must not be shared by threads
    return str(stemmer.stemWord(american))
