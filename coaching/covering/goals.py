"""Fill a table as well as it can be: one goal after the other, what matters most first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from coaching.covering.search import Search
from coaching.covering.sets import ExhaustedError, Sets
from coaching.covering.table import Goals, Row, Table, bits

STEPS = 5_000_000  # of all searches together: under a second on an ordinary core
SHARE = 2  # one search may take a half of what is left


def fill(table: Table, steps: int) -> tuple[Sequence[int], bool]:
    """Return a set for each row, and whether it is proven that there is no better plan."""
    filling = _Filling(table, steps)
    filling.balance(filling.goals())
    return filling.plan, filling.proven


class _Filling:
    """A plan in the making; ``proven`` as long as no search was given up."""

    def __init__(self, table: Table, steps: int) -> None:
        self._table, self._left, self.proven = table, steps, True
        self._sets = Sets(table.minutes)
        self.plan: Sequence[int] = _begun(table)

    def goals(self) -> Goals:
        """Raise each goal as far as it goes beside those before it."""
        goals, most = Goals(), self._most()
        for field in Goals._fields:
            goals = self._raise(goals, field, getattr(most, field))
        return goals

    def _raise(self, goals: Goals, field: str, most: int) -> Goals:
        """Try the most first, then halve what lies between."""
        tried = most
        while (reached := self._reached(field)) < most:
            if not self._improves(self._table, goals._replace(**{field: tried})):
                most = tried - 1
            tried = (self._reached(field) + most + 1) // 2
        return goals._replace(**{field: reached})

    def _reached(self, field: str) -> int:
        value: int = getattr(self._table.reached(self.plan), field)
        return value

    def _most(self) -> Goals:
        hard, every = self._table.hard.bit_count(), len(self._table.minutes)
        before = sum(row.before.bit_count() for row in self._table.rows)
        return Goals(hard, every, hard, every, before)

    def balance(self, goals: Goals) -> None:
        """Make the fullest interview as little full as the goals allow, by halving."""
        levels = sorted({level for row in self._table.rows for level in _levels(row, self._table)})
        low, high = 0, len(levels)
        while low < high:
            middle = (low + high) // 2
            if levels[middle] >= self._fullest() or self._improves(
                self._limited(levels[middle]), goals
            ):
                high = min(middle, sum(level < self._fullest() for level in levels))
            else:
                low = middle + 1

    def _fullest(self) -> Fraction:
        """Return how full the fullest interview is, of those that are given anything."""
        return max(
            (
                Fraction(row.held + self._table.load(taken), row.held + row.room)
                for taken, row in zip(self.plan, self._table.rows, strict=True)
                if taken
            ),
            default=Fraction(0),
        )

    def _limited(self, level: Fraction) -> Table:
        """Return the table with as much room as keeps every row at ``level`` or under it."""
        rows = [
            replace(row, room=max(0, int(level * (row.held + row.room)) - row.held))
            for row in self._table.rows
        ]
        return replace(self._table, rows=rows)

    def _improves(self, table: Table, goals: Goals) -> bool:
        """Take the plan that reaches these goals, if there is one and it is found."""
        search = Search(table, goals, self._sets, self._left // SHARE)
        try:
            found = search.find()
        except ExhaustedError:
            self.proven, found = False, None
        self._left -= search.steps
        self.plan = found or self.plan
        return found is not None


def _begun(table: Table) -> Sequence[int]:
    """Return a plan to start from, which stands if all else takes too long.

    Hard skills first, short ones first, each to the row that has most room left.
    """
    plan = [0] * len(table.rows)
    for raters in range(2):
        for among in (table.hard, table.everything):
            for bit in sorted(bits(among), key=lambda bit: (table.minutes[bit], -bit)):
                if not table.covered(plan)[raters] >> bit & 1:
                    _give(bit, plan, table)
    return plan


def _give(bit: int, plan: list[int], table: Table) -> None:
    """Give a competency to the row with most room, if anybody has any and may."""
    has = {row.person for row, taken in zip(table.rows, plan, strict=True) if taken >> bit & 1}
    left = {
        n: row.room - table.load(plan[n])
        for n, row in enumerate(table.rows)
        if row.allowed >> bit & 1 and row.person not in has
    }
    roomiest = max(left, key=left.__getitem__, default=None)
    if roomiest is not None and left[roomiest] >= table.minutes[bit]:
        plan[roomiest] |= 1 << bit


def _levels(row: Row, table: Table) -> Iterator[Fraction]:
    """Yield how full a row with room can be."""
    if row.room:
        loads = bits(table.sums(row.allowed) & ((2 << row.room) - 1))
        yield from (Fraction(row.held + load, row.held + row.room) for load in loads)
