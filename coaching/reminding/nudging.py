"""Nudging: when somebody is reminded of a scorecard, and when the organiser hears of it instead.

All moments are UTC. Steps are counted in hours that have passed; only quiet hours and what a person
asked for look at the clock on their wall.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Literal

from coaching.errors import CoachingError
from coaching.phrase import Phrase
from coaching.reminding.quiet import DAY, Quiet, moment

FIRST = timedelta(minutes=5)  # after the interview: it is fresh, and the next meeting not begun
MOST = 4  # nudges about one card, those a person asked for included
HOUR = timedelta(hours=1)  # never two within
FARTHEST = timedelta(days=14)
KIT = timedelta(minutes=15)  # before an interview

EVENING = time(19, 30)
MORNING = time(9)  # for those who have no quiet hours
SETTLED = timedelta(minutes=15)  # after a day has begun: not the first thing anybody reads
NIGHT = timedelta(hours=4)  # after midnight in which it is still the evening before

Later = Literal["hour", "tonight", "tomorrow"]
To = Literal["interviewer", "organiser"]


@dataclass(frozen=True, slots=True)
class Ladder:
    """How long after the end of an interview each nudge comes; CoachingError when it may not.

    Unless a workspace sets it: while the interview is fresh; once more that day; the next day, with
    time left to write the card within 24 hours, even when quiet hours move it to nine; and on the
    third day, after a day of peace, the last.
    """

    steps: tuple[timedelta, ...] = (FIRST, 3 * HOUR, 22 * HOUR, 3 * DAY)

    def __post_init__(self) -> None:
        if fault := _unfit(self.steps):
            raise CoachingError(fault, "ladder")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person answered to a nudge, and when."""

    later: Later
    at: datetime


@dataclass(frozen=True, slots=True)
class Reminders:
    """All about one card so far: nudges sent, the last of them, and whether the organiser knows.

    ``end`` is the end of the interview as it stands now. A choice made before it, or before the
    last nudge, has had its time.
    """

    end: datetime
    sent: int = 0
    last: datetime | None = None
    chosen: Chosen | None = None
    told: bool = False

    @property
    def can_wait(self) -> bool:
        """Whether *Later* can be promised: another nudge may still come."""
        return self.sent < MOST

    @property
    def asked(self) -> Chosen | None:
        """What the person asked for and has not had."""
        since = max(self.end, self.last or self.end)
        return self.chosen if self.chosen and self.chosen.at >= since else None


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants to be reminded. ``zone`` is where they are now."""

    zone: tzinfo
    quiet: Quiet
    off: bool = False


@dataclass(frozen=True, slots=True)
class Nudge:
    """Whom to write to about a card, and when at the earliest.

    The organiser's moment is not moved by quiet hours: theirs are not the interviewer's.
    """

    at: datetime
    to: To


def due(reminders: Reminders, wishes: Wishes, ladder: Ladder, now: datetime) -> Nudge | None:
    """Return what comes next for a card that is not sealed; ``at`` is ``now`` or later.

    To be asked again before sending, as zone and wishes change: send when ``at`` is ``now``.
    None when nothing is left to say. Somebody who has switched nudges off gets none, and as much
    time as everybody else before the organiser hears of it.
    """
    if reminders.can_wait and not wishes.off:
        if reminders.asked:
            return Nudge(_as_asked(reminders.asked, wishes, now), "interviewer")
        if step := _step(reminders, ladder):
            return Nudge(wishes.quiet.opens(max(step, now), wishes.zone), "interviewer")
    if reminders.told:
        return None
    # Using up all four early does not shorten the time: it would punish whoever presses Later.
    over = max(reminders.end + ladder.steps[-1], reminders.last or reminders.end)
    return Nudge(max(over + DAY, now), "organiser")


def later(choice: Later, now: datetime, zone: tzinfo, quiet: Quiet) -> datetime:
    """Return the moment that somebody means, an hour from now or more.

    Quiet hours move neither an hour nor tonight, which is half past seven: they keep away what
    nobody asked for, and this was asked for. Tomorrow is the next working day, a quarter of an hour
    after quiet hours. Until four in the morning it is still the evening before.
    """
    soon = now + HOUR
    today = (now.astimezone(zone).replace(tzinfo=None) - NIGHT).date()
    if choice == "hour":
        return soon
    if choice == "tonight":
        return max(moment(today, EVENING, zone), soon)
    day = today + DAY
    while quiet.rests(day):
        day += DAY
    begins = moment(day, MORNING if quiet.none else quiet.end, zone)
    return max(quiet.opens(begins + SETTLED, zone), soon)


def before(start: datetime, planned: datetime) -> datetime | None:
    """Return when the kit comes again: 15 minutes before, in quiet hours too, as the interview is.

    None when it was ``planned`` so late that the kit has come within the 15 minutes before that.
    """
    at = start - KIT
    return at if at - planned >= KIT else None


def _as_asked(asked: Chosen, wishes: Wishes, now: datetime) -> datetime:
    """Return the moment asked for; one that was missed by an hour keeps quiet hours again."""
    at = later(asked.later, asked.at, wishes.zone, wishes.quiet)
    return max(at, now) if now - at <= HOUR else wishes.quiet.opens(now, wishes.zone)


def _step(reminders: Reminders, ladder: Ladder) -> datetime | None:
    """Return the first step that the last nudge has not answered for, an hour after it or more."""
    last = reminders.last
    steps = (reminders.end + step for step in ladder.steps)
    if last is None:
        return next(steps)
    return next((max(step, last + HOUR) for step in steps if step > last), None)


def _unfit(steps: tuple[timedelta, ...]) -> Phrase | None:
    if steps[:1] != (FIRST,):
        return Phrase("The first reminder always comes 5 minutes after the interview.")
    if len(steps) > MOST:
        return Phrase("There can be {n} reminders at most. Please take some out.", {"n": MOST})
    if any(late - early < HOUR for early, late in pairwise(steps)):
        return Phrase(
            "Each reminder comes at least an hour after the one before. Please change one."
        )
    if steps[-1] > FARTHEST:
        return Phrase(
            "{n} days after the interview is too late. Please choose an earlier time.",
            {"n": FARTHEST.days},
        )
    return None
