"""What an import may not do to the questions that a workspace has already."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coaching.own_question import OwnQuestion
from questions.bank import OFFERED, Question, Status
from questions.files import BankFile, Entry
from questions.findings import Finding

STATUS = {"status", "retired_on", "rev"}


@dataclass(frozen=True, slots=True)
class Kept:
    """The newest revision of a question, and the workspace's word on it, if there is one."""

    own: OwnQuestion
    word: Status | None

    def status(self, rev: int, question: Question) -> Status:
        """Return its status as it is once revision ``rev``, which is ``question``, is kept."""
        if self.word:
            return self.word
        return question.status if rev > self.own.rev else self.own.question().status


def faults(
    files: Sequence[BankFile], kept: Mapping[str, Kept], shipped: Container[str]
) -> Iterator[Finding]:
    """Yield what would use an id again, change a text in silence, or bring back what is out."""
    headers: dict[tuple[str, str], tuple[BankFile, Any]] = {}
    for file in files:
        yield from _bank(file, headers)
        for entry in file.entries():
            if entry.question.id in shipped:
                message = (
                    f'"{entry.question.id}" is a shipped question: give yours an id of its own.'
                )
                yield entry.finding("E101", message, "id")
            elif known := kept.get(entry.question.id):
                yield from _question(entry, known)


def _bank(
    file: BankFile, headers: dict[tuple[str, str], tuple[BankFile, Any]]
) -> Iterator[Finding]:
    pools = sorted({each.pool for each in file.bank.questions})
    if len(pools) > 1:
        message = "live and mock questions in one file: put each pool into a file of its own."
        yield file.document.finding("E105", message, "questions")
    header = file.bank.model_dump(exclude={"questions"})
    first, said = headers.setdefault((file.bank.id, pools[0]), (file, header))
    if said != header:
        path = first.document.path
        message = f"{path} says something else about the same bank: make the two agree."
        yield file.document.finding("E106", message, "id")


def _question(entry: Entry, known: Kept) -> Iterator[Finding]:
    question, own = entry.question, known.own
    if (question.pool, question.competency) != (own.pool, own.competency):
        message = (
            f'"{own.id}" is a {own.pool} question about "{own.competency}" here: '
            "an id is used once, for ever."
        )
        yield entry.finding("E104", message, "id")
        return
    before = own.question()
    differs = question.model_dump(exclude=STATUS) != before.model_dump(exclude=STATUS)
    if question.rev < own.rev or (differs and question.rev == own.rev):
        said = "differs from" if differs else "is older than"
        message = f"this {said} revision {own.rev} kept here: raise rev to {own.rev + 1} or more."
        yield entry.finding("E102", message, "rev")
    status = known.word or before.status
    known_now = (status, question.status) == ("retired", "compromised")
    if status not in OFFERED | {"draft"} and question.status != status and not known_now:
        message = (
            f"it is {status} here, for good: say so in the file, "
            "or write another question under another id."
        )
        yield entry.finding("E103", message, "status")
