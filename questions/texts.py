"""Every text of a file, with its place and its limit, whatever type it hangs on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from questions.files import Shelf
from questions.reading import Document
from questions.tree import Where
from questions.wording import Limit, Lines, Locale, Wording, Written


@dataclass(frozen=True, slots=True)
class Said:
    """A wording or several lines, and where they stand."""

    document: Document
    where: Where
    text: Wording | Lines
    limit: Limit | None

    def lines(self, locale: Locale) -> Iterable[tuple[Where, str]]:
        """Return each line of one language with its place."""
        text = self.text.of(locale)
        if isinstance(text, str):
            return [((*self.where, locale), text)]
        return [((*self.where, locale, at), line) for at, line in enumerate(text)]

    @property
    def key(self) -> str:
        """The name it is written under, as in `prompt`; of an entry, its list's."""
        return next(str(step) for step in reversed(self.where) if isinstance(step, str))


def said(shelf: Shelf) -> Iterator[Said]:
    """Yield all texts of all files, in the order of the schema."""
    written: list[tuple[Document, Written]] = [(each.document, each.model) for each in shelf.models]
    written += [(each.document, each.bank) for each in shelf.banks]
    written += [(each.document, each.calibration) for each in shelf.calibrations]
    written += [(each.document, each.lint) for each in shelf.topics]
    written += [(each.document, each.messages) for each in shelf.messages]
    for document, root in written:
        for where, text, limit in _walk(root, (), None):
            yield Said(document, where, text, limit)


def texts(written: Written) -> Iterator[tuple[Where, Wording | Lines]]:
    """Yield all texts of one thing with their places in it, in the order of the schema."""
    for where, text, _ in _walk(written, (), None):
        yield where, text


def _walk(
    value: Any, where: Where, limit: Limit | None
) -> Iterator[tuple[Where, Wording | Lines, Limit | None]]:
    if isinstance(value, (Wording, Lines)):
        yield where, value, limit
    elif isinstance(value, Written):
        for name, alias, found in _fields(type(value)):
            yield from _walk(getattr(value, name), (*where, alias), found)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _walk(entry, (*where, key), limit)
    elif isinstance(value, tuple):
        for at, entry in enumerate(value):
            yield from _walk(entry, (*where, at), limit)


@cache
def _fields(kind: type[Written]) -> Sequence[tuple[str, str, Limit | None]]:
    """Return name, written name and limit of each field: the same for every text of a type."""
    return [
        (name, field.alias or name, _limit([field.annotation, *field.metadata]))
        for name, field in kind.model_fields.items()
    ]


def _limit(annotations: Iterable[Any]) -> Limit | None:
    """Find the limit among annotations, inside `X | None` and `tuple[X, ...]` too."""
    for annotation in annotations:
        if isinstance(annotation, Limit):
            return annotation
        inside = (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
        found = _limit(each for each in inside if each is not annotation)
        if found is not None:
            return found
    return None
