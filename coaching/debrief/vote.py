"""Where raters stand after the talk, kept apart: first scores and profile stay as they are."""

from dataclasses import dataclass
from datetime import datetime

from coaching.scorecard import Points


@dataclass(frozen=True, slots=True)
class Vote:
    """Where a rater stands on a competency they rated, 1 to 5 points; for nobody else to see."""

    candidate: str
    rater: str
    competency: str
    points: Points
    at: datetime
