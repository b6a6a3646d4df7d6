"""Who may write questions, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.errors import CoachingError
from coaching.phrase import Phrase
from coaching.question_form import QuestionForm
from coaching.topical import Touched
from questions.bank import Question
from questions.library import Library


class NotAnAuthorError(CoachingError):
    """Somebody may not write questions."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("Questions are written by people who run a job here, and by admins.")
        )


class OvertakenError(CoachingError):
    """Somebody else was faster."""

    def __init__(self) -> None:
        fault = Phrase(
            "Somebody changed this question while you wrote. Copy what you need, close this, "
            "and open the question again."
        )
        super().__init__(fault, "title:en")


@dataclass(frozen=True, slots=True)
class Saved:
    """A question that is kept, the topics it touches on, and whether anything changed."""

    question: Question
    library: Library
    touched: Sequence[Touched] = ()
    changed: bool = True


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A form that may ask about the candidate where it should not: its author has to say."""

    form: QuestionForm
    library: Library
    touched: Sequence[Touched]


@dataclass(frozen=True, slots=True)
class Begun:
    """A form to fill in; ``rev`` is the revision it goes on from, None for a new question."""

    form: QuestionForm
    library: Library
    rev: int | None = None
