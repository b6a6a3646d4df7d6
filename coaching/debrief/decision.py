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

    def says_the_same(self, other: "Decision") -> bool:
        """Tell whether both decide the same, whoever took them when and why."""
        return (self.verdict, self.dissent, self.departure) == (
            *(other.verdict, other.dissent, other.departure),
        ) and all(
            set(mine) == set(theirs)
            for mine, theirs in (
                (self.competencies, other.competencies),
                (self.dissenters, other.dissenters),
            )
        )

    def is_again(self, other: "Decision") -> bool:
        """Tell whether it is that very decision, sent twice."""
        by = (self.n, self.actor, self.reason) == (other.n, other.actor, other.reason)
        return by and self.says_the_same(other)
