"""Models that name each thing once, and only things they have."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from questions.files import ModelFile, Shelf
from questions.findings import Finding
from questions.model import LEVELS, Competency
from questions.reading import Document
from questions.tree import Where


class Named(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """What the rest of the files call it."""


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield ids used twice and levels that name nothing. The library refuses such models."""
    for model in shelf.models:
        yield from _model(model)
    yield from _shared_competencies(shelf)


def _model(file: ModelFile) -> Iterator[Finding]:
    document = file.document
    parts: list[tuple[Where, Named]] = []
    claims: list[tuple[Where, Named]] = []
    for where, competency in _competencies(file):
        claims += _placed((*where, "claims"), competency.claims)
        parts += _placed((*where, "sub_dimensions"), competency.sub_dimensions)
        for at, part in enumerate(competency.sub_dimensions):
            claims += _placed((*where, "sub_dimensions", at, "claims"), part.claims)
    for at, group in enumerate(file.model.groups):
        claims += _placed(("groups", at, "claims"), group.claims)
    yield from _twice(document, "competency", _competencies(file))
    yield from _twice(document, "sub-dimension", parts)
    yield from _twice(document, "claim", claims)
    yield from _levels(file)


def _levels(file: ModelFile) -> Iterator[Finding]:
    known = {competency.id for competency in file.model.competencies}
    for level in LEVELS:
        for at, chosen in enumerate(file.model.levels.of(level)):
            if chosen not in known:
                message = f'the model has no competency "{chosen}": correct the id.'
                yield file.document.finding("E034", message, "levels", level, at)


def _competencies(file: ModelFile) -> list[tuple[Where, Competency]]:
    return [
        (("groups", at, "competencies", place), competency)
        for at, group in enumerate(file.model.groups)
        for place, competency in enumerate(group.competencies)
    ]


def _placed(where: Where, named: Iterable[Named]) -> list[tuple[Where, Named]]:
    return [((*where, at), each) for at, each in enumerate(named)]


def _twice(
    document: Document, what: str, placed: Iterable[tuple[Where, Named]]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for where, named in placed:
        if named.id in seen:
            message = f'the {what} "{named.id}" is here twice: rename one.'
            yield document.finding("E042", message, *where, "id")
        seen.add(named.id)


def _shared_competencies(shelf: Shelf) -> Iterator[Finding]:
    """Keep ids apart between models: a library finds questions by the competency alone."""
    owners: dict[str, str] = {}
    for file in shelf.models:
        for where, competency in _competencies(file):
            owner = owners.setdefault(competency.id, file.model.id)
            if owner != file.model.id:
                message = f'"{competency.id}" belongs to the model "{owner}": choose another id.'
                yield file.document.finding("E035", message, *where, "id")
