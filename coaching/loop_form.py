"""What an organiser fills in to plan a loop, and what can be wrong with it by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.loop import Release
from coaching.phrase import Phrase
from coaching.typed import bad_line

NAME = 100  # characters of a candidate's name
LONG_AGO = timedelta(days=30)  # an interview may be planned after the fact, not a year off
FAR_OFF = timedelta(days=365)
MINUTES = (15, 30, 45, 60, 90)


@dataclass(frozen=True, slots=True)
class Seat:
    """One row: who interviews, when, how long, and which competencies; none means all."""

    interviewer: str | None
    start: datetime | None
    minutes: int | None
    covers: Sequence[str] = ()

    @property
    def empty(self) -> bool:
        """Whether the row names nobody: times are proposed, so they say nothing."""
        return self.interviewer is None


@dataclass(frozen=True, slots=True)
class LoopForm:
    """What was typed and chosen; None is what was left out. ``account``: an internal candidate."""

    job: str | None
    candidate: str
    account: str | None
    seats: Sequence[Seat]
    release: Release
    due: datetime | None

    @property
    def taken(self) -> Sequence[tuple[int, Seat]]:
        """The rows that were filled in, with their number; the first one always counts."""
        return [(n, seat) for n, seat in enumerate(self.seats) if n == 0 or not seat.empty]


def faults(form: LoopForm, now: datetime) -> dict[str, Phrase | None]:
    """Return what the form needs, by field."""
    found: dict[str, Phrase | None] = {"candidate": bad_line(form.candidate, NAME)}
    twice = Counter(seat.interviewer for _, seat in form.taken)
    for n, seat in form.taken:
        found[f"interviewer:{n}"] = _interviewer(seat, form.account, twice)
        found[f"start:{n}"] = _start(seat, now)
        found[f"minutes:{n}"] = None if seat.minutes in MINUTES else Phrase("Choose a length.")
    return found | {"due": _due(form, now)}


def _interviewer(seat: Seat, account: str | None, twice: Counter[str | None]) -> Phrase | None:
    if seat.interviewer is None:
        return Phrase("Choose an interviewer.")
    if seat.interviewer == account:
        return Phrase("This person is the candidate. Choose somebody else.")
    if twice[seat.interviewer] > 1:
        return Phrase("This person is on the panel twice. Choose each interviewer once.")
    return None


def _start(seat: Seat, now: datetime) -> Phrase | None:
    if seat.start is None:
        return Phrase("Choose a date and time.")
    if seat.start < now - LONG_AGO:
        return Phrase("That is more than 30 days ago. Check the date.")
    if seat.start > now + FAR_OFF:
        return Phrase("That is more than a year away. Check the date.")
    return None


def _due(form: LoopForm, now: datetime) -> Phrase | None:
    if form.release == "sealed":
        return None
    if form.due is None:
        return Phrase("Choose a date and time, or “When all scorecards are sealed” above.")
    if form.due <= now:
        return Phrase("That time has passed. Choose a later one.")
    near = [seat for _, seat in form.taken if seat.start and _start(seat, now) is None]
    ends = [seat.start + timedelta(minutes=seat.minutes or 0) for seat in near if seat.start]
    if ends and form.due < max(ends):
        return Phrase("The last interview ends on {at}. Choose a later time.", {"at": max(ends)})
    if form.due > now + FAR_OFF:
        return Phrase("That is more than a year away. Check the date.")
    return None
