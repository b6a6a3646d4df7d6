"""Which sets the search for a plan may skip, because it is after the first plan of a fixed order.

In that order the set with the longest competency comes before others, then the fullest one; where
cells are to be kept, those weigh too. So whatever adds to a set or makes it longer, and leaves the
plan as good, shows that the set is behind.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from coaching.covering.sets import Option
from coaching.covering.table import Table, bits


class Place(NamedTuple):
    """Where the search is. ``mine``: what the same person has in rows before this one.

    Of equal rows, each takes an option from ``start`` on, and so nothing that is not ``open``.
    """

    row: int
    once: int
    twice: int
    mine: int = 0
    kept: int = 0
    start: int = 0
    open: int = -1


class Rules:
    """The rules of one search; they hold when the goals before the last one are at their most.

    With ``all_twice`` it does not matter any more which competencies are hard.
    """

    def __init__(self, table: Table, *, all_twice: bool) -> None:
        self._table = table
        self._kinds = self._alike(0 if all_twice else table.hard)
        befores = [row.before for row in table.rows]
        self._before_later = [reduce(or_, befores[n + 1 :], 0) for n in range(len(befores))]

    def is_behind(self, at: Place, option: Option) -> bool:
        """Whether another plan, as good as any with this option, comes before them.

        Only what costs no kept cell changes hands, neither here nor in a later row. In a person's
        later rows it changes places with what they have there: nobody gets anything twice.
        """
        row, later = self._table.rows[at.row], self._before_later[at.row]
        free = row.allowed & ~option.taken & ~at.twice & ~at.mine & (row.before | ~later)
        if not free:
            return False
        spare = row.room - option.minutes
        if self._shortest(free) <= spare:
            return True  # one more fits: whoever has it later may as well have it here
        unbound = ~(row.before | later)
        return any(
            self._gives_way(at, bit, free, spare)
            or (unbound >> bit & 1 and self._has_twin(at, bit, free & unbound))
            for bit in bits(option.taken & ~row.before)
        )

    def _gives_way(self, at: Place, bit: int, free: int, spare: int) -> bool:
        """Whether a longer competency of the same kind can take the place of this one.

        If somebody has the longer one later, they take this one instead. Otherwise, of two with one
        rater each, either may get a second; and one without a rater comes before a second rater.
        """
        longer = self._longer(bit, free)
        if not at.once >> bit & 1:
            longer &= ~at.once
        return bool(longer) and self._shortest(longer) - self._table.minutes[bit] <= spare

    def _has_twin(self, at: Place, bit: int, free: int) -> bool:
        """Whether one that stands equal and takes as long comes first: they change names."""
        equals = self._longer(bit, free) & _equals(at, bit)
        return bool(equals) and self._shortest(equals) == self._table.minutes[bit]

    def _longer(self, bit: int, free: int) -> int:
        return free & self._kinds[bit] & -(2 << bit)

    def _shortest(self, taken: int) -> int:
        return self._table.minutes[(taken & -taken).bit_length() - 1]

    def _alike(self, hard: int) -> Sequence[int]:
        """Return for each bit those that differ from it in minutes only."""
        columns = [
            (hard >> bit & 1, *(row.allowed >> bit & 1 for row in self._table.rows))
            for bit in range(len(self._table.minutes))
        ]
        return [
            sum(1 << bit for bit, other in enumerate(columns) if other == column)
            for column in columns
        ]


def _equals(at: Place, bit: int) -> int:
    """Return those with a rater if this one has one, or else those without."""
    return at.once if at.once >> bit & 1 else ~at.once
