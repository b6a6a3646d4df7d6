"""Status, review and dates: nothing claims to be checked that is not."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from questions.bank import Bank
from questions.calibration import Calibration
from questions.files import BankFile, CalibrationFile, Entry, ModelFile, Shelf, TopicFile
from questions.findings import Finding
from questions.model import Model
from questions.topic_lint import TopicLint

LONGEST = timedelta(days=366)  # between two reviews


def check(shelf: Shelf, today: date, beside: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what has fallen due, or is marked as more than it is.

    ``beside`` are the ids of questions that are known and lie elsewhere.
    """
    for model in shelf.models:
        yield from _dates(model, model.model, today)
    for file in shelf.calibrations:
        yield from _dates(file, file.calibration, today)
    for topics in shelf.topics:
        yield from _dates(topics, topics.lint, today)
    known = {entry.question.id for file in shelf.banks for entry in file.entries()}
    known |= set(beside)
    for bank in shelf.banks:
        yield from _dates(bank, bank.bank, today)
        for entry in bank.entries():
            yield from _status(entry, known)


def _dates(
    file: ModelFile | BankFile | CalibrationFile | TopicFile,
    dated: Model | Bank | Calibration | TopicLint,
    today: date,
) -> Iterator[Finding]:
    updated, review = dated.updated, dated.next_review
    if updated > today:
        yield file.document.finding("E078", "updated lies in the future.", "updated")
    if not timedelta() < review - updated <= LONGEST:
        message = "next_review lies within twelve months after updated."
        yield file.document.finding("E079", message, "next_review")
    elif review < today:
        message = f"The review was due on {review}: read everything again, then set a new date."
        yield file.document.finding("W078", message, "next_review")


def _status(entry: Entry, known: set[str]) -> Iterator[Finding]:
    question = entry.question
    if question.status == "active" and not question.review.complete:
        message = (
            "active needs a review by two experts, both readings dated and pilot_n of 5 or more: "
            "keep it pilot until then."
        )
        yield entry.finding("E074", message, "status")
    if question.status in {"retired", "compromised"} and question.retired_on is None:
        message = f"{question.status} since when? Add retired_on."
        yield entry.finding("E075", message, "status")
    if question.replaced_by is not None and question.replaced_by not in known:
        message = f'"{question.replaced_by}" is in none of these files: correct the id.'
        yield entry.finding("E083", message, "replaced_by")
