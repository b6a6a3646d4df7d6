"""An early look: a hiring manager read sealed cards before the debrief, and everybody knows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class EarlyLook:
    """The ``n``-th at a candidate's cards, counted from 1; ``sealed`` is how many there were."""

    candidate: str
    n: int
    actor: str
    at: datetime
    sealed: int
