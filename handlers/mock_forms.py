"""Payloads of practice in; what was wished for, pressed and typed out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import Field

from coaching.errors import NotFoundError
from coaching.practice.wish import ANY, Form, Wish
from handlers import held, ids
from handlers.held import Metadata
from questions.model import LEVELS
from questions.wording import LOCALES

T = TypeVar("T")

SURPRISE = "any"  # an option's value is never empty
PRESSED = re.compile(r"^([0-9A-Za-z]{1,64}) ([0-9]{1,6})(?: ([1-5]))?$")
OBJECTION = re.compile(r"^([0-9A-Za-z]{1,64}) ([0-9]{1,6}) ([a-z][a-z-]{0,63})$")
FORMS: tuple[Form, ...] = ("guided", "free")
ALONE, WHOLE = "one", "round"
COMMENTED = "model"
TIMED, UNTIMED = "clock", "none"


class AnswerMetadata(Metadata):
    """Which mock a form answers in, and the turn whose button opened it."""

    mock: str = Field(pattern=ids.OPAQUE)
    n: int = Field(ge=0, le=999_999)


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button or an option stands for; ``points`` only where one is picked."""

    mock: str
    n: int
    points: int = 0


def value(mock: str, n: int, points: int | None = None) -> str:
    """Return what a button carries."""
    return f"{mock} {n}" if points is None else f"{mock} {n} {points}"


def pressed(body: Mapping[str, Any]) -> Pressed:
    """Read a button or an option; NotFoundError for what we never drew."""
    action = body["actions"][0]
    carried = (action.get("selected_option") or action).get("value")
    found = PRESSED.match(carried) if isinstance(carried, str) else None
    if found is None:
        raise NotFoundError
    return Pressed(found[1], int(found[2]), int(found[3] or 0))


def objection(mock: str, n: int, rule: str) -> str:
    """Return what a button carries that objects to a statement."""
    return f"{mock} {n} {rule}"


def objected(body: Mapping[str, Any]) -> tuple[str, int, str]:
    """Read such a button: its mock, turn and rule; NotFoundError for what we never drew."""
    carried = body["actions"][0].get("value")
    found = OBJECTION.match(carried) if isinstance(carried, str) else None
    if found is None:
        raise NotFoundError
    return found[1], int(found[2]), found[3]


def wish(view: Mapping[str, Any]) -> Wish:
    """Read the form that begins a mock; NotFoundError for what was never offered."""
    values = held.values(view)
    topic = held.chosen(values, "topic")
    try:
        return Wish(
            topic=ANY if topic == SURPRISE else ids.question(topic),
            level=_offered(LEVELS, held.chosen(values, "level")),
            locale=_offered(LOCALES, held.chosen(values, "locale")),
            form=_offered(FORMS, held.chosen(values, "form")),
            whole={ALONE: False, WHOLE: True}[held.chosen(values, "length") or ""],
            commented=COMMENTED in held.several(values, "comment"),
            timed={UNTIMED: False, TIMED: True}[held.chosen(values, "clock") or ""],
        )
    except KeyError as error:
        raise NotFoundError from error


def _offered(every: Iterable[T], chosen: str | None) -> T:
    """Return the one that was chosen; KeyError when it was not offered."""
    return {str(each): each for each in every}[chosen or ""]


def answer(view: Mapping[str, Any]) -> AnswerMetadata:
    """Return what a form answers."""
    return held.metadata(view, AnswerMetadata)


def typed(view: Mapping[str, Any]) -> Mapping[str, str]:
    """Return all that is in the form, by field."""
    values = held.values(view)
    return {field: held.text(values, field) for field in values}


def typing(actions: list[dict[str, Any]]) -> Mapping[str, str]:
    """Return what was just typed, by field."""
    return {action["block_id"]: action.get("value") or "" for action in actions}
