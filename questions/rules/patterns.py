"""Topic patterns that exist in both languages, can match, and keep nobody waiting."""

import re
from collections.abc import Iterator
from string import Formatter

from questions.files import LexiconFile, Shelf, TopicFile
from questions.findings import Finding
from questions.folding import PLAIN
from questions.signs import compiled
from questions.topic_lint import KINDS, Category, Patterns
from questions.tree import Where
from questions.wording import LOCALES, Locale, Wording

WIDEST = 40  # characters one part of a pattern may span
GAPS = 2  # parts that take any character; their widths multiply
ESCAPE = re.compile(r"\\.")
CLASS = re.compile(r"\[[^\]]*\]")
SPAN = re.compile(r"(\.?)\{\d*,?(\d*)\}")
UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")
GROUP_SPAN = re.compile(r"\)\{")
BEYOND = re.compile(r"\\[sSDWnrtvfZA]|\[\^|\(\?(?![:=!]|<[=!])|\\[1-9]")
FILLED = frozenset({"name", "words", "instead"})
Fault = tuple[str, str]


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield what is wrong with topic files."""
    for file in shelf.topics:
        yield from faults(file)
    for lexicon in shelf.lexicons:
        yield from _cues(lexicon)


def _cues(file: LexiconFile) -> Iterator[Finding]:
    """Yield what would make a cue fail or be slow; languages may differ in which they have."""
    for where, patterns in file.lexicon.patterns:
        for locale in LOCALES:
            for at, pattern in enumerate(patterns.of(locale)):
                if found := fault(pattern, locale):
                    yield file.document.finding(*found, *where, locale, at)


def faults(file: TopicFile) -> Iterator[Finding]:
    """Yield what would leave out a language, fail, or be slow. Such a file is not used."""
    for where, patterns in _patterns(file):
        for locale in LOCALES:
            for at, pattern in enumerate(patterns.of(locale)):
                if found := fault(pattern, locale):
                    yield file.document.finding(*found, *where, locale, at)
    seen: set[str] = set()
    for at, category in enumerate(file.lint.categories):
        if category.id in seen:
            message = f'the category "{category.id}" is here twice: rename one.'
            yield file.document.finding("E042", message, "categories", at, "id")
        seen.add(category.id)
        yield from _languages(file, at, category)
    for where, wording, allowed in _templates(file):
        yield from _template(file, where, wording, allowed)


def _patterns(file: TopicFile) -> Iterator[tuple[Where, Patterns]]:
    lint = file.lint
    yield ("harmless",), lint.harmless
    yield ("product",), lint.product
    yield ("spoken_to",), lint.spoken_to
    for kind in KINDS:
        yield ("candidate", kind), lint.candidate.of(kind)
        for at, category in enumerate(lint.categories):
            if watched := category.watched(kind):
                for name, patterns in watched.levels:
                    yield ("categories", at, kind, name), patterns


def fault(pattern: str, locale: Locale) -> Fault | None:
    """Return what would make a pattern fail or be slow; None when it is sound."""
    bare = CLASS.sub(".", ESCAPE.sub("x", pattern))
    if BEYOND.search(pattern):
        return "E098", "the pattern may run beyond its sentence: name the characters it may meet."
    if UNBOUNDED.search(bare) or GROUP_SPAN.search(bare):
        return "E098", "the pattern is unbounded: write .{0,8}, and only ? after a group."
    spans = SPAN.findall(bare)
    if (
        any(int(most or 0) > WIDEST for _, most in spans)
        or sum(bool(gap) for gap, _ in spans) > GAPS
    ):
        return "E098", f"more than {GAPS} gaps or {WIDEST} characters: split or narrow the pattern."
    letters = ESCAPE.sub("", pattern)
    if odd := next((letter for letter in letters if PLAIN[ord(letter)] != letter), None):
        return "E097", f'"{odd}" never stands in a folded text: write "{PLAIN[ord(odd)]}".'
    try:
        empty = compiled(pattern, locale).fullmatch("")
    except re.error as error:
        return "E097", f"the pattern is no regular expression: {error}."
    return ("E097", "the pattern is found where nothing is: take out a ?.") if empty else None


def _languages(file: TopicFile, at: int, category: Category) -> Iterator[Finding]:
    kinds = [kind for kind in KINDS if category.watched(kind)]
    if not kinds:
        message = (
            f'"{category.id}" has no patterns: say what gives it away in a question or a note.'
        )
        yield file.document.finding("E096", message, "categories", at)
    for kind in kinds:
        watched = category.watched(kind)
        for locale in LOCALES:
            if watched and not any(patterns.of(locale) for _, patterns in watched.levels):
                message = f"no pattern in {locale}: both languages are looked at."
                yield file.document.finding("E096", message, "categories", at, kind)


def _templates(file: TopicFile) -> Iterator[tuple[Where, Wording, frozenset[str]]]:
    for name, wording in file.lint.coach:
        unfilled = name in {"volunteered", "nothing"}
        yield ("coach", name), wording, frozenset() if unfilled else FILLED
    for at, category in enumerate(file.lint.categories):
        if category.tip:
            yield ("categories", at, "tip"), category.tip, FILLED


def _template(
    file: TopicFile, where: Where, wording: Wording, allowed: frozenset[str]
) -> Iterator[Finding]:
    for locale in LOCALES:
        try:
            fields = {
                name for _, name, _, _ in Formatter().parse(wording.of(locale)) if name is not None
            }
        except ValueError as error:
            fields = {str(error)}
        if odd := sorted(fields - allowed):
            known = ", ".join(f"{{{name}}}" for name in sorted(allowed)) or "nothing"
            message = f'"{odd[0]}" in braces: {known} can be filled in here.'
            yield file.document.finding("E099", message, *where, locale)
