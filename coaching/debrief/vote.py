"""Where raters stand after the talk, kept apart: first scores and profile stay as they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from coaching.profile import EXACT, Line
from coaching.scorecard import Points

MOVEMENT = "movement"  # the message that says how far the talk moved people
GUARD = 2  # votes that hide each other
STEP = 1.0  # points; a vote is a whole number, so less than that from a mean is rounding


@dataclass(frozen=True, slots=True)
class Vote:
    """Where a rater stands on a competency they rated, 1 to 5 points; for nobody else to see."""

    candidate: str
    rater: str
    competency: str
    points: Points
    at: datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the talk moved those who voted on a competency, ``voted`` of its ``raters``.

    ``before`` and ``after`` are means over the same people, 1.0 to 5.0, and ``apart`` the points
    between the lowest and the highest of them, before and after. ``up`` and ``down`` count who
    moved by a whole point or more.
    """

    competency: str
    raters: int
    voted: int
    before: float
    after: float
    apart: tuple[float, float]
    up: int
    down: int

    @property
    def guarded(self) -> bool:
        """Whether it is not to be shown: one vote alone would tell whose it is."""
        return self.voted < GUARD


def firsts(lines: Sequence[Line]) -> Mapping[str, Mapping[str, float]]:
    """Return the first score of each rater, by competency and account."""
    return {
        line.competency: {rater.interviewer: rater.mean for rater in line.raters}
        for line in lines
        if line.raters
    }


def all_voted(lines: Sequence[Line], votes: Sequence[Vote]) -> bool:
    """Tell whether every rater has said where they stand, on one competency at least."""
    raters = {rater for scores in firsts(lines).values() for rater in scores}
    return raters <= {vote.rater for vote in votes}


def closed(lines: Sequence[Line], votes: Sequence[Vote], *, decided: bool) -> bool:
    """Tell whether a vote is over: before, nobody learns where it tends, so that nobody follows."""
    return decided or (bool(votes) and all_voted(lines, votes))


def movement(lines: Sequence[Line], votes: Sequence[Vote]) -> Sequence[Shift]:
    """Return how far the talk moved the raters, in the order of ``lines``.

    Like is compared with like: who did not vote on a competency is in neither mean. Nobody votes
    on what they did not rate, and what nobody voted on is left out.
    """
    cast = {(vote.competency, vote.rater): vote.points for vote in votes}
    shifts = []
    for competency, scores in firsts(lines).items():
        pairs = [
            (first, float(cast[competency, rater]))
            for rater, first in scores.items()
            if (competency, rater) in cast
        ]
        if pairs:
            shifts.append(_shift(competency, len(scores), pairs))
    return shifts


def _shift(competency: str, raters: int, pairs: Sequence[tuple[float, float]]) -> Shift:
    before, after = [first for first, _ in pairs], [now for _, now in pairs]
    moved = [round(now - first, EXACT) for first, now in pairs]
    return Shift(
        competency,
        raters,
        len(pairs),
        fmean(before),
        fmean(after),
        (_apart(before), _apart(after)),
        sum(each >= STEP for each in moved),
        sum(each <= -STEP for each in moved),
    )


def _apart(points: Sequence[float]) -> float:
    return round(max(points) - min(points), EXACT)
