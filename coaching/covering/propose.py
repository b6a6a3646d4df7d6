"""Propose who covers what, so that every competency has two independent raters if time allows.

Hard skills come first. What the organiser has set by hand stays, and of equally good plans the one
nearest to the plan before is proposed.

The search is our own, because it was measured. Of 600 tables of 8 seats by 12 competencies (minutes
10 to 40) it proves the best plan of all, in 0.02 s (median; 0.6 s at worst). Of 12 of them, HiGHS
left 5 and CP-SAT 4 without a proof of the balance after 5 s: rows that are alike are hard for both.
HiGHS is 81 MB with numpy and takes 0.7 s to import, CP-SAT 237 MB with pandas and 1.3 s. With
minutes in the hundreds all three give up at times.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coaching.covering.coverage import Coverage, Need, Seat
from coaching.covering.goals import STEPS, fill
from coaching.covering.table import Row, Table, bits

Cell = tuple[int, str]  # the number of a seat, from 0, and a competency


def propose(
    needs: Sequence[Need],
    seats: Sequence[Seat],
    cells: Mapping[Cell, bool] | None = None,
    before: Coverage | None = None,
    steps: int = STEPS,
) -> Coverage:
    """Return the best plan. ``cells`` are set by hand: True covers, False must not.

    In this order: most hard competencies with a rater, most with one, most hard ones with two,
    most with two; fewest cells other than ``before``; the fullest interview as little full as
    possible. No seat goes over its time except by hand. Seats of ``before`` are found again by
    their interviewer, and by their order when one has several. The order of needs and seats never
    matters. ``steps`` bound the search: it works for up to about a second, so not on the event
    loop. Raises ValueError for a need without minutes, a competency named twice, or a cell that is
    not in the plan.
    """
    cells = cells or {}
    _check(needs, seats, cells)
    by_name = sorted(
        needs, key=lambda need: need.competency, reverse=True
    )  # of equals the last is given first
    board = _Board(
        needs=sorted(by_name, key=lambda need: (need.minutes, need.hard)),
        seats=seats,
        given=[_by_hand(cells, seat, covers=True) for seat in range(len(seats))],
        barred=[_by_hand(cells, seat, covers=False) for seat in range(len(seats))],
        before=_found_again(seats, before),
    )
    order = board.order()
    sets, proven = fill(board.table(order), steps)
    proposed = {seat: board.names(taken) for seat, taken in zip(order, sets, strict=True)}
    covers = (proposed[seat] | board.given[seat] for seat in range(len(seats)))
    ordered = tuple(tuple(n.competency for n in needs if n.competency in has) for has in covers)
    return Coverage(tuple(needs), tuple(seats), ordered, proven)


@dataclass(frozen=True, slots=True)
class _Board:
    """The plan as a table of bits, ordered by what is in it and not by how it came."""

    needs: Sequence[Need]
    seats: Sequence[Seat]
    given: Sequence[set[str]]
    barred: Sequence[set[str]]
    before: Sequence[set[str]]

    def order(self) -> Sequence[int]:
        """Return the seats by their interviewer, then by what tells those of one person apart."""

        def key(seat: int) -> tuple[object, ...]:
            sets = (self.given[seat], self.barred[seat], self.before[seat])
            return self.seats[seat].interviewer, self.seats[seat].minutes, *map(sorted, sets)

        return sorted(range(len(self.seats)), key=key)

    def table(self, order: Sequence[int]) -> Table:
        """Return what there is to fill, a row for each seat."""
        raters = {need.competency: self._holders(need.competency) for need in self.needs}
        return Table(
            minutes=tuple(need.minutes for need in self.needs),
            hard=self._mask(need.competency for need in self.needs if need.hard),
            rows=[self._row(seat, raters) for seat in order],
            once=self._mask(each for each, people in raters.items() if people),
            twice=self._mask(each for each, people in raters.items() if len(people) > 1),
        )

    def names(self, taken: int) -> set[str]:
        """Return the competencies of a set."""
        return {self.needs[bit].competency for bit in bits(taken)}

    def _row(self, seat: int, raters: Mapping[str, set[str]]) -> Row:
        person = self.seats[seat].interviewer
        held = sum(need.minutes for need in self.needs if need.competency in self.given[seat])
        theirs = {each for each, people in raters.items() if person in people}
        allowed = raters.keys() - theirs - self.barred[seat]
        room = max(0, self.seats[seat].available - held)
        return Row(person, room, held, self._mask(allowed), self._mask(allowed & self.before[seat]))

    def _holders(self, competency: str) -> set[str]:
        held = zip(self.seats, self.given, strict=True)
        return {seat.interviewer for seat, given in held if competency in given}

    def _mask(self, competencies: Iterable[str]) -> int:
        wanted = set(competencies)
        return sum(1 << bit for bit, need in enumerate(self.needs) if need.competency in wanted)


def _by_hand(cells: Mapping[Cell, bool], seat: int, *, covers: bool) -> set[str]:
    return {competency for (n, competency), on in cells.items() if n == seat and on is covers}


def _found_again(seats: Sequence[Seat], before: Coverage | None) -> Sequence[set[str]]:
    """Return what each seat covered before: the first of a person is their first one then."""
    known: dict[tuple[str, int], set[str]] = {}
    if before:
        for key, covers in zip(_numbered(before.seats), before.covers, strict=True):
            known[key] = set(covers)
    return [known.get(key, set()) for key in _numbered(seats)]


def _numbered(seats: Sequence[Seat]) -> Sequence[tuple[str, int]]:
    """Return each seat as its interviewer and how many of theirs come before it."""
    met: Counter[str] = Counter()
    found = []
    for seat in seats:
        found.append((seat.interviewer, met[seat.interviewer]))
        met[seat.interviewer] += 1
    return found


def _check(needs: Sequence[Need], seats: Sequence[Seat], cells: Mapping[Cell, bool]) -> None:
    names = [need.competency for need in needs]
    if len(set(names)) < len(names):
        message = "a competency is named twice"
        raise ValueError(message)
    if any(need.minutes < 1 for need in needs):
        message = "a competency takes no time"
        raise ValueError(message)
    if any(seat not in range(len(seats)) or name not in names for seat, name in cells):
        message = "a cell is not in the plan"
        raise ValueError(message)
