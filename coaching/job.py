"""A job: the opening that people are interviewed for."""

from dataclasses import dataclass

from questions.model import Level
from questions.selection import Reason
from questions.wording import Locale

TITLE = 100  # characters


@dataclass(frozen=True, slots=True)
class Job:
    """An opening. ``questions`` are frozen references: every candidate of it gets the same.

    ``reasons`` say why each of them was chosen, in the same order.

    ``model`` is ``id@version``; ``language`` is what its channel reads; ``opened_by`` and
    ``manager`` are the people who may plan loops for it.
    """

    id: str
    title: str
    model: str
    level: Level
    channel: str
    manager: str
    language: Locale
    questions: tuple[str, ...]
    opened_by: str
    reasons: tuple[Reason, ...] = ()

    @property
    def model_id(self) -> str:
        """The model without its version."""
        return self.model.partition("@")[0]
