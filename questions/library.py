"""What one service may see: the models, and the questions of one pool.

A library for practice is built from the mock folder and never opens the live one. That is what
keeps live questions from candidates; a flag on each question would not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from questions.bank import OFFERED, Pool, Question
from questions.files import Shelf, bank_file, model_file
from questions.findings import BankError, Finding
from questions.model import Model
from questions.rules import lengths, models, references

SOUND = (models.check, references.check, lengths.check)  # what the code and Slack rely on

File = TypeVar("File")


@dataclass(frozen=True, slots=True)
class Library:
    """Models and questions, all sound. Build it with `read`."""

    pool: Pool
    models: tuple[Model, ...]
    questions: Mapping[str, Question]

    @classmethod
    def read(cls, folder: Path, pool: Pool) -> Self:
        """Read the models and one pool; raise BankError with everything wrong in them."""
        found_models, faults = _read_all(folder / "models", model_file)
        banks, more = _read_all(folder / pool, bank_file)
        shelf = Shelf(found_models, banks)
        findings = [*faults, *more] or [found for rule in SOUND for found in rule(shelf)]
        if findings:
            raise BankError(findings)
        questions = {each.id: each for file in banks for each in file.bank.questions}
        return cls(pool, tuple(file.model for file in shelf.models), questions)

    def model(self, model: str) -> Model:
        """Find a model by its id; KeyError when there is none."""
        return {each.id: each for each in self.models}[model]

    def question(self, question: str) -> Question | None:
        """Find a question by its id, whatever its status: old kits still show it."""
        return self.questions.get(question)

    def of(self, competency: str) -> tuple[Question, ...]:
        """Return what may be asked for a competency, in the order of the files."""
        return tuple(
            question
            for question in self.questions.values()
            if question.competency == competency and question.status in OFFERED
        )


def _read_all(
    folder: Path, reader: Callable[[Path], File]
) -> tuple[Sequence[File], Sequence[Finding]]:
    files: list[File] = []
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            files.append(reader(path))
        except BankError as error:
            findings += error.findings
    if not files and not findings:
        findings.append(Finding(folder, 1, "E001", "No .yaml file in this folder: add one."))
    return files, findings
