"""Whether an interview will end in time, and what no longer fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.guide.guide import Guide
from coaching.guide.stops import CLOSING, Stop

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How an interview stands, in whole minutes, 0 or more, each rounded down.

    ``number`` is the question that is shown, from 1 ``of`` so many; None on a script. ``left`` is
    the time to the planned end and ``over`` the time past it. ``behind`` is what is missing when
    everything that is left takes its planned time: less than a minute is on time. ``unfit`` are the
    questions that then find no room, in the order of the plan.
    """

    number: int | None
    of: int
    left: int
    over: int
    behind: int
    unfit: tuple[str, ...]

    @property
    def on_time(self) -> bool:
        """Whether all that is left fits."""
        return not self.behind


def pace(guide: Guide, start: datetime, minutes: int, now: datetime) -> Pace:
    """Return the pace of an interview planned for ``start`` that takes ``minutes``.

    What is shown now and the closing keep their room; the other questions get theirs in the order
    of the plan, and one that is too long gives way to a shorter one behind it. Of a guide that is
    finished, it is the pace at its end: nothing is left to be behind with.
    """
    now = (guide.trail[-1].until or now) if guide.trail else now
    room = start + timedelta(minutes=minutes) - now
    firm, others = _left(guide)
    free = room - _sum(guide, firm, now)
    missing = _sum(guide, others, now) - free if firm else timedelta()
    asked = [stop.key for stop in guide.questions]
    current = guide.current.key if guide.current else ""
    return Pace(
        number=asked.index(current) + 1 if current in asked else None,
        of=len(asked),
        left=max(room // MINUTE, 0),
        over=max(-room // MINUTE, 0),
        behind=max(missing // MINUTE, 0),
        unfit=tuple(_unfit(guide, others, free, now)),
    )


def _left(guide: Guide) -> tuple[Sequence[Stop], Sequence[Stop]]:
    """Return what keeps its room, and what else is still to come; nothing after the end."""
    if guide.finished:
        return [], []
    firm = [stop for stop in guide.stops if stop == guide.current or stop.key == CLOSING]
    rest = [stop for stop in guide.stops if stop not in firm and not guide.settled(stop.key)]
    return firm, rest


def _sum(guide: Guide, stops: Sequence[Stop], now: datetime) -> timedelta:
    return sum((_rest(guide, stop, now) for stop in stops), timedelta())


def _rest(guide: Guide, stop: Stop, now: datetime) -> timedelta:
    """Return what is left of the planned time of a stop."""
    return max(stop.planned - guide.spent(stop.key, now).time, timedelta())


def _unfit(guide: Guide, stops: Sequence[Stop], free: timedelta, now: datetime) -> Iterator[str]:
    """Give room to one stop after the other; by less than a minute everything fits."""
    for stop in stops:
        rest = _rest(guide, stop, now)
        if rest < free + MINUTE:
            free -= rest
        elif not stop.script:
            yield stop.key
