"""How an interview kept to its plan, from what was pressed alone. Nothing is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.guide.guide import Guide, Spent
from coaching.guide.step import Reason
from coaching.guide.stops import Stop


@dataclass(frozen=True, slots=True)
class Kept:
    """One stop: what was planned, and what became of it.

    Neither asked nor skipped is a question that was never reached. ``probes`` are those of
    ``stop.probes`` that were used; planned minutes are in ``stop``.
    """

    stop: Stop
    asked_at: datetime | None
    skipped: Reason | None
    probes: tuple[str, ...]
    spent: Spent


@dataclass(frozen=True, slots=True)
class Fidelity:
    """All stops in the order of the plan. ``off_order`` are the questions asked out of it."""

    kept: tuple[Kept, ...]
    off_order: tuple[str, ...]

    @property
    def planned(self) -> int:
        """Minutes planned for everything, scripts included."""
        return sum(each.stop.minutes for each in self.kept)

    @property
    def spent(self) -> Spent:
        """Time given to everything; estimated when any of it is."""
        total = sum((each.spent.time for each in self.kept), timedelta())
        return Spent(total, any(each.spent.estimated for each in self.kept))


def fidelity(guide: Guide) -> Fidelity:
    """Return how a guide was kept to, up to its last step."""
    return Fidelity(tuple(_kept(guide, stop) for stop in guide.stops), _off_order(guide))


def _kept(guide: Guide, stop: Stop) -> Kept:
    return Kept(
        stop=stop,
        asked_at=guide.asked_at(stop.key),
        skipped=guide.skipped(stop.key),
        probes=guide.used(stop.key),
        spent=guide.spent(stop.key),
    )


def _off_order(guide: Guide) -> tuple[str, ...]:
    """Return the fewest questions without which the rest was asked in the order of the plan."""
    keys = [stop.key for stop in guide.questions]
    times = [(at, n) for n, key in enumerate(keys) if (at := guide.asked_at(key))]
    order = [n for _, n in sorted(times)]
    kept = _rising(order)
    return tuple(keys[n] for n in sorted(order) if n not in kept)


def _rising(numbers: Sequence[int]) -> Sequence[int]:
    """Return the longest run that only rises, gaps allowed; of several the one that ends first."""
    runs: list[tuple[int, ...]] = [()]
    for number in numbers:
        longest = max((run for run in runs if not run or run[-1] < number), key=len)
        runs.append((*longest, number))
    return max(runs, key=len)
