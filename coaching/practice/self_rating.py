"""How people rate their own answers in practice, and what that says over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from coaching.practice.parts import FoundPart, Tally, tallies

LOWEST, HIGHEST = 1, 5  # points, as the anchors have them

Course = Literal["none", "once", "higher", "lower", "same"]


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
    """One competency over time: every rating, the earliest first, and the parts that were found."""

    competency: str
    points: tuple[int, ...]
    first: datetime
    last: datetime
    parts: Sequence[Tally] = ()

    @property
    def weeks(self) -> int:
        """How many weeks it was practised over, a begun one counted."""
        return (self.last - self.first).days // 7 + 1

    @property
    def course(self) -> Course:
        """How the newest rating compares with the first."""
        if not self.points:
            return "none"
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


def lines(ratings: Sequence[SelfRating], found: Sequence[FoundPart] = ()) -> Sequence[Line]:
    """Return the course of each competency, the one practised last first."""
    each_kind: list[SelfRating | FoundPart] = [*ratings, *found]
    every = sorted(each_kind, key=lambda each: each.at)
    drawn = [_line(competency, every) for competency in {each.competency for each in every}]
    return sorted(drawn, key=lambda line: (line.last, line.competency), reverse=True)


def _line(competency: str, every: Sequence[SelfRating | FoundPart]) -> Line:
    mine = [each for each in every if each.competency == competency]
    points = tuple(each.points for each in mine if isinstance(each, SelfRating))
    found = [each for each in mine if isinstance(each, FoundPart)]
    return Line(competency, points, mine[0].at, mine[-1].at, tallies(found))
