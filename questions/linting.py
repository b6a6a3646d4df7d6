"""Everything that can be said about models and banks without asking a person."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from questions.bank import Bank
from questions.calibration import Calibration
from questions.explaining import checked
from questions.files import (
    BankFile,
    CalibrationFile,
    LexiconFile,
    MessagesFile,
    ModelFile,
    Shelf,
    TopicFile,
    bank_file,
    model_file,
)
from questions.findings import BankError, Finding
from questions.lexicon import Lexicon
from questions.messages import Messages
from questions.model import Model
from questions.proofing import ALONE
from questions.reading import Document, read
from questions.rules import (
    calibrations,
    coverage,
    leakage,
    lifecycle,
    models,
    patterns,
    releases,
    topics,
)
from questions.topic_lint import TopicLint

SCHEMAS = (
    "competency-model/v1",
    "question-bank/v1",
    "calibration/v1",
    "topic-lint/v1",
    "feedback-lexicon/v1",
    "feedback-messages/v1",
)
File = TypeVar("File")
Rule = Callable[[Shelf], Iterator[Finding]]


def lint(paths: Sequence[Path], today: date) -> list[str]:
    """Return `file:line: message` lines, sorted; none when all is well.

    A path is a file or a folder, which is searched for YAML. Rules between files (shared families,
    leaks, coverage) see all paths together. The models a bank refers to are looked up beside its
    folder when they are not among the paths.
    """
    desk = Desk()
    for path in _files(paths, desk.findings):
        desk.take(path)
    desk.judge(today)
    return [str(finding) for finding in sorted(set(desk.findings))]


def _files(paths: Iterable[Path], findings: list[Finding]) -> Iterator[Path]:
    for path in paths:
        found = sorted({*path.rglob("*.yaml"), *path.rglob("*.yml")}) if path.is_dir() else [path]
        if not found:
            findings.append(Finding(path, 1, "E001", "There is no .yaml file in this folder."))
        yield from found


@dataclass(frozen=True, slots=True)
class Desk:
    """The files on it, and what was found so far."""

    models: list[ModelFile] = field(default_factory=list)
    banks: list[BankFile] = field(default_factory=list)
    calibrations: list[CalibrationFile] = field(default_factory=list)
    topics: list[TopicFile] = field(default_factory=list)
    lexicons: list[LexiconFile] = field(default_factory=list)
    messages: list[MessagesFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """Read one file as what its schema says it is."""
        try:
            self._sort(read(path))
        except BankError as error:
            self.findings.extend(error.findings)

    def _sort(self, document: Document) -> None:
        if document.path.suffix != ".yaml":
            message = "The library reads only .yaml files: rename it."
            self.findings.append(document.finding("E007", message))
        match document.data.get("schema"):
            case "competency-model/v1":
                self.models.append(ModelFile(document, checked(document, Model)))
            case "question-bank/v1":
                self.banks.append(BankFile(document, checked(document, Bank)))
            case "calibration/v1":
                file = CalibrationFile(document, checked(document, Calibration))
                self.calibrations.append(file)
            case "topic-lint/v1":
                self.topics.append(TopicFile(document, checked(document, TopicLint)))
            case "feedback-lexicon/v1":
                self.lexicons.append(LexiconFile(document, checked(document, Lexicon)))
            case "feedback-messages/v1":
                self.messages.append(MessagesFile(document, checked(document, Messages)))
            case _:
                message = f'"schema" must be one of {", ".join(SCHEMAS)}.'
                self.findings.append(document.finding("E007", message, "schema"))

    def judge(self, today: date) -> None:
        """Apply every rule to what could be read, and keep what is about the paths given."""
        rules: tuple[Rule, ...] = (
            models.check,
            *ALONE,
            calibrations.check,
            leakage.check,
            coverage.check,
            patterns.check,
            topics.check,
        )
        asked = {document.path for document in self._documents()}
        known = {path.resolve() for path in asked | {finding.path for finding in self.findings}}
        shelf = Shelf(
            [*self.models, *self._beside("models", model_file, known)],
            [*self.banks, *self._beside("live", bank_file, known)],
            self.calibrations,
            self.topics,
            self.lexicons,
            self.messages,
        )
        unreadable = {finding.path for finding in self.findings} - asked
        found = [finding for rule in rules for finding in rule(shelf)]
        found += lifecycle.check(shelf, today)
        # A model that cannot be read has its own findings; that banks miss it is no news.
        silent = {"E030"} if unreadable else set()
        self.findings.extend(f for f in found if f.path in asked and f.code not in silent)
        self.findings.extend(releases.check(shelf, asked))

    def _documents(self) -> Iterator[Document]:
        yield from (file.document for file in self.models)
        yield from (file.document for file in self.banks)
        yield from (file.document for file in self.calibrations)
        yield from (file.document for file in self.topics)
        yield from (file.document for file in self.lexicons)
        yield from (file.document for file in self.messages)

    def _beside(
        self, folder: str, reader: Callable[[Path], File], known: Container[Path]
    ) -> Iterator[File]:
        """Read what the files refer to and nobody asked about: banks models, samples banks too."""
        asking = [file.document.path for file in self.calibrations]
        if folder == "models":
            asking += [file.document.path for file in self.banks]
        for beside in sorted({path.parent.parent / folder for path in asking}):
            for path in sorted(beside.glob("*.yaml")):
                if path.resolve() not in known:
                    try:
                        yield reader(path)
                    except BankError as error:
                        self.findings.extend(error.findings)
