"""The planner's proposal: 8 interviews by 12 competencies, and what makes it slow.

CPU time; the first row, a plan with time enough for everything, is what the others are compared
with. ``proven``: of how many plans it is known that there is no better one.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coaching.covering.coverage import OVERHEAD, Coverage, Need, Seat
from coaching.covering.propose import propose

SEATS, NEEDS = 8, 12
ROUNDS = 25
Case = tuple[Sequence[Need], Sequence[Seat]]


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU milliseconds of each plan of one kind, and how many were proven."""

    name: str
    ms: Sequence[float]
    proven: int


def main() -> None:
    """Print a table."""
    rows = [_measure(name, plan) for name, plan in PLANS.items()]
    sys.stdout.write(f"Planner: {SEATS} interviews by {NEEDS} competencies, {ROUNDS} of each\n")
    sys.stdout.write("\n".join(_table(rows)) + "\n")


def _table(rows: Sequence[Measured]) -> list[str]:
    base = statistics.median(rows[0].ms)
    return [
        f"{'ms':>7}{'ratio':>7}{'slowest':>9}{'proven':>8}  plan",
        *(
            f"{statistics.median(row.ms):>7.1f}{statistics.median(row.ms) / base:>7.1f}"
            f"{max(row.ms):>9.1f}{row.proven:>8}  {row.name}"
            for row in rows
        ),
    ]


def _measure(name: str, plan: Callable[[int], Callable[[], Coverage]]) -> Measured:
    times, proven = [], 0
    for n in range(ROUNDS):
        ready = plan(n)
        began = time.thread_time()
        proven += ready().proven
        times.append((time.thread_time() - began) * 1000)
    return Measured(name, times, proven)


def _enough(n: int) -> Case:
    return _case(n, (9, 9), [80])


def _usual(n: int) -> Case:
    return _case(n, (8, 25), [20, 35, 50, 50, 80])


def _tight(n: int) -> Case:
    """Odd minutes, interviews all alike, and just as much time as is wanted."""
    needs, _ = _case(n, (11, 40), [80])
    room = max(2 * sum(need.minutes for need in needs) // SEATS, *(each.minutes for each in needs))
    return needs, [Seat(f"p{seat}", room + OVERHEAD) for seat in range(SEATS)]


def _case(n: int, minutes: tuple[int, int], rooms: Sequence[int]) -> Case:
    source = random.Random(n)  # noqa: S311 - the same tables in every run, and no secret
    needs = [
        Need(f"c{n}", source.randint(*minutes), hard=source.random() < 1 / 3) for n in range(NEEDS)
    ]
    return needs, [Seat(f"p{n}", source.choice(rooms) + OVERHEAD) for n in range(SEATS)]


def _anew(case: Callable[[int], Case]) -> Callable[[int], Callable[[], Coverage]]:
    return lambda n: lambda: propose(*case(n))


def _without_one(n: int) -> Callable[[], Coverage]:
    needs, seats = _usual(n)
    before = propose(needs, seats)
    return lambda: propose(needs, seats[1:], before=before)


PLANS = {
    "time enough": _anew(_enough),
    "some time short": _anew(_usual),
    "tight, odd minutes": _anew(_tight),
    "one drops out": _without_one,
}
