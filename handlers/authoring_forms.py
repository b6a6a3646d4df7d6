"""What somebody typed and chose to write a question. Values are hints: coaching checks them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import Field

from coaching.question_form import PROBES, Frame, QuestionForm, fields
from handlers import held, ids
from handlers.held import Metadata, Values
from questions.bank import TYPES, Kind, Type
from questions.model import LEVELS, Level
from questions.wording import LOCALES, Slug

SCENARIO = "scenario"  # the field where doubts are answered
KINDS: tuple[Kind, ...] = get_args(Kind)
BARS = (2, 3, 4)
MINUTES = {"reading": range(1, 11), "answer": range(2, 19), "probes": range(2, 13)}


class AuthoringMetadata(Metadata):
    """What the first step chose, which revision is gone on from, which topics were asked about."""

    competency: Slug
    type: Type
    levels: tuple[Level, ...] = Field(min_length=1, max_length=len(LEVELS))
    probes: tuple[Kind | None, ...] = Field(min_length=PROBES, max_length=PROBES)
    question: str = Field(default="", pattern=rf"{ids.QUESTION}|^$")
    rev: int = 0
    doubts: tuple[Slug, ...] = Field(default=(), max_length=40)

    @property
    def frame(self) -> Frame:
        """What kind of question it is."""
        levels = tuple(each for each in LEVELS if each in self.levels)
        return Frame(self.competency, self.type, levels, self.probes)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The first step."""

    competency: str | None
    type: Type | None
    levels: Sequence[Level]


def chosen(view: Mapping[str, Any]) -> Chosen:
    """Read the first step."""
    values = held.values(view)
    type_, levels = held.chosen(values, "type"), held.several(values, "levels")
    return Chosen(
        competency=held.chosen(values, "competency"),
        type=next((each for each in TYPES if each == type_), None),
        levels=[each for each in LEVELS if each in levels],
    )


def metadata(view: Mapping[str, Any]) -> AuthoringMetadata:
    """Return what the second step remembers."""
    return held.metadata(view, AuthoringMetadata)


def written(view: Mapping[str, Any]) -> QuestionForm:
    """Read the second step."""
    frame, values = metadata(view).frame, held.values(view)
    names = [f"{name}:{locale}" for name in fields(frame) for locale in LOCALES]
    minutes = [name for name in MINUTES if name != "reading" or frame.type == "case"]
    return QuestionForm(
        frame=frame,
        sub_dimensions=held.several(values, "sub_dimensions"),
        claims=held.several(values, "claims"),
        expected={level: _number(values, f"expected:{level}") for level in frame.levels},
        minutes={name: _number(values, f"minutes:{name}") for name in minutes},
        texts={name: held.text(values, name) for name in names},
        kinds=[fixed or _kind(values, n) for n, fixed in enumerate(frame.probes)],
    )


def accepted(view: Mapping[str, Any]) -> Collection[str]:
    """Return the topics that were ticked as belonging to a scenario, of those asked about."""
    asked = set(metadata(view).doubts)
    return asked & set(held.several(held.values(view), SCENARIO))


def _kind(values: Values, n: int) -> Kind | None:
    chosen_ = held.chosen(values, f"kind:{n}")
    return next((each for each in KINDS if each == chosen_), None)


def _number(values: Values, name: str) -> int | None:
    number = held.chosen(values, name) or ""
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= 2 else None  # noqa: PLR2004
