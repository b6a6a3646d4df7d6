"""Find a plan that reaches given goals, or know that there is none: exact branch and bound.

Row after row takes a set of competencies; the rows with least room come first.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from coaching.covering.bounds import Bounds, largest
from coaching.covering.rules import Place, Rules
from coaching.covering.sets import ExhaustedError, Option, Sets
from coaching.covering.table import Goals, Row, Table

# What takes long, in steps; one step is to look at one option, about 0.1 µs.
DRAWN, RULED, ENTERED = 10, 20, 80


class Search:
    """One question; ``steps`` counts what it took, some six million in a second."""

    def __init__(self, table: Table, goals: Goals, sets: Sets, budget: int) -> None:
        self.steps, self._sets = 0, sets
        self._goals, self._budget = goals, budget
        rows = [_tightened(row, table, goals) for row in table.rows]
        held = Counter(row.person for row in rows)
        places = [_place(row, alone=held[row.person] == 1) for row in rows]
        self._order = sorted(range(len(rows)), key=lambda n: (places[n], n))
        self._table = table = replace(table, rows=[rows[n] for n in self._order])
        ordered = [places[n] for n in self._order]
        self._joined = [ordered[n + 1 : n + 2] == [each] for n, each in enumerate(ordered)]
        self._bounds = Bounds(table, goals, self._joined)
        self._rules = Rules(table, all_twice=goals.twice == len(table.minutes))
        self._options: Sequence[Sequence[Option]] = ()
        self._failed: dict[tuple[int, int, int, int, int], int] = {}

    def find(self) -> Sequence[int] | None:
        """Return a set for each row, None when there is no plan; ExhaustedError when unknown."""
        place = Place(0, self._table.once, self._table.twice)
        if self._hopeless(place):
            return None
        self._options = [self._options_of(row) for row in self._table.rows]
        found = self._complete(place)
        if found is None:
            return None
        by_row = dict(zip(self._order, found, strict=True))
        return [by_row[n] for n in range(len(found))]

    def _complete(self, at: Place) -> list[int] | None:
        """Return sets for this row and those after it, remembering where there are none."""
        if at.row == len(self._options):
            return []
        key = (at.row, at.once, at.twice, at.mine, at.kept)
        failed = self._failed.get(key)
        if failed is not None and at.start >= failed:
            return None
        for option in self._to_try(at):
            self.steps += ENTERED
            if self.steps > self._budget:
                raise ExhaustedError
            below = self._after(at, option)
            if not self._hopeless(below):
                rest = self._complete(below)
                if rest is not None:
                    return [option.taken, *rest]
        self._failed[key] = at.start if failed is None else min(failed, at.start)
        return None

    def _to_try(self, at: Place) -> Iterator[Option]:
        blocked = at.twice | at.mine
        fewest = self._fewest_minutes(at)
        closing = self._joined[at.row] and not self._goals.kept
        longest = None
        for option in self._options[at.row][at.start :]:
            self.steps += 1
            length = option.taken.bit_length()
            if closing and length != longest:
                longest = length
                if self._hopeless(at._replace(open=(1 << length) - 1)):
                    return  # what is longer would be left to nobody of these rows
            if option.minutes < fewest[option.kept] or option.taken & blocked:
                continue
            self.steps += RULED
            if not self._rules.is_behind(at, option):
                yield option

    def _fewest_minutes(self, at: Place) -> Sequence[float]:
        """Return what this row must take at the least, by the cells it keeps."""
        least = self._bounds.least(at.row, at.once, at.twice, at.open) or 0
        rest = self._bounds.most(at.row + 1, self._table.everything & ~at.twice, -1)
        wanted = self._goals.kept - at.kept
        others = (max(0, wanted - kept) for kept in range(len(self._table.minutes) + 1))
        return [least - rest[keep] if keep < len(rest) else inf for keep in others]

    def _hopeless(self, at: Place) -> bool:
        return self._bounds.hopeless(at.row, at.once, at.twice, at.open, at.kept)

    def _after(self, at: Place, option: Option) -> Place:
        taken, joined = option.taken, self._joined[at.row]
        here, *rest = self._table.rows[at.row : at.row + 2]
        same_person = any(row.person == here.person for row in rest)
        return Place(
            row=at.row + 1,
            once=at.once | taken,
            twice=at.twice | (at.once & taken),
            mine=(at.mine | taken) if same_person else 0,
            kept=at.kept + option.kept,
            start=option.rank if joined else 0,
            open=(1 << taken.bit_length()) - 1 if joined and not self._goals.kept else -1,
        )

    def _options_of(self, row: Row) -> Sequence[Option]:
        """Return what fits, in the fixed order; what keeps much goes first where that counts."""
        if self.steps > self._budget:
            raise ExhaustedError
        drawn = self._sets.drawn
        found = self._sets.within(row.allowed, row.room)
        self.steps += DRAWN * (self._sets.drawn - drawn)
        if not self._goals.kept:
            return found
        self.steps += DRAWN * len(found)
        mean = sum(self._table.minutes) // len(self._table.minutes)
        counted = [each._replace(kept=(each.taken & row.before).bit_count()) for each in found]
        counted.sort(key=lambda each: (-each.minutes - mean * each.kept, -each.taken))
        return [each._replace(rank=rank) for rank, each in enumerate(counted)]


def _tightened(row: Row, table: Table, goals: Goals) -> Row:
    """Return a row with the room that some set can fill, and nothing to keep if that is no goal."""
    room = largest(table.sums(row.allowed), row.room)
    return replace(row, room=room, before=row.before if goals.kept else 0)


def _place(row: Row, *, alone: bool) -> tuple[bool, str, int, int, int]:
    """Return where a row stands: those of one person together and first, the others by room."""
    return alone, "" if alone else row.person, row.room, row.allowed, row.before
