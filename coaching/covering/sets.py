"""The sets of competencies that an interview has time for, in the fixed order of the search."""

from collections.abc import Sequence
from typing import NamedTuple

from coaching.covering.table import bits

MANY = 1 << 16  # sets of one row: all those of 16 competencies


class ExhaustedError(Exception):
    """The steps are used up before the answer is known."""


class Option(NamedTuple):
    """A set that a row could take, its minutes, and how many cells it keeps as before."""

    rank: int
    taken: int
    minutes: int
    kept: int


class Sets:
    """Draws them up once for all searches; ``drawn`` is how many there are so far."""

    def __init__(self, minutes: Sequence[int]) -> None:
        self._minutes = minutes
        self._known: dict[tuple[int, int], Sequence[Option]] = {}
        self.drawn = 0

    def within(self, allowed: int, room: int) -> Sequence[Option]:
        """Return the sets that fit, the longest competency first, then the fullest set.

        ExhaustedError when there are more than MANY.
        """
        if (allowed, room) not in self._known:
            found = self._draw(allowed, room)
            found.sort(key=lambda each: (-each[0].bit_length(), -each[1], -each[0]))
            ranked = [Option(rank, *each, kept=0) for rank, each in enumerate(found)]
            self._known[allowed, room] = ranked
            self.drawn += len(ranked)
        return self._known[allowed, room]

    def _draw(self, allowed: int, room: int) -> list[tuple[int, int]]:
        found = [(0, 0)]
        for bit in bits(allowed):
            left = room - self._minutes[bit]
            found += [(e | 1 << bit, m + self._minutes[bit]) for e, m in found if m <= left]
            if len(found) > MANY:
                raise ExhaustedError
        return found
