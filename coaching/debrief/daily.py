"""The daily hour of a job: when the debriefs go out whose cards are all sealed."""

from datetime import UTC, datetime, time

from coaching.reminding.quiet import DAY, SATURDAY, moment
from coaching.zones import zone_named


def next_daily(now: datetime, hour: str, zone: str) -> datetime:
    """Return the first weekday ``hour`` ("17:00") in a zone after ``now``, in UTC.

    There is one for each local date: an hour that comes twice is the first, one that is skipped is
    as long after midnight as ever. A zone that is no more is taken for UTC.
    """
    there, wall = zone_named(zone) or UTC, time.fromisoformat(hour)
    day = now.astimezone(there).date()
    while day.weekday() >= SATURDAY or moment(day, wall, there) <= now:
        day += DAY
    return moment(day, wall, there)
