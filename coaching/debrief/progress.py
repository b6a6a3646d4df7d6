"""How far loops are: which cards are sealed, never what they say."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, tzinfo

from coaching.deadline import Deadline
from coaching.debrief.decision import Decision
from coaching.debrief.handing_over import may_have
from coaching.debrief.timing import may_post
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.reminding.quiet import DAY, moment
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import NOTHING, Offers, offers_to, pens_of

SHOWN = 10  # loops that one answer lists
SEARCHED = 1_000  # newest ones whose names are looked at: databases fold only ASCII


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a loop is: which interviews are sealed, never what the cards say.

    Of a debrief that is out, ``decision`` is the one that counts, or it is ``undecided``: whoever
    still owes a scorecard learns neither.
    """

    loop: Loop
    sealed: frozenset[str]
    names: Mapping[str, str]
    decision: Decision | None = None
    undecided: bool = False
    organised: bool = False  # by whoever asks
    offers: Offers = NOTHING
    packed: bool = False  # whoever asks may have the packet
    postable: bool = False  # whoever asks may let the debrief go now

    @property
    def missing(self) -> Sequence[Interview]:
        """Return the interviews without a sealed card."""
        return [each for each in self.loop.panel if each.id not in self.sealed]

    def owes(self, person: str) -> bool:
        """Tell whether one of the missing cards is somebody's."""
        return any(each.interviewer == person for each in self.missing)

    @property
    def changeable(self) -> Sequence[Interview]:
        """Return the interviews whose time, interviewer or questions may still be changed."""
        if self.loop.debrief.released_at:
            return []
        leads = [each for each in self.loop.interviews if each.kind == "lead"]
        return [each for each in leads if each.state != "cancelled" and each.id not in self.sealed]


@dataclass(frozen=True, slots=True)
class Found:
    """The newest loops that were asked for; ``more``: there are others, or may be."""

    shown: Sequence[Progress]
    more: bool


@dataclass(frozen=True, slots=True)
class Following:
    """Tells people how far their loops are."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def of(self, actor: Person, words: str = "") -> Found:
        """Return the newest loops a person organises or interviews in, at most ``SHOWN``.

        ``words`` narrows it to candidates or jobs whose name has them. Their own loop, a candidate
        never sees.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._of(actor, words.casefold()))

    async def week(self, actor: Person, zone: tzinfo) -> Sequence[Progress]:
        """Return the loops whose debrief belongs to this week, Monday to Sunday in a zone.

        It came in it, comes in it, was to come in it, or waits for cards of interviews that are
        over by its end. The earliest first; those that only wait come last.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._week(actor, zone))

    async def _week(self, actor: Person, zone: tzinfo) -> Sequence[Progress]:
        begins, ends = week_of(self.now(), zone)
        async with self.begin(actor.team) as work:
            whose = None if actor.id in self.admins else actor.id
            mine = [
                loop
                for loop in await work.loops.debriefed(whose, begins, ends)
                if loop.candidate.account != actor.id and _is_in(loop, begins, ends)
            ]
            sealed = await work.scorecards.sealed_in([loop.candidate.id for loop in mine])
            found = await progress_of(work, mine, sealed, actor.id, whose)
        return sorted(found, key=lambda each: _when(each.loop) or ends)

    async def _of(self, actor: Person, words: str) -> Found:
        async with self.begin(actor.team) as work:
            whose = None if actor.id in self.admins else actor.id
            searched = SEARCHED if words else SHOWN * 2
            newest = await work.loops.followed_by(whose, searched)
            mine = [
                loop
                for loop in newest
                if loop.candidate.account != actor.id and is_about(loop, words)
            ]
            shown = [await self._one(work, loop, actor.id, whose) for loop in mine[:SHOWN]]
        return Found(shown, more=len(mine) > SHOWN or len(newest) == searched)

    async def _one(self, work: Work, loop: Loop, person: str, whose: str | None) -> Progress:
        pens = await pens_of(work, loop)
        [found] = await progress_of(work, [loop], pens.sealed, person, whose, pens.writers.values())
        return replace(
            found,
            offers=offers_to(person, pens, self.now()),
            packed=may_have(person, pens, self.admins),
            postable=may_post(person, pens, self.admins)
            and bool(pens.to_see())
            and not pens.writes(person),
        )


def week_of(now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return in UTC when the week of a moment begins, on Monday, and when the next one does."""
    today = now.astimezone(zone).date()
    monday = today - DAY * today.weekday()
    return moment(monday, time.min, zone), moment(monday + 7 * DAY, time.min, zone)


def _is_in(loop: Loop, begins: datetime, ends: datetime) -> bool:
    at = _when(loop)
    if at is None:
        return bool(loop.panel) and max(each.end for each in loop.panel) < ends
    return begins <= at < ends


def _when(loop: Loop) -> datetime | None:
    """Return when a debrief came or comes; None where it waits for cards."""
    return loop.debrief.released_at or loop.debrief.due_at


def is_about(loop: Loop, words: str) -> bool:
    """Tell whether the name of a candidate or of their job has these words, in small letters."""
    return words in f"{loop.candidate.name}\n{loop.job.title}".casefold()


async def progress_of(
    work: Work,
    loops: Sequence[Loop],
    sealed: Collection[str],
    reader: str,
    organiser: str | None,
    more: Collection[str] = (),
) -> Sequence[Progress]:
    """Return how far loops are, in their order, of interviews whose card is ``sealed``.

    ``reader`` is who asks, and ``organiser`` too, or None: whoever asks organises them all.
    ``more`` are others to be named.
    """
    people = {*more, *(who for loop in loops for who in _seated(loop))}
    names = await work.people.names(sorted(people))
    out = [loop.candidate.id for loop in loops if loop.debrief.released_at]
    decided = await work.decisions.newest(out) if out else {}
    found = [
        Progress(
            loop,
            frozenset(each.id for each in loop.panel if each.id in sealed),
            names,
            organised=organiser is None or organiser in loop.organisers(),
        )
        for loop in loops
    ]
    return [each if each.owes(reader) else _decided(each, decided) for each in found]


def _decided(progress: Progress, decided: Mapping[str, Decision]) -> Progress:
    decision = decided.get(progress.loop.candidate.id)
    out = progress.loop.debrief.released_at is not None
    return replace(progress, decision=decision, undecided=out and decision is None)


def _seated(loop: Loop) -> Sequence[str]:
    return [each.interviewer for each in loop.interviews]
