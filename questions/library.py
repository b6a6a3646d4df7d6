"""What one service may see: the models, and the questions of one pool.

A library for practice is built from the mock folder and never opens the live one. That is what
keeps live questions from candidates; a flag on each question would not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar

from questions.bank import OFFERED, Pool, Question, Status
from questions.files import BankFile, ModelFile, Shelf, bank_file, model_file
from questions.findings import BankError, Finding
from questions.model import Competency, Model
from questions.rules import lengths, models, references

ALONE = (lengths.check,)  # what Slack relies on, file by file
TOGETHER = (models.check, references.check)  # what the code relies on, between the files

File = TypeVar("File", bound=ModelFile | BankFile)


@dataclass(frozen=True, slots=True)
class Library:
    """Models and questions, all sound. Build it with `read`.

    ``models`` come by their ids, whatever their files are called; the first is offered first.
    ``questions`` come in the order of the models. ``left_out`` says which files are not served,
    and why.
    """

    pool: Pool
    models: tuple[Model, ...] = field(repr=False)  # asyncio prints what its tasks return
    questions: Mapping[str, Question] = field(repr=False)
    left_out: tuple[Finding, ...] = ()

    @classmethod
    def read(cls, folder: Path, pool: Pool) -> Self:
        """Read the models and one pool. A broken file keeps out itself and what rests on it.

        BankError with everything that is wrong when no model or no bank is left.
        """
        found, faults = _read_all(folder / "models", model_file)
        sound, unsound = _sound(found, lambda files: Shelf(files, ()))
        if not sound:
            raise BankError([*faults, *unsound])
        banks, more = _read_all(folder / pool, bank_file)
        kept, lost = _sound(banks, lambda files: Shelf(sound, files))
        findings = tuple(sorted({*faults, *unsound, *more, *lost}))
        if not kept:
            raise BankError(findings)
        served = tuple(sorted((file.model for file in sound), key=lambda model: model.id))
        questions = _ordered((each for file in kept for each in file.bank.questions), served)
        return cls(pool, served, questions, findings)

    def model(self, model: str) -> Model:
        """Find a model by its id; KeyError when there is none."""
        return {each.id: each for each in self.models}[model]

    def place(self, competency: str) -> tuple[Model, Competency]:
        """Find a competency and the model that it belongs to; KeyError when none has it."""
        every = ((model, each) for model in self.models for each in model.competencies)
        return {each.id: (model, each) for model, each in every}[competency]

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

    def owned(self, own: Iterable[Question], states: Mapping[str, Status]) -> Self:
        """Return the library of a workspace: its own questions added, its word on each in force.

        ``states`` are the workspace's decisions by question id. A question of another pool, or
        about a competency that no model has, is not added; nor is one whose id was shipped since.
        """
        known = {each.id for model in self.models for each in model.competencies}
        mine = [q for q in own if q.pool == self.pool and q.competency in known]
        added = [q for q in mine if q.id not in self.questions]
        stated = [
            question.model_copy(update={"status": states[question.id]})
            if question.id in states
            else question
            for question in (*self.questions.values(), *added)
        ]
        return replace(self, questions=_ordered(stated, self.models))

    def frozen(self, texts: Iterable[Question]) -> Self:
        """Return the library with these texts in place of newer ones, each with its status of now.

        A text whose question has left the bank since is added as it was.
        """
        was = {each.id: each for each in texts}
        now = {key: self.questions[key].status for key in was.keys() & self.questions.keys()}
        old = [q.model_copy(update={"status": now.get(q.id, q.status)}) for q in was.values()]
        rest = (each for each in self.questions.values() if each.id not in was)
        return replace(self, questions=_ordered([*rest, *old], self.models))


def _ordered(questions: Iterable[Question], models: Iterable[Model]) -> Mapping[str, Question]:
    order = [each.id for model in models for each in model.competencies]
    place = {competency: n for n, competency in enumerate(order)}
    found = sorted(questions, key=lambda question: place[question.competency])
    return {each.id: each for each in found}


def _sound(
    files: Sequence[File], shelved: Callable[[Sequence[File]], Shelf]
) -> tuple[list[File], list[Finding]]:
    """Keep each file that holds together with those kept before it."""
    kept: list[File] = []
    findings: list[Finding] = []
    for file in files:
        together: list[File] = [*kept, file]
        found = [finding for rule in ALONE for finding in rule(shelved([file]))]
        found += [finding for rule in TOGETHER for finding in rule(shelved(together))]
        if faults := [each for each in found if each.path == file.document.path]:
            findings += faults
        else:
            kept.append(file)
    return kept, findings


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
