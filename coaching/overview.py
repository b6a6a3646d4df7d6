"""What a person has to do with interviews now: their own, and those they organise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal

from coaching.deadline import Deadline
from coaching.debrief.progress import Progress, is_about, progress_of
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.reminding.preferences import Preferences
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import moment

LATELY = timedelta(days=7)  # that a loop stays in sight once its debrief is out
NEAR = timedelta(minutes=15)  # before the start: from then on the guide is of use
LATE = timedelta(days=1)  # after the end: memory fades

State = Literal["coming", "running", "due", "overdue", "sealed", "cancelled", "missed"]
AHEAD: frozenset[State] = frozenset({"coming", "running"})


@dataclass(frozen=True, slots=True)
class Mine:
    """An interview of one's own; ``touched_at`` is when its draft was last written in."""

    loop: Loop
    interview: Interview
    state: State
    guided: bool = False
    touched_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What waits for one person ``at`` a moment, each part in the order of time.

    ``due`` are interviews that are over without a card; ``organised`` are loops by the time of
    their debrief, those where it is out after the others.
    """

    at: datetime
    today: Sequence[Mine] = ()
    due: Sequence[Mine] = ()
    coming: Sequence[Mine] = ()
    organised: Sequence[Progress] = ()
    preferences: Preferences | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing of hiring is in it."""
        return not (self.today or self.due or self.coming or self.organised)


Looked = tuple[Sequence[Mine], Sequence[Progress]]


@dataclass(frozen=True, slots=True)
class Overviews:
    """Looks at everything of one person at once, and at nothing that is not theirs to see."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def of(self, actor: Person, zone: tzinfo) -> Overview:
        """Return what waits for a person; ``zone`` says when their today is."""
        await self.people.member(actor)
        return await self.deadline.within(self._of(actor, zone))

    async def about(self, actor: Person, zone: tzinfo, words: str = "") -> Overview:
        """Return the part of it whose candidate or job has these words in its name.

        Admins organise every loop there is.
        """
        await self.people.member(actor)
        every = actor.id in self.admins
        work = self._about(actor, zone, words.casefold(), every=every)
        return await self.deadline.within(work)

    async def _of(self, actor: Person, zone: tzinfo) -> Overview:
        async with self.begin(actor.team) as work:
            looked = await self._look(work, actor, "", every=False)
            preferences = await work.preferences.of(actor.id)
        found = _overview(looked, self.now(), zone)
        return replace(found, preferences=preferences)

    async def _about(self, actor: Person, zone: tzinfo, words: str, *, every: bool) -> Overview:
        async with self.begin(actor.team) as work:
            looked = await self._look(work, actor, words, every=every)
        return _overview(looked, self.now(), zone)

    async def _look(self, work: Work, actor: Person, words: str, *, every: bool) -> Looked:
        """Read what is not over; their own loop, a candidate never sees."""
        now = self.now()
        loops = [
            loop
            for loop in await work.loops.open_to(actor.id, now - LATELY, every=every)
            if loop.candidate.account != actor.id and is_about(loop, words)
        ]
        sealed = await work.scorecards.sealed_in([loop.candidate.id for loop in loops])
        drafts = await work.scorecards.touched(actor.id)
        mine = [
            _as_mine(loop, each, state(each, now, sealed=each.id in sealed), drafts, now)
            for loop in loops
            for each in loop.interviews
            if each.interviewer == actor.id and each.state == "planned"
        ]
        whose = None if every else actor.id
        return mine, await progress_of(work, loops, sealed, actor.id, whose)


def state(interview: Interview, now: datetime, *, sealed: bool) -> State:
    """Return how far an interview is."""
    if interview.state != "planned":
        return interview.state
    if sealed:
        return "sealed"
    if now < interview.start:
        return "coming"
    if now < interview.end:
        return "running"
    return "due" if now < interview.end + LATE else "overdue"


def _as_mine(
    loop: Loop, interview: Interview, state_: State, drafts: Mapping[str, int], now: datetime
) -> Mine:
    at = drafts.get(interview.id)
    leads = interview.kind != "shadow"
    guided = leads and state_ in AHEAD and now >= interview.start - NEAR
    return Mine(loop, interview, state_, guided, moment(at) if at else None)


def _overview(looked: Looked, now: datetime, zone: tzinfo) -> Overview:
    """Sort interviews by what they ask of one; a sealed one of an earlier day asks nothing."""
    mine, progress = looked
    today = now.astimezone(zone).date()

    def day(each: Mine) -> date:
        return each.interview.start.astimezone(zone).date()

    mine = sorted(mine, key=lambda each: (each.interview.start, each.interview.id))
    return Overview(
        now,
        today=[
            each
            for each in mine
            if (each.state in AHEAD and day(each) <= today)
            or (each.state == "sealed" and day(each) == today)
        ],
        due=[each for each in mine if each.state in {"due", "overdue"}],
        coming=[each for each in mine if each.state in AHEAD and day(each) > today],
        organised=sorted(
            (each for each in progress if each.organised and _in_sight(each.loop, now)),
            key=lambda each: (*_ends(each.loop), each.loop.candidate.id),
        ),
    )


def _in_sight(loop: Loop, now: datetime) -> bool:
    """Tell a loop that its organisers still follow, also when all of it was called off."""
    if loop.debrief.released_at is None and (loop.panel or loop.debrief.due_at):
        return True
    _, at = _ends(loop)
    return now - LATELY <= at


def _ends(loop: Loop) -> tuple[bool, datetime]:
    """Return whether a debrief is out, and when it came or comes: as promised, or at the end."""
    debrief = loop.debrief
    last = max(each.end for each in loop.interviews)
    return debrief.released_at is not None, debrief.released_at or debrief.due_at or last
