"""The live guide: where an interviewer is, and what was asked, written and rated on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import get_args

from coaching.guide.step import Reason, Step
from coaching.guide.stops import Stop
from coaching.scorecard import NOT_ASSESSED, POINTS, Mark

CAP = 2  # times its planned minutes: what is longer was a pause, not a conversation

MARKS: Mapping[str, Mark] = {str(n): n for n in POINTS} | {NOT_ASSESSED: "not_assessed"}
REASONS: Mapping[str, Reason] = {each: each for each in get_args(Reason)}
Subject = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One time that a stop was shown. ``left`` is the step that ended it, None while it lasts."""

    key: str
    since: datetime
    until: datetime | None = None
    left: Step | None = None

    @property
    def skipped(self) -> bool:
        """Whether it ended with *skip*."""
        return self.left is not None and self.left.kind == "skip"

    @property
    def glance(self) -> bool:
        """Whether it ended with *back*, which says nothing about the question."""
        return self.left is not None and self.left.kind == "back"

    @property
    def settled(self) -> bool:
        """Whether its end says that the question is done with."""
        return self.left is not None and not self.glance


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the thread. ``item`` is where it is filed; None when no card was shown then."""

    ts: str
    at: datetime
    text: str
    item: str | None


@dataclass(frozen=True, slots=True)
class Spent:
    """Time given to a stop. ``estimated``: a pause was in it, and was cut to twice the plan."""

    time: timedelta = timedelta()
    estimated: bool = False

    @property
    def minutes(self) -> int:
        """Whole minutes, half a minute up."""
        return (self.time + timedelta(seconds=30)) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide of one interview, as far as it has come. Build it with `walking.walk`.

    ``trail`` is what was shown, in order; ``said`` the newest step on everything that can be said
    more than once; ``keys`` are the steps taken so far, ``last`` the time of the latest.
    """

    stops: tuple[Stop, ...]
    trail: tuple[Visit, ...] = ()
    said: Mapping[Subject, Step] = field(default_factory=dict, repr=False)
    keys: frozenset[str] = field(default=frozenset(), repr=False)
    last: datetime | None = None

    @property
    def current(self) -> Stop | None:
        """The stop that is shown; None before the start and after the end."""
        if not self.trail or self.trail[-1].until:
            return None
        return self.stop(self.trail[-1].key)

    @property
    def finished(self) -> bool:
        """Whether it was ended, and not opened again."""
        return bool(self.trail) and self.trail[-1].until is not None

    @property
    def questions(self) -> tuple[Stop, ...]:
        """The stops that are rated."""
        return tuple(stop for stop in self.stops if not stop.script)

    def stop(self, key: str) -> Stop | None:
        """Find a stop by its key."""
        return next((stop for stop in self.stops if stop.key == key), None)

    def visits(self, key: str) -> Sequence[Visit]:
        """Return each time that a stop was shown."""
        return [visit for visit in self.trail if visit.key == key]

    def skipped(self, key: str) -> Reason | None:
        """Return why a question was skipped, None when it was not or was asked after all.

        The last word counts: *skip* skips, *back* says nothing, every other way on means asked.
        """
        words = [visit.left for visit in self.visits(key) if visit.settled]
        last = words[-1] if words else None
        return REASONS[last.detail] if last and last.kind == "skip" else None

    def asked_at(self, key: str) -> datetime | None:
        """Return when a stop was first shown to be asked; None when it never was, or was skipped.

        A glance counts only when nothing else came of it.
        """
        shown = [visit for visit in self.visits(key) if not visit.skipped]
        proper = [visit for visit in shown if not visit.glance] or shown
        return proper[0].since if proper and not self.skipped(key) else None

    def settled(self, key: str) -> bool:
        """Tell whether a stop is behind the interviewer: asked and left, or skipped."""
        return any(visit.settled for visit in self.visits(key))

    def used(self, key: str) -> tuple[str, ...]:
        """Return the planned probes used on a question, each once, the first used first."""
        stop = self.stop(key)
        said = [self.said.get(("probe", key, probe)) for probe in stop.probes] if stop else []
        used = [step for step in said if step and step.kind == "use"]
        return tuple(step.detail for step in sorted(used, key=lambda step: (step.at, step.key)))

    def mark(self, key: str) -> Mark | None:
        """Return the rating given on the way."""
        said = self.said.get(("mark", key))
        return MARKS[said.detail] if said else None

    def marked_at(self, key: str) -> datetime | None:
        """Return when that rating was given."""
        said = self.said.get(("mark", key))
        return said.at if said else None

    def notes(self) -> Sequence[Note]:
        """Return all notes that were not deleted or emptied, in the order they were written."""
        texts = [step for subject, step in self.said.items() if subject[0] == "text"]
        kept = (step for step in texts if step.kind != "delete" and step.detail.strip())
        notes = [self._note(step) for step in kept]
        return sorted(notes, key=lambda note: (note.at, note.ts))

    def spent(self, key: str, now: datetime | None = None) -> Spent:
        """Return the time a stop was shown, up to ``now`` or the last step while it still is.

        One visit counts for at most twice the planned time of the stop: the bot was down, or the
        card stayed open over lunch. Zero for what is no stop.
        """
        stop, end = self.stop(key), now or self.last
        if stop is None or end is None:
            return Spent()
        times = [max(v.until or end, v.since) - v.since for v in self.visits(key)]
        cap = CAP * stop.planned
        total = sum((min(time, cap) for time in times), timedelta())
        return Spent(total, any(time > cap for time in times))

    def _note(self, step: Step) -> Note:
        """Put a text where its note was written; before that has come, where it was edited."""
        ts = step.key if step.kind == "note" else (step.item or "")
        written = self.said.get(("note", ts))
        at = written.at if written else step.at
        item = written.item if written else None
        return Note(ts, at, step.detail, item or self._shown(at))

    def _shown(self, at: datetime) -> str | None:
        """Return what was on the card at a moment."""
        then = [v for v in self.trail if v.since <= at and (v.until is None or at < v.until)]
        return then[0].key if then else None
