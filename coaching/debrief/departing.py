"""When a decision departs from the profile: then it is explained in a sentence, and stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.debrief.decision import Verdict
from coaching.phrase import Phrase, Value
from coaching.profile import EXACT, Line, said
from questions.model import Model

Why = Literal["required", "most", "reached"]


@dataclass(frozen=True, slots=True)
class Departure:
    """What the profile has that a decision goes against.

    ``lines`` are the competencies it goes against, the furthest from the bar first, of so many that
    were ``assessed``.
    """

    why: Why
    lines: Sequence[Line]
    assessed: int


def departure(
    verdict: Verdict, lines: Sequence[Line], required: Collection[str]
) -> Departure | None:
    """Return what of the profile a decision departs from, or None.

    *Hire* departs while a ``required`` competency, which nothing makes up for, is below its bar,
    or while more than half of those assessed are. *No hire* departs when each one assessed reaches
    its bar. *Hold* never does. What nobody assessed says nothing either way: a gap is no low score,
    and where there are no ratings there is nothing to depart from.
    """
    assessed = sorted((line for line in lines if line.mean is not None), key=_above)
    below = [line for line in assessed if line.below]
    if verdict == "hire" and (hard := [line for line in below if line.competency in required]):
        return Departure("required", hard, len(assessed))
    if verdict == "hire" and 2 * len(below) > len(assessed):
        return Departure("most", below, len(assessed))
    if verdict == "no_hire" and assessed and not below:
        return Departure("reached", assessed, len(assessed))
    return None


def told(found: Departure, model: Model) -> Phrase:
    """Say what the profile has."""
    values = _values(found, model)
    return {
        "required": Phrase("The profile has {name} at {mean}, below the bar of {bar}.", values),
        "most": Phrase(
            "The profile has {below} of {assessed} assessed competencies below their bar.", values
        ),
        "reached": Phrase(
            "The profile has every competency that was assessed at its bar or above.", values
        ),
    }[found.why]


def asked(found: Departure, model: Model) -> Phrase:
    """Say the same, and what to explain."""
    values = _values(found, model)
    return {
        "required": Phrase(
            "The profile has {name} at {mean}, below the bar of {bar}. Say in a sentence why you "
            "decide to hire.",
            values,
        ),
        "most": Phrase(
            "The profile has {below} of {assessed} assessed competencies below their bar. Say in "
            "a sentence why you decide to hire.",
            values,
        ),
        "reached": Phrase(
            "The profile has every competency that was assessed at its bar or above. Say in a "
            "sentence why you decide not to hire.",
            values,
        ),
    }[found.why]


def _above(line: Line) -> float:
    """Return how many points a mean is above its bar; thirds are compared as on paper."""
    return round((line.mean or 0) - line.bar, EXACT)


def _values(found: Departure, model: Model) -> Mapping[str, Value]:
    line = found.lines[0]
    return {
        "name": model.competency(line.competency).name,
        "mean": said(line.mean or 0),
        "bar": said(line.bar),
        "below": len(found.lines),
        "assessed": found.assessed,
    }
