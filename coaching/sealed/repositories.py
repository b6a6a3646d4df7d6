"""What coaching needs from a database about sealed cards; `repositories` has the rest."""

from collections.abc import Collection, Sequence
from typing import Protocol

from coaching.sealed.amendment import Amendment
from coaching.sealed.early_look import EarlyLook


class Amendments(Protocol):
    """What was said later, beside sealed cards."""

    async def of(self, interviews: Collection[str]) -> Sequence[Amendment]:
        """Return those of some cards, each card's in the order they were made."""

    async def add(self, amendment: Amendment) -> bool:
        """Append one; return False when its number is taken."""


class EarlyLooks(Protocol):
    """Who read sealed cards before the debrief."""

    async def of(self, candidate: str) -> Sequence[EarlyLook]:
        """Return those at a candidate's cards, the earliest first."""

    async def add(self, look: EarlyLook) -> None:
        """Append one."""
