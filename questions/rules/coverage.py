"""Enough questions for every side of a competency and every level."""

from collections.abc import Iterator, Sequence

from questions.bank import OFFERED, Question, Type
from questions.files import BankFile, Shelf
from questions.findings import Finding
from questions.model import LEVELS

FAMILIES = 2  # for each sub-dimension, so that whoever comes back gets a parallel question
FEWEST = 6  # live questions of a competency
ASKED: tuple[Type, ...] = ("behavioural", "situational")


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield what a bank cannot yet be used for."""
    practised = {file.bank.id for file in shelf.banks if _of(file, "mock")}
    together = bool(practised)
    for file in shelf.banks:
        live = _of(file, "live")
        if not live:
            continue
        yield from _sides(file, live, shelf)
        yield from _levels(file, live)
        if len(live) < FEWEST:
            message = f"{len(live)} live questions: {FEWEST} are the least to choose from."
            yield file.document.finding("W091", message, "questions")
        if together and file.bank.id not in practised:
            message = f'nobody can practise "{file.bank.id}": add a bank to mock/.'
            yield file.document.finding("W093", message, "id")


def _of(file: BankFile, pool: str) -> Sequence[Question]:
    return [each for each in file.bank.questions if each.pool == pool and each.status in OFFERED]


def _sides(file: BankFile, live: Sequence[Question], shelf: Shelf) -> Iterator[Finding]:
    competency = shelf.competency(file.bank)
    for part in competency.sub_dimensions if competency else ():
        families = {each.family for each in live if part.id in each.sub_dimensions}
        if not families:
            message = f'no live question is about "{part.id}": write one.'
            yield file.document.finding("E090", message, "questions")
        elif len(families) < FAMILIES:
            message = f'only one family is about "{part.id}": write a parallel one.'
            yield file.document.finding("W090", message, "questions")


def _levels(file: BankFile, live: Sequence[Question]) -> Iterator[Finding]:
    for level in LEVELS:
        for kind in ASKED:
            if not any(each.type == kind and level in each.levels for each in live):
                message = f"no {kind} live question fits {level}: write one or widen its levels."
                yield file.document.finding("W092", message, "questions")
