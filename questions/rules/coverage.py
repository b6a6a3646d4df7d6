"""Enough questions for every side of a competency and every level, as its model promises."""

from collections.abc import Iterator, Sequence

from questions.bank import OFFERED, Pool, Question, Type
from questions.files import BankFile, Shelf
from questions.findings import Finding
from questions.model import LEVELS, Coverage

ASKED: tuple[Type, ...] = ("behavioural", "situational")


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield what a bank cannot yet be used for."""
    practised = {file.bank.id for file in shelf.banks if _offered(file, "mock")}
    for file in shelf.banks:
        promised = shelf.coverage(file.bank)
        if live := _offered(file, "live"):
            yield from _levels(file, live)
            if promised is not None:
                yield from _sides(file, live, promised, shelf)
                yield from _live(file, live, promised)
                yield from _practised(file, practised, promised)
        if promised is not None:
            yield from _mock(file, promised)


def _offered(file: BankFile, pool: Pool) -> Sequence[Question]:
    return [each for each in file.bank.questions if each.pool == pool and each.status in OFFERED]


def _sides(
    file: BankFile, live: Sequence[Question], promised: Coverage, shelf: Shelf
) -> Iterator[Finding]:
    competency = shelf.competency(file.bank)
    for part in competency.sub_dimensions if competency else ():
        families = {each.family for each in live if part.id in each.sub_dimensions}
        if not families:
            message = f'no live question is about "{part.id}": write one.'
            yield file.document.finding("E090", message, "questions")
        elif (found := len(families)) < promised.families:
            message = f'families about "{part.id}": {found} of {promised.families}; add another.'
            yield file.document.finding("W090", message, "questions")


def _live(file: BankFile, live: Sequence[Question], promised: Coverage) -> Iterator[Finding]:
    if len(live) < promised.live:
        message = f"{len(live)} live questions: {promised.live} are the least to choose from."
        yield file.document.finding("W091", message, "questions")


def _levels(file: BankFile, live: Sequence[Question]) -> Iterator[Finding]:
    for level in LEVELS:
        for kind in ASKED:
            if not any(each.type == kind and level in each.levels for each in live):
                message = f"no {kind} live question fits {level}: write one or widen its levels."
                yield file.document.finding("W092", message, "questions")


def _practised(file: BankFile, practised: set[str], promised: Coverage) -> Iterator[Finding]:
    """Miss a bank for practice only where others are: one bank alone shows nothing of mock/."""
    if promised.mock and practised and file.bank.id not in practised:
        message = f'nobody can practise "{file.bank.id}": add a bank to mock/.'
        yield file.document.finding("W093", message, "id")


def _mock(file: BankFile, promised: Coverage) -> Iterator[Finding]:
    found = len(_offered(file, "mock"))
    if found < promised.mock and any(each.pool == "mock" for each in file.bank.questions):
        message = f"{found} of {promised.mock} questions to practise on: write another."
        yield file.document.finding("W094", message, "questions")
