"""Quiet hours: when nobody is reminded, by the clock on the wall where they are."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Quiet:
    """From ``start`` to just before ``end``, across midnight when that is earlier; equal: none.

    Weekends are Saturday and Sunday, from midnight to midnight.
    """

    start: time = time(19)
    end: time = time(9)
    weekends: bool = True

    @property
    def none(self) -> bool:
        """Whether no hour of the day is quiet."""
        return self.start == self.end

    def rests(self, day: date) -> bool:
        """Tell whether the whole day is quiet."""
        return self.weekends and day.weekday() >= SATURDAY

    def covers(self, at: datetime, zone: tzinfo) -> bool:
        """Tell whether it is quiet at a moment in a zone."""
        local = at.astimezone(zone)
        wall = local.time()
        late, early = wall >= self.start, wall < self.end
        overnight = self.start > self.end
        return self.rests(local.date()) or ((late or early) if overnight else (late and early))

    def opens(self, at: datetime, zone: tzinfo) -> datetime:
        """Return the first moment from ``at`` on that is not quiet; both are UTC.

        Right when the clocks change as well: an ``end`` that they skip is over when they do, and
        an hour that comes twice is quiet, or not, both times.
        """
        while self.covers(at, zone):
            at = min(mark for mark in self._marks(at, zone) if mark > at)
        return at

    def _marks(self, at: datetime, zone: tzinfo) -> Iterator[datetime]:
        """Return moments of today and tomorrow; when quiet ends before then, it ends at one."""
        today = at.astimezone(zone).date()
        for day in (today, today + DAY):
            for wall in (time.min, self.end):
                yield moment(day, wall, zone)
                yield moment(day, wall.replace(fold=1), zone)
        yield _turn(at, zone)


def moment(day: date, wall: time, zone: tzinfo) -> datetime:
    """Return the UTC moment of a local time.

    One that comes twice is the first, or the second with ``fold``; one that is skipped is as long
    after midnight as it would be, had the clocks not changed (RFC 5545, 3.3.5).
    """
    return datetime.combine(day, wall, zone).astimezone(UTC)


def _turn(at: datetime, zone: tzinfo) -> datetime:
    """Return when the clocks change within a day, or the end of that day."""
    offset = at.astimezone(zone).utcoffset()
    whole = at.replace(microsecond=0)  # clocks change at whole seconds

    def turned(seconds: int) -> bool:
        return (whole + timedelta(seconds=seconds)).astimezone(zone).utcoffset() != offset

    day = range(int(DAY.total_seconds()))
    return whole + timedelta(seconds=bisect_left(day, True, key=turned))  # noqa: FBT003
