"""What must hold between a bank, its model and its folder before anybody may use it.

The library refuses what is found here; the linter reports it beside everything else.
"""

from collections import Counter
from collections.abc import Iterator

from questions.bank import POOLS, Bank, Question
from questions.calibration import Calibration
from questions.files import BankFile, Entry, Shelf
from questions.findings import Finding
from questions.model import LEVELS, Competency
from questions.reading import Document


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield what would make a bank point at nothing, or at two things."""
    yield from _double_questions(shelf)
    for bank in shelf.banks:
        yield from _bank(bank, shelf)
    for file in shelf.calibrations:
        yield from _model(file.document, file.calibration, shelf)


def _bank(file: BankFile, shelf: Shelf) -> Iterator[Finding]:
    bank, document = file.bank, file.document
    competency = shelf.competency(bank)
    yield from _model(document, bank, shelf)
    if competency is not None and bank.code != competency.code:
        message = f'the model calls this competency "{competency.code}": use that code.'
        yield document.finding("E031", message, "code")
    for entry in file.entries():
        yield from _pool(entry, file.folder)
        yield from _bars(entry)
        if competency is not None:
            yield from _traces(entry, competency)


def _model(document: Document, written: Bank | Calibration, shelf: Shelf) -> Iterator[Finding]:
    versions = {model.model.id: model.model.version for model in shelf.models}
    version = versions.get(written.model.id)
    if version is None:
        message = f'no model "{written.model.id}" in the folder models/: correct the id or add it.'
        yield document.finding("E030", message, "model")
        return
    if version != written.model.version:
        message = f"the model is at {version}: read what changed, then say so here."
        yield document.finding("E032", message, "model")
    if shelf.competency(written) is None:
        message = f'the model has no competency "{written.id}": correct the id.'
        yield document.finding("E030", message, "id")


def _pool(entry: Entry, folder: str) -> Iterator[Finding]:
    question = entry.question
    if folder in POOLS and question.pool != folder:
        message = f"a {question.pool} question lies in {folder}/: move it to {question.pool}/."
        yield entry.finding("E077", message, "pool")
    if question.pool == "mock" and question.mock is None:
        yield entry.finding("E073", 'a mock question needs a "mock" block: add it.')
    if question.pool == "live" and question.mock is not None:
        message = 'a live question is never practised on: remove the "mock" block.'
        yield entry.finding("E073", message, "mock")
    if question.type == "case" and question.materials is None:
        yield entry.finding("E033", 'a case needs a fact sheet: add "materials".')


def _bars(entry: Entry) -> Iterator[Finding]:
    question = entry.question
    expected = {level: question.expected.of(level) for level in LEVELS}
    if {level for level, points in expected.items() if points} != set(question.levels):
        message = "expected needs exactly the levels of the question: give each one its points."
        yield entry.finding("E049", message, "expected")
    points = [points for points in expected.values() if points]
    if points != sorted(points):
        message = "expected falls with the level: a higher level never needs less."
        yield entry.finding("E050", message, "expected")


def _traces(entry: Entry, competency: Competency) -> Iterator[Finding]:
    question = entry.question
    parts = {part.id: {claim.id for claim in part.claims} for part in competency.sub_dimensions}
    for at, part in enumerate(question.sub_dimensions):
        if part not in parts:
            message = f'"{competency.id}" has no sub-dimension "{part}": correct the id.'
            yield entry.finding("E045", message, "sub_dimensions", at)
    known = set().union(*parts.values()) | {claim.id for claim in competency.claims}
    for at, claim in enumerate(question.claims):
        if claim not in known:
            message = f'"{competency.id}" has no claim "{claim}": correct the id.'
            yield entry.finding("E046", message, "claims", at)
    if not _touches(question, parts):
        message = "no claim belongs to the question's sub-dimensions: trace it to one that does."
        yield entry.finding("E047", message, "claims")


def _touches(question: Question, parts: dict[str, set[str]]) -> bool:
    return any(
        claim in parts.get(part, ())
        for part in question.sub_dimensions
        for claim in question.claims
    )


def _double_questions(shelf: Shelf) -> Iterator[Finding]:
    """Find ids used twice, in whatever files they lie."""
    times = Counter(entry.question.id for file in shelf.banks for entry in file.entries())
    for file in shelf.banks:
        for entry in file.entries():
            if times[entry.question.id] > 1:
                message = (
                    f'"{entry.question.id}" names two questions: an id is used once, for ever.'
                )
                yield entry.finding("E042", message, "id")
