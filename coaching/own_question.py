"""A question that a workspace added to the shipped ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from questions.bank import Pool, Question


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """One revision of it. ``document`` is the question as a bank file would write it."""

    id: str
    rev: int
    pool: Pool
    competency: str
    document: Mapping[str, Any]

    @classmethod
    def of(cls, question: Question) -> Self:
        """Return what to keep of a question."""
        document = question.document
        return cls(question.id, question.rev, question.pool, question.competency, document)

    def question(self) -> Question:
        """Return the question; pydantic's ValidationError when today's schema refuses it."""
        return Question.kept(self.document, self.competency)
