"""A model or a bank together with the file it came from, so that rules can point at lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from questions.bank import Bank, Question
from questions.calibration import Calibration
from questions.explaining import checked
from questions.findings import Finding
from questions.lexicon import Lexicon
from questions.messages import Messages
from questions.model import Competency, Coverage, Model
from questions.reading import Document, read
from questions.topic_lint import TopicLint


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model and where it is written."""

    document: Document
    model: Model


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and where it is written."""

    document: Document
    at: int
    question: Question

    def finding(self, code: str, message: str, *where: str | int) -> Finding:
        """Say something about the question, or about a place in it."""
        return self.document.finding(code, message, "questions", self.at, *where)


@dataclass(frozen=True, slots=True)
class BankFile:
    """A bank and where it is written."""

    document: Document
    bank: Bank

    @property
    def folder(self) -> str:
        """The name of the folder, which says the pool."""
        return self.document.path.resolve().parent.name

    def entries(self) -> Iterator[Entry]:
        """Each question and its place in the file."""
        for at, question in enumerate(self.bank.questions):
            yield Entry(self.document, at, question)


@dataclass(frozen=True, slots=True)
class CalibrationFile:
    """Sample answers and where they are written."""

    document: Document
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class TopicFile:
    """Topics not to ask about and where they are written."""

    document: Document
    lint: TopicLint


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """What practice feedback looks for and where it is written."""

    document: Document
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class MessagesFile:
    """What practice feedback says and where it is written."""

    document: Document
    messages: Messages


@dataclass(frozen=True, slots=True)
class Shelf:
    """All files read together: what a rule may look at."""

    models: Sequence[ModelFile]
    banks: Sequence[BankFile]
    calibrations: Sequence[CalibrationFile] = ()
    topics: Sequence[TopicFile] = ()
    lexicons: Sequence[LexiconFile] = ()
    messages: Sequence[MessagesFile] = ()

    def competency(self, written: Bank | Calibration) -> Competency | None:
        """Return what a file is about, or None when no model here says so."""
        known: Mapping[tuple[str, str], Competency] = {
            (file.model.id, competency.id): competency
            for file in self.models
            for competency in file.model.competencies
        }
        return known.get((written.model.id, written.id))

    def coverage(self, bank: Bank) -> Coverage | None:
        """Return what the model of a bank promises, or None when that model is not here."""
        return {file.model.id: file.model.coverage for file in self.models}.get(bank.model.id)


def model_file(path: Path) -> ModelFile:
    """Read a model; raise BankError when it is not one."""
    document = read(path)
    return ModelFile(document, checked(document, Model))


def bank_file(path: Path) -> BankFile:
    """Read a bank; raise BankError when it is not one."""
    document = read(path)
    return BankFile(document, checked(document, Bank))


def topic_file(path: Path) -> TopicFile:
    """Read topics; raise BankError when the file is not of that schema."""
    document = read(path)
    return TopicFile(document, checked(document, TopicLint))
