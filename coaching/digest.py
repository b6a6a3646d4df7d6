"""The weekly digest of a hiring channel: who wants one, and when it comes."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol, Self

from coaching.reminding.quiet import DAY, moment
from coaching.zones import zone_named
from questions.wording import Locale

HOUR = time(9)  # on Mondays, by the clock of the digest's zone
WEEK = timedelta(weeks=1)
LATE = timedelta(days=1)  # a digest that is this late is skipped: next week's comes


@dataclass(frozen=True, slots=True)
class Digest:
    """A hiring channel that wants one. ``owner`` asked for it, ``language`` is what it reads.

    ``last_on`` is the local date of the newest one ("2026-01-05"), or empty: there is one for a
    date, whatever the clocks do. ``due_at`` is when the next one comes.
    """

    channel: str
    owner: str
    language: Locale
    zone: str
    last_on: str
    due_at: datetime

    @classmethod
    def begun(cls, channel: str, owner: str, language: Locale, zone: str, now: datetime) -> Self:
        """Return one that comes from the next Monday on."""
        return cls(channel, owner, language, zone, "", due(zone, now))

    @property
    def on(self) -> date:
        """The local date that it is due on."""
        return self.due_at.astimezone(_zone(self.zone)).date()

    def moved(self, zone: str, now: datetime) -> Self:
        """Return it by another clock."""
        return replace(self, zone=zone, due_at=due(zone, now, self.last_on))

    def taken(self, now: datetime) -> Self:
        """Return it as it is once this one was posted, or was too late to be."""
        said = self.on.isoformat() if self.comes(now) else self.last_on
        return replace(self, last_on=said, due_at=due(self.zone, now, said))

    def comes(self, now: datetime) -> bool:
        """Tell whether one that is due is still worth posting."""
        return now - self.due_at < LATE and self.on.isoformat() > self.last_on


class Digests(Protocol):
    """The hiring channels that want a weekly digest."""

    async def of(self, channel: str) -> Digest | None:
        """Return the digest of a channel."""

    async def keep(self, digest: Digest) -> None:
        """Keep one in place of an earlier one of its channel."""

    async def drop(self, channel: str) -> None:
        """Let a channel have none; it may have had none before."""

    async def decided(self, channel: str, since: datetime, until: datetime) -> int:
        """Return for how many candidates of a channel something was decided in a time."""


def due(zone: str, now: datetime, last_on: str = "") -> datetime:
    """Return the first Monday 09:00 in a zone after ``now`` and after the date ``last_on``, in UTC.

    One for each local date, so that clocks that change neither double nor drop one.
    """
    there = _zone(zone)
    today = now.astimezone(there).date()
    monday = today - DAY * today.weekday()
    while monday.isoformat() <= last_on or moment(monday, HOUR, there) <= now:
        monday += WEEK
    return moment(monday, HOUR, there)


def weeks_of(zone: str, on: date) -> tuple[datetime, datetime, datetime]:
    """Return in UTC when the week before a Monday, its own and the next begin in a zone."""
    there = _zone(zone)
    before, begins, ends = (moment(on + WEEK * n, time.min, there) for n in (-1, 0, 1))
    return before, begins, ends


def _zone(name: str) -> tzinfo:
    return zone_named(name) or UTC
