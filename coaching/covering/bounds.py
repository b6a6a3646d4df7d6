"""What the rows that are left could bring at best: never less than the truth, and quick to know."""

from collections.abc import Iterable, Sequence
from functools import cache

from coaching.covering.table import Goals, Row, Table, bits


class Bounds:
    """The bounds of one search. ``joined[n]``: the row after ``n`` is its equal.

    Equal rows take turns in a fixed order, so what a later one may take is cut short: ``open``.
    """

    def __init__(self, table: Table, goals: Goals, joined: Sequence[bool]) -> None:
        self._table, self._goals, self._joined = table, goals, joined
        self._rows = table.rows
        self._reach = [self._within_reach(n) for n in range(len(self._rows))]
        self._reach.append((0, 0, 0, 0))
        self.least = cache(self._least)
        self.most = cache(self._most)
        self._filled = cache(_filled)

    def hopeless(self, row: int, once: int, twice: int, open_: int, kept: int) -> bool:
        """Whether the goals take more than the rows from ``row`` on have; ``kept`` are so far."""
        least = self.least(row, once, twice, open_)
        most = self.most(row, self._table.everything & ~twice, open_)
        keep = max(0, self._goals.kept - kept)
        return least is None or keep >= len(most) or least > most[keep]

    def _least(self, row: int, once: int, twice: int, open_: int) -> int | None:
        """Return the fewest minutes in which the goals could be reached; None: in no time.

        First raters and second raters are counted apart, each time the cheapest.
        """
        goals = self._goals
        group, group_two, later, later_two = self._reach[row]
        group, group_two = group & open_, group_two & open_
        one = group | later
        two = group_two | later_two | (group & later)
        first = self._cheapest(goals.hard_once, goals.once, once, one & ~once)
        if first is None:
            return None
        may_be_second = ((one & once) | (two & ~once)) & ~twice
        second = self._cheapest(goals.hard_twice, goals.twice, twice, may_be_second)
        return None if second is None else first + second

    def _cheapest(self, hard: int, every: int, have: int, left: int) -> int | None:
        """Return the fewest minutes to have so many hard ones, and so many in all."""
        wanted_hard = max(0, hard - (have & self._table.hard).bit_count())
        wanted = max(0, every - have.bit_count() - wanted_hard)
        minutes = 0
        for count, among in ((wanted_hard, self._table.hard), (wanted, -1)):
            for _ in range(count):
                lowest = left & among & -(left & among)
                if not lowest:
                    return None
                left ^= lowest
                minutes += self._table.minutes[lowest.bit_length() - 1]
        return minutes

    def _most(self, row: int, left: int, open_: int) -> Sequence[int]:
        """Return the minutes that the rows from ``row`` on could fill with what is left.

        By how many cells they keep at the least; there is no entry for more than they can.
        """
        if row == len(self._rows):
            return (0,)
        rest = self.most(row + 1, left, open_ if self._joined[row] else -1)
        within = left & self._rows[row].allowed & open_
        here = self._filled(self._table.minutes, self._rows[row], within)
        most = [0] * (len(here) + len(rest) - 1)
        for some, minutes in enumerate(here):
            for more, others in enumerate(rest, some):
                most[more] = max(most[more], minutes + others)
        return tuple(most)

    def _within_reach(self, row: int) -> tuple[int, int, int, int]:
        """Return what one and two people can take: in the row's group, and after it."""
        end = row
        while self._joined[end]:
            end += 1
        group, later = self._rows[row : end + 1], self._rows[end + 1 :]
        return *self._takers(group), *self._takers(later)

    def _takers(self, rows: Iterable[Row]) -> tuple[int, int]:
        people: dict[str, int] = {}
        for row in rows:
            people[row.person] = people.get(row.person, 0) | self._table.fitting(row)
        one = two = 0
        for takes in people.values():
            two |= one & takes
            one |= takes
        return one, two


def _filled(minutes: Sequence[int], row: Row, within: int) -> Sequence[int]:
    """Return the most minutes of a row by how many cells it keeps, at the least."""
    sums = [1]  # by kept cells: the minutes that can be reached, as the bits of a number
    for bit in bits(within):
        longer = [each << minutes[bit] for each in sums]
        if row.before >> bit & 1:
            sums = [here | more for here, more in zip([*sums, 0], [0, *longer], strict=True)]
        else:
            sums = [here | more for here, more in zip(sums, longer, strict=True)]
    most = [largest(each, row.room) for each in sums]
    return tuple(max(most[kept:]) for kept in range(len(most)) if max(most[kept:]) >= 0)


def largest(sums: int, room: int) -> int:
    """Return the largest of some sums that is no more than ``room`` minutes; -1: there is none."""
    return (sums & ((2 << room) - 1)).bit_length() - 1
