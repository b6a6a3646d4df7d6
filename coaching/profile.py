"""The profile: what the panel's numbers say, competency by competency. Never one number."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from coaching.scorecard import Rating, Scorecard

Confidence = Literal["low", "medium", "high"]
APART = 2.0  # points between two raters that make a disagreement
EXACT = 6  # decimals: 13/3 and 7/3 are two points apart, whatever the last bit says


@dataclass(frozen=True, slots=True)
class Rater:
    """One person on one competency: the mean of their points, 1.0 to 5.0, and the ratings.

    Whoever held two interviews of a loop is one rater, with the points of both.
    """

    interviewer: str
    mean: float
    ratings: Sequence[Rating]


@dataclass(frozen=True, slots=True)
class Line:
    """One competency over all raters who assessed it; ``bar`` is the point that meets the level."""

    competency: str
    raters: Sequence[Rater]
    bar: float

    @property
    def mean(self) -> float | None:
        """Mean over raters of each rater's mean, equal weights (DESIGN 6); None without raters."""
        return fmean(rater.mean for rater in self.raters) if self.raters else None

    @property
    def spread(self) -> float:
        """Points between the lowest and the highest rater; 0.0 with fewer than two."""
        means = [rater.mean for rater in self.raters]
        return round(max(means) - min(means), EXACT) if means else 0.0

    @property
    def disputed(self) -> bool:
        """Two points apart, or raters on both sides of the bar."""
        sides = {self.misses(rater.mean) for rater in self.raters}
        return self.spread >= APART or len(sides) > 1

    @property
    def below(self) -> bool:
        """Whether its mean is below the bar; a gap is not."""
        return self.mean is not None and self.misses(self.mean)

    def misses(self, points: float) -> bool:
        """Tell whether points are below the bar."""
        return round(points - self.bar, EXACT) < 0

    @property
    def confidence(self) -> Confidence:
        """One rater: low. Three or more within one point: high. Else medium."""
        many = 3
        if len(self.raters) <= 1:
            return "low"
        return "high" if len(self.raters) >= many and self.spread <= 1 else "medium"


def said(number: float) -> str:
    """Say a number with one decimal at most: ratings are not known better than that."""
    return f"{round(number, 1):g}"


def profile(cards: Sequence[Scorecard], bars: Mapping[str, float]) -> Sequence[Line]:
    """Return a line for each competency in ``bars``, the largest disagreement first.

    Ties keep the order of ``bars``; what nobody assessed comes last. The order of the cards never
    matters. *Not assessed* counts for nothing: a gap is not a low score. A card that somebody wrote
    for the interviewer counts for nothing either: who was not there is no rater.
    """
    cards = [card for card in cards if not card.on_behalf]
    lines = [Line(competency, _raters(cards, competency), bar) for competency, bar in bars.items()]
    return sorted(lines, key=lambda line: (not line.raters, not line.disputed, -line.spread))


def _raters(cards: Sequence[Scorecard], competency: str) -> Sequence[Rater]:
    given: defaultdict[str, list[Rating]] = defaultdict(list)
    for card in cards:
        given[card.interviewer] += [r for r in card.ratings if r.item.competency == competency]
    raters = (_rater(interviewer, ratings) for interviewer, ratings in given.items())
    return sorted((r for r in raters if r), key=lambda r: (-r.mean, r.interviewer))


def _rater(interviewer: str, ratings: Sequence[Rating]) -> Rater | None:
    points = [r.points for r in ratings if r.points is not None]
    return Rater(interviewer, fmean(points), ratings) if points else None
