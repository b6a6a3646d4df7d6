"""Hold questions that are not shipped to the rules of the linter: typed in a form, or imported.

They are read beside the questions that are there already, so that no id, family or story is used
twice. What a whole bank owes its model (coverage) is not asked of them.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from questions.bank import Bank, Question
from questions.explaining import checked
from questions.files import BankFile, ModelFile, Shelf
from questions.findings import Finding
from questions.model import Model
from questions.reading import Document
from questions.rules import (
    anchors,
    characters,
    leakage,
    lengths,
    lifecycle,
    make_up,
    references,
    stems,
)
from questions.tree import Where

ALONE = (  # what needs no other question
    references.check,
    lengths.check,
    characters.check,
    stems.check,
    anchors.check,
    make_up.check,
)


def proof(
    banks: Sequence[BankFile], models: Iterable[Model], beside: Sequence[Question], today: date
) -> Sequence[Finding]:
    """Return what the linter says about ``banks``, sorted; nothing about what lies beside them."""
    shelf = Shelf([_model_file(model) for model in models], banks)
    known = {question.id for question in beside}
    found = chain(
        chain.from_iterable(rule(shelf) for rule in ALONE),
        _taken(banks, known),
        lifecycle.check(shelf, today, known),
        leakage.between([_shelved(beside)], banks),
    )
    asked = {file.document.path for file in banks}
    return sorted({finding for finding in found if finding.path in asked})


def typed(path: Path, data: Mapping[str, Any]) -> BankFile:
    """Return a bank that lies in no file; BankError when it is none.

    ``path`` says the pool as for a file: its folder's name. Findings of it have no line but the
    number of a place, which `place` turns back.
    """
    document = Document(path, data, {where: n for n, where in enumerate(_places(data, ()), 1)})
    return BankFile(document, checked(document, Bank))


def place(data: Mapping[str, Any], finding: Finding) -> Where:
    """Return what a finding of a typed bank is about."""
    return next((w for n, w in enumerate(_places(data, ()), 1) if n == finding.line), ())


def _places(value: Any, where: Where) -> Iterator[Where]:
    """Yield every place below a value, in a fixed order."""
    inside: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, Mapping):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for step, each in inside:
        yield (*where, step)
        yield from _places(each, (*where, step))


def _taken(banks: Iterable[BankFile], known: Container[str]) -> Iterator[Finding]:
    for entry in chain.from_iterable(file.entries() for file in banks):
        if entry.question.id in known:
            message = f'"{entry.question.id}" is another question: an id is used once, for ever.'
            yield entry.finding("E042", message, "id")


def _model_file(model: Model) -> ModelFile:
    return ModelFile(Document(Path("models", model.id), {}, {}), model)


def _shelved(questions: Sequence[Question]) -> BankFile:
    """Put questions on the shelf, with no more of a bank around them than such rules read."""
    bank = Bank.model_construct(id="beside", questions=tuple(questions))
    return BankFile(Document(Path("beside"), {}, {}), bank)
