"""How people rate their own answers in practice, and what that says over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

LOWEST, HIGHEST = 1, 5  # points, as the anchors have them

Course = Literal["once", "higher", "lower", "same"]


@dataclass(frozen=True, slots=True)
class SelfRating:
    """The point that a person thinks an answer of theirs reached. It outlives the answer."""

    mock: str
    question: str
    competency: str
    points: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One competency over time: every rating, the earliest first."""

    competency: str
    points: tuple[int, ...]
    last: datetime

    @property
    def course(self) -> Course:
        """How the newest rating compares with the first."""
        if len(self.points) == 1:
            return "once"
        first, last = self.points[0], self.points[-1]
        return "same" if first == last else "higher" if last > first else "lower"


def focus(ratings: Sequence[SelfRating]) -> SelfRating | None:
    """Return what to work on next: the lowest of a round, the earliest of several.

    None without a rating, and when every answer reached the top.
    """
    lowest = min(ratings, key=lambda each: each.points, default=None)
    return lowest if lowest and lowest.points < HIGHEST else None


def lines(ratings: Sequence[SelfRating]) -> Sequence[Line]:
    """Return the course of each competency, the one practised last first."""
    found: dict[str, list[SelfRating]] = {}
    for rating in sorted(ratings, key=lambda each: each.at):
        found.setdefault(rating.competency, []).append(rating)
    drawn = [
        Line(competency, tuple(each.points for each in rated), rated[-1].at)
        for competency, rated in found.items()
    ]
    return sorted(drawn, key=lambda line: line.last, reverse=True)
