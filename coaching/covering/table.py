"""What the planner's search works on: a bit for each competency, a row for each interview.

Bits stand in the order of their minutes, the shortest lowest, so that the lowest bits of a set are
its cheapest. ``once`` and ``twice`` are the competencies with one rater or more, and with two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple


class Goals(NamedTuple):
    """How many competencies a plan covers, and cells it keeps; what matters most comes first."""

    hard_once: int = 0
    once: int = 0
    hard_twice: int = 0
    twice: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One interview: ``room`` minutes to give away, ``held`` minutes that are set by hand.

    ``allowed`` are the competencies it may be given, ``before`` those of them it had.
    """

    person: str
    room: int
    held: int
    allowed: int
    before: int


@dataclass(frozen=True, slots=True)
class Table:
    """All of it: the minutes of each bit, which are hard skills, the rows, and what hands gave."""

    minutes: tuple[int, ...]
    hard: int
    rows: Sequence[Row]
    once: int
    twice: int

    @property
    def everything(self) -> int:
        """All competencies."""
        return (1 << len(self.minutes)) - 1

    def load(self, taken: int) -> int:
        """Return the minutes of a set."""
        return sum(self.minutes[bit] for bit in bits(taken))

    def covered(self, plan: Sequence[int]) -> tuple[int, int]:
        """Return what a plan of one set per row gives a rater, and what it gives two."""
        once, twice = self.once, self.twice
        for taken in plan:
            once, twice = once | taken, twice | (once & taken)
        return once, twice

    def reached(self, plan: Sequence[int]) -> Goals:
        """Return what a plan comes to, with what was set by hand."""
        once, twice = self.covered(plan)
        kept = sum(
            (taken & row.before).bit_count() for taken, row in zip(plan, self.rows, strict=True)
        )
        return Goals(
            hard_once=(once & self.hard).bit_count(),
            once=once.bit_count(),
            hard_twice=(twice & self.hard).bit_count(),
            twice=twice.bit_count(),
            kept=kept,
        )

    def fitting(self, row: Row) -> int:
        """Return what a row could take, each by itself."""
        fits = sum(1 << bit for bit, minutes in enumerate(self.minutes) if minutes <= row.room)
        return row.allowed & fits

    def sums(self, taken: int) -> int:
        """Return the minutes that some part of a set comes to, as the bits of a number."""
        return reduce(lambda sums, bit: sums | sums << self.minutes[bit], bits(taken), 1)


def bits(taken: int) -> Iterator[int]:
    """Yield the positions of a set, the lowest first."""
    while taken:
        lowest = taken & -taken
        yield lowest.bit_length() - 1
        taken ^= lowest
