"""What coaching needs from a database about what follows a debrief."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from coaching.debrief.decision import Decision
from coaching.debrief.vote import Vote


class Decisions(Protocol):
    """What was decided, again and again perhaps."""

    async def of(self, candidate: str) -> Sequence[Decision]:
        """Return those about a candidate, the earliest first."""

    async def newest(self, candidates: Collection[str]) -> Mapping[str, Decision]:
        """Return the one that counts of each candidate about whom something was decided."""

    async def add(self, decision: Decision) -> bool:
        """Append one; return False when its number is taken."""


class Votes(Protocol):
    """Where raters stand after the talk."""

    async def of(self, candidate: str) -> Sequence[Vote]:
        """Return all that were cast about a candidate, by rater and competency."""

    async def cast(self, candidate: str, rater: str, votes: Sequence[Vote]) -> None:
        """Keep these in place of all that a rater has cast about a candidate before."""
