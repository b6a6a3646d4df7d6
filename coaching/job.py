"""A job: the opening that people are interviewed for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from questions.model import Competency, Level, Model
from questions.selection import Reason
from questions.wording import Locale

TITLE = 100  # characters

Detail = Literal["summary", "thread"]


@dataclass(frozen=True, slots=True)
class Job:
    """An opening. ``questions`` are frozen references: every candidate of it gets the same.

    ``reasons`` say why each of them was chosen, in the same order.

    ``competencies`` are those it assesses, in the model's order; none: what the level asks for.

    ``model`` is ``id@version``; ``language`` is what its channel reads; ``opened_by`` and
    ``manager`` are the people who may plan loops for it.

    ``detail`` is what its debriefs post: *summary* leaves the evidence where it is asked for,
    *thread* posts it. ``initials`` stand there for the candidate's name. ``zone`` is where its
    hours are meant; at ``daily`` ("17:00", on weekdays) the debriefs go out that are complete.
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
    competencies: tuple[str, ...] = ()
    detail: Detail = "summary"
    initials: bool = False
    zone: str = "UTC"
    daily: str | None = None

    @property
    def model_id(self) -> str:
        """The model without its version."""
        return self.model.partition("@")[0]

    def assessed(self, model: Model) -> Sequence[Competency]:
        """Return what its candidates are assessed on, in the order of its model."""
        if not self.competencies:
            return model.for_level(self.level)
        return [each for each in model.competencies if each.id in self.competencies]
