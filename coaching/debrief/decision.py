"""A decision: what was decided about a candidate, by whom and on what; people decide, not we."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Verdict = Literal["hire", "no_hire", "hold"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Decision:
    """The ``n``-th about a candidate, counted from 1. The newest counts; none is ever changed.

    ``competencies`` decided it. ``dissenters`` are the accounts of those who see it otherwise, and
    ``dissent`` is what they said. ``departure`` is why it is not what the profile suggests, empty
    where it is. ``reason`` is why there is another one after the first, empty for the first.
    """

    candidate: str
    n: int
    verdict: Verdict
    competencies: tuple[str, ...]
    dissent: str
    dissenters: tuple[str, ...]
    departure: str
    reason: str
    actor: str
    at: datetime

    def same(self, other: "Decision") -> bool:
        """Tell whether it is this very decision, sent twice."""
        return (*self.said, self.departure, self.reason, self.actor) == (
            *(*other.said, other.departure, other.reason, other.actor),
        )

    @property
    def said(self) -> tuple[object, ...]:
        """What it decides, without who, when and why."""
        return (
            self.verdict,
            frozenset(self.competencies),
            self.dissent,
            frozenset(self.dissenters),
        )
