"""Who has heard which question, and what its ratings say about that."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

WINDOW = 20  # ratings before and after: the product's rule, as no evidence-based one exists
RISE = Fraction(6, 10)  # points that the mean may rise between the two
STRONG, SHARE = 4, Fraction(1, 4)  # the share of 4 and 5 may rise by a quarter


@dataclass(frozen=True, slots=True)
class Use:
    """A question that an interview plans to ask a candidate."""

    interview: str
    candidate: str
    question: str
    rev: int
    family: str


@dataclass(frozen=True, slots=True)
class Drift:
    """Means of the points before and after, 1.0 to 5.0."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Leak:
    """A question whose ratings have risen: possibly known outside. Somebody has to look."""

    question: str
    rev: int
    drift: Drift
    reviewed_by: str | None = None


def drift(points: Sequence[int]) -> Drift | None:
    """Return the drift of a question, from its sealed points in order, or None.

    The last 20 ratings are held against all before them, at least 20 too: flagged is a mean that
    rose by more than 0.6, or a share of 4 and 5 that rose by 25 percentage points or more.
    """
    earlier, late = points[:-WINDOW], points[-WINDOW:]
    if len(earlier) < WINDOW:
        return None
    before, after = _mean(earlier), _mean(late)
    more = _mean([each >= STRONG for each in late]) - _mean([each >= STRONG for each in earlier])
    return Drift(float(before), float(after)) if after - before > RISE or more >= SHARE else None


def _mean(numbers: Sequence[int]) -> Fraction:
    """Return it exactly: in floats, 2.6 is more than 0.6 above 2."""
    return Fraction(sum(numbers), len(numbers))
