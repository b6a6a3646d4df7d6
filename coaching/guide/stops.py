"""The way through an interview: the opening, each question of the kit, the closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from coaching.asking import question_of
from coaching.covering.coverage import UNASKED
from coaching.scorecard import Item
from questions.library import Library

OPENING, CLOSING = ":opening", ":closing"  # the scripts; no id has a colon
# Minutes, after a usual kit of 45: 4 to open, 5 to close.
OPENING_MINUTES, CLOSING_MINUTES = 4, 5


@dataclass(frozen=True, slots=True)
class Stop:
    """One card of the guide: a script, a question, or a competency without questions.

    ``key`` is that of the item to rate, OPENING or CLOSING. ``minutes`` is its planned time, one
    or more; ``probes`` are the ids of the planned follow-ups.
    """

    key: str
    minutes: int
    probes: tuple[str, ...] = ()

    @property
    def script(self) -> bool:
        """Whether it is read out, and there is nothing to rate."""
        return self.key in {OPENING, CLOSING}

    @property
    def planned(self) -> timedelta:
        """Its planned time."""
        return timedelta(minutes=self.minutes)


def stops(items: Sequence[Item], library: Library) -> tuple[Stop, ...]:
    """Return the way through an interview: the opening, each item of the kit, the closing."""
    asked = (_stop(item, library) for item in items)
    return (Stop(OPENING, OPENING_MINUTES), *asked, Stop(CLOSING, CLOSING_MINUTES))


def _stop(item: Item, library: Library) -> Stop:
    question = question_of(item.ref, library) if item.question else None
    if question is None:
        return Stop(item.key, UNASKED)
    return Stop(item.key, question.minutes.total, tuple(probe.id for probe in question.probes))
