"""What an organiser fills in to plan a loop, and what can be wrong with it by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.loop import Interview, Kind, Loop, Release
from coaching.phrase import Phrase
from coaching.typed import bad_line

NAME = 100  # characters of a candidate's name
ACCOMMODATION = 150  # characters
LONG_AGO = timedelta(days=30)  # an interview may be planned after the fact, not a year off
FAR_OFF = timedelta(days=365)
MINUTES = (15, 30, 45, 60, 90)


@dataclass(frozen=True, slots=True)
class Seat:
    """One row: who interviews, when and how long, or in which earlier row they sit ``beside``."""

    interviewer: str | None
    start: datetime | None
    minutes: int | None
    kind: Kind = "lead"
    beside: int | None = None

    @property
    def empty(self) -> bool:
        """Whether the row names nobody: times are proposed, so they say nothing."""
        return self.interviewer is None


@dataclass(frozen=True, slots=True)
class LoopForm:
    """What was typed and chosen; None is what was left out. ``account``: an internal candidate.

    ``earlier`` is the candidate of the round before, when this is another round.
    """

    job: str | None
    candidate: str
    account: str | None
    seats: Sequence[Seat]
    release: Release
    due: datetime | None
    accommodation: str = ""
    earlier: str | None = None

    @property
    def taken(self) -> Sequence[tuple[int, Seat]]:
        """The rows that were filled in, with their number; the first one always counts."""
        return [(n, seat) for n, seat in enumerate(self.seats) if n == 0 or not seat.empty]

    @property
    def leads(self) -> Sequence[tuple[int, Seat]]:
        """The rows of those whose ratings count: a plan shares the competencies among them."""
        return [(n, seat) for n, seat in self.taken if seat.kind == "lead"]


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan whose people and times are known, and which waits for its competencies."""

    id: str
    planner: str
    form: LoopForm
    begun_at: datetime


def faults(form: LoopForm, now: datetime) -> dict[str, Phrase | None]:
    """Return what the form needs, by field."""
    found: dict[str, Phrase | None] = {
        "candidate": bad_line(form.candidate, NAME),
        "accommodation": _accommodation(form.accommodation),
    }
    twice = Counter(seat.interviewer for _, seat in form.taken)
    for n, seat in form.taken:
        found[f"interviewer:{n}"] = _interviewer(seat, form.account, twice)
        found[f"role:{n}"] = _role(n, seat, form)
        if seat.kind == "lead":
            found[f"start:{n}"] = _start(seat, now)
            found[f"minutes:{n}"] = None if seat.minutes in MINUTES else Phrase("Choose a length.")
    return found | {"due": _due(form, now)}


def around(form: LoopForm) -> tuple[datetime, datetime]:
    """Return from when to when a form that has no faults keeps its people busy."""
    spans = [_span(seat) for _, seat in form.leads]
    return min(start for start, _ in spans), max(end for _, end in spans)


def double_booked(form: LoopForm, busy: Sequence[Interview]) -> dict[str, Phrase]:
    """Return who would be in two interviews at once, by field; ``busy`` are those elsewhere.

    The candidate, too, is in one room at a time. What ends at ten and what begins at ten are apart.
    """
    found: dict[str, Phrase] = {}
    for n, seat in form.taken:
        start, end = _span(seat if seat.beside is None else form.seats[seat.beside])
        for other in busy:
            if other.interviewer == seat.interviewer and start < other.end and other.start < end:
                taken = Phrase("This person has another interview on {at}.", {"at": other.start})
                found[f"start:{n}" if seat.kind == "lead" else f"interviewer:{n}"] = taken
    for n, seat in form.leads:
        start, end = _span(seat)
        earlier = [_span(other) for m, other in form.leads if m < n]
        if any(start < until and since < end for since, until in earlier):
            found[f"start:{n}"] = Phrase("The candidate is in another interview then.")
    return found


def both_sides(form: LoopForm, loops: Sequence[Loop]) -> dict[str, Phrase]:
    """Return who would read as an interviewer what they are asked as a candidate.

    ``loops`` are those of the job that are not over.
    """
    candidates = {loop.candidate.account for loop in loops}
    seated = {each.interviewer for loop in loops for each in loop.interviews}
    refusal = Phrase("This person is a candidate for this job. Choose somebody else.")
    rows = [(n, seat) for n, seat in form.taken if seat.interviewer in candidates]
    found = {f"interviewer:{n}": refusal for n, _ in rows}
    if form.account in seated:
        found["account"] = Phrase(
            "This person interviews for this job and knows its questions. "
            "They cannot be its candidate."
        )
    return found


def _span(seat: Seat) -> tuple[datetime, datetime]:
    """Return from when to when somebody leads; the form was checked."""
    if seat.start is None or seat.minutes is None:
        raise AssertionError
    return seat.start, seat.start + timedelta(minutes=seat.minutes)


def _interviewer(seat: Seat, account: str | None, twice: Counter[str | None]) -> Phrase | None:
    if seat.interviewer is None:
        return Phrase("Choose an interviewer.")
    if seat.interviewer == account:
        return Phrase("This person is the candidate. Choose somebody else.")
    if twice[seat.interviewer] > 1:
        return Phrase("This person is on the panel twice. Choose each interviewer once.")
    return None


def _role(n: int, seat: Seat, form: LoopForm) -> Phrase | None:
    """Whoever sits in sits in with somebody above who leads an interview."""
    if seat.kind == "lead":
        return None
    above = {m for m, _ in form.leads if m < n}
    return None if seat.beside in above else Phrase("Choose an interviewer above who leads.")


def _accommodation(text: str) -> Phrase | None:
    return bad_line(text, ACCOMMODATION) if text.strip() else None


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
    near = [seat for _, seat in form.leads if seat.start and _start(seat, now) is None]
    ends = [seat.start + timedelta(minutes=seat.minutes or 0) for seat in near if seat.start]
    return unfit_due(form.due, ends, now)


def unfit_due(due: datetime | None, ends: Sequence[datetime], now: datetime) -> Phrase | None:
    """Return why a debrief cannot come then; ``ends`` are those of its interviews."""
    if due is None:
        return Phrase("Choose a date and time, or “When all scorecards are sealed” above.")
    if due <= now:
        return Phrase("That time has passed. Choose a later one.")
    if ends and due < max(ends):
        return Phrase("The last interview ends on {at}. Choose a later time.", {"at": max(ends)})
    if due > now + FAR_OFF:
        return Phrase("That is more than a year away. Check the date.")
    return None
