"""Practice must not give live questions away, and two questions must not be one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from questions.bank import Question
from questions.files import BankFile, Entry, Shelf
from questions.findings import Finding
from questions.trigrams import alike, surely_apart, trigrams
from questions.wording import LOCALES, Locale

BETWEEN_POOLS = 0.30  # a policy, not a measurement: rather rewrite a mock question too many
WITHIN_POOL = 0.55


class Read(NamedTuple):
    """A question and what its prompts look like."""

    entry: Entry
    prompts: Mapping[Locale, frozenset[str]]


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield families in two pools, forms used twice and prompts too alike."""
    yield from _pairs(combinations(_all(shelf.banks), 2))


def between(known: Sequence[BankFile], new: Sequence[BankFile]) -> Iterator[Finding]:
    """Yield the same of new banks: among themselves, and beside known ones."""
    read = _all(new)
    near = (
        (_read(entry), other)
        for file in known
        for entry in file.entries()
        for other in _near(entry, read)
    )
    yield from _pairs(chain(near, combinations(read, 2)))


def _near(entry: Entry, new: Sequence[Read]) -> Sequence[Read]:
    """Return the new questions that something may be said of beside a known one.

    There may be thousands of known ones, and nearly all are told apart at a glance.
    """
    return [other for other in new if _may_be_one(entry.question, other)]


def _may_be_one(known: Question, new: Read) -> bool:
    return known.family == new.entry.question.family or any(
        not surely_apart(prompt, known.prompt.of(locale), BETWEEN_POOLS)
        for locale, prompt in new.prompts.items()
    )


def _pairs(pairs: Iterable[tuple[Read, Read]]) -> Iterator[Finding]:
    for one, other in pairs:
        if one.entry.question.family == other.entry.question.family:
            yield from _family(one.entry, other.entry)
        else:
            yield from _prompts(one, other)


def _all(banks: Sequence[BankFile]) -> list[Read]:
    return [_read(entry) for file in banks for entry in file.entries()]


def _read(entry: Entry) -> Read:
    return Read(entry, {each: trigrams(entry.question.prompt.of(each)) for each in LOCALES})


def _family(one: Entry, other: Entry) -> Iterator[Finding]:
    first, second = one.question, other.question
    if first.pool != second.pool:
        message = (
            f'the family "{first.family}" is {first.pool} in {first.id}: invent another story.'
        )
        yield other.finding("E071", message, "family")
    elif first.form == second.form:
        message = (
            f'{first.id} is form {first.form} of "{first.family}" already: take the next letter.'
        )
        yield other.finding("E072", message, "form")


def _prompts(one: Read, other: Read) -> Iterator[Finding]:
    apart = one.entry.question.pool != other.entry.question.pool
    code, most = ("E076", BETWEEN_POOLS) if apart else ("W076", WITHIN_POOL)
    for locale in LOCALES:
        found = alike(one.prompts[locale], other.prompts[locale])
        if found >= most:
            name = one.entry.question.id
            message = (
                f"{found:.2f} alike to {name}, where less than {most:.2f} is allowed: rewrite."
            )
            yield other.entry.finding(code, message, "prompt", locale)
