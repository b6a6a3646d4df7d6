"""The very text of a question that candidates are asked, kept beside its reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from questions.bank import Question


@dataclass(frozen=True, slots=True)
class FrozenQuestion:
    """A text and its reference, ``id@revision#fingerprint``.

    ``document`` is the question as a bank file would write it.
    """

    ref: str
    competency: str
    document: Mapping[str, Any]

    @classmethod
    def of(cls, question: Question) -> Self:
        """Return what to keep of a question."""
        return cls(question.ref, question.competency, question.document)

    def question(self) -> Question:
        """Return the question; pydantic's ValidationError when today's schema refuses it."""
        return Question.kept(self.document, self.competency)
