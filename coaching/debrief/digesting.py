"""Use cases of the clock: what a hiring channel is told on Mondays, and who is told names."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from coaching.digest import Digest, weeks_of
from coaching.loop import Interview, Loop
from coaching.overview import state
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.post import owed
from coaching.reminding.putting_off import AT_ONCE, rests
from coaching.repositories import Store, Work

DIGEST, DIGEST_NAMES = "digest", "digest_names"
BATCH = 50  # in one round, so that a round ends


@dataclass(frozen=True, slots=True)
class Week:
    """What there is to say of a channel: loops that run, of them ``overdue`` cards, and counts.

    ``due`` debriefs come in the week of the digest; ``decided`` candidates were in the one before.
    """

    loops: Sequence[Loop]
    overdue: Sequence[tuple[Loop, Interview]]
    due: int
    decided: int

    @property
    def silent(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.loops or self.decided)

    @property
    def organisers(self) -> Collection[str]:
        """Return who is to hear whose cards are overdue; of their own loop nobody is."""
        return {
            who for loop, _ in self.overdue for who in loop.organisers() - {loop.candidate.account}
        }

    def overdue_for(self, organiser: str) -> Sequence[tuple[Loop, Interview]]:
        """Return the overdue cards of the loops that a person organises."""
        return [
            (loop, interview)
            for loop, interview in self.overdue
            if organiser in loop.organisers() - {loop.candidate.account}
        ]


@dataclass(frozen=True, slots=True)
class Overdue:
    """What one organiser is told, by the names of the interviewers."""

    cards: Sequence[tuple[Loop, Interview]]
    names: Mapping[str, str]
    wait: timedelta = AT_ONCE


@dataclass(frozen=True, slots=True)
class Digesting:
    """Owes the digests that are due. ``zone`` is for people whose Slack has none."""

    store: Store
    people: People
    now: Clock
    zone: str

    async def owe_due(self) -> int:
        """Owe the messages of the digests whose time has come; return how many digests."""
        looks = 0
        while looks < BATCH and await self._owe():
            looks += 1
        return looks

    async def week(self, team: str, channel: str, on: date) -> tuple[Digest, Week] | None:
        """Return what the digest of a date says now; None when there is nothing to say."""
        async with self.store.begin(team) as work:
            digest = await work.digests.of(channel)
            found = await week_of(work, digest, on, self.now()) if digest else None
        return (digest, found) if digest and found and not found.silent else None

    async def overdue(self, reader: Person, channel: str, on: date) -> Overdue | None:
        """Return the overdue cards of an organiser's loops; None when there are none."""
        profile = await self.people.member_or_none(reader)
        found = await self.week(reader.team, channel, on)
        if profile is None or found is None or not (cards := found[1].overdue_for(reader.id)):
            return None
        async with self.store.begin(reader.team) as work:
            names = await work.people.names(sorted({each.interviewer for _, each in cards}))
            wait = await rests(work, profile, self.zone, self.now())
        return Overdue(cards, names, wait)

    async def _owe(self) -> bool:
        """Take a digest that is due and owe what it brings, both or neither."""
        now = self.now()
        async with self.store.claim() as claims:
            taken = await claims.digest(now)
            if taken is None:
                return False
            work, digest = claims.of(taken[0]), taken[1]
            if digest.comes(now):
                await _owe_week(work, digest, now)
            await work.digests.keep(digest.taken(now))
            return True


async def week_of(work: Work, digest: Digest, on: date, now: datetime) -> Week:
    """Return what there is to say of a channel in the week that begins ``on`` a Monday.

    Who is not to have a debrief is not counted.
    """
    before, begins, ends = weeks_of(digest.zone, on)
    promised = await work.loops.unreleased_in(digest.channel)
    loops = [each for each in promised if each.panel and each.debrief.stopped != "cancelled"]
    dues = [each.debrief.due_at for each in loops if not each.debrief.stopped]
    return Week(
        loops=loops,
        overdue=await _overdue(work, loops, now),
        due=sum(1 for at in dues if at and begins <= at < ends),
        decided=await work.digests.decided(digest.channel, before, begins),
    )


async def _overdue(
    work: Work, loops: Sequence[Loop], now: datetime
) -> Sequence[tuple[Loop, Interview]]:
    """Return the interviews whose card was awaited until yesterday."""
    sealed = await work.scorecards.sealed_in([loop.candidate.id for loop in loops])
    return [
        (loop, interview)
        for loop in loops
        for interview in loop.panel
        if state(interview, now, sealed=interview.id in sealed) == "overdue"
    ]


async def _owe_week(work: Work, digest: Digest, now: datetime) -> None:
    """Owe the digest to its channel, and names to the organisers alone."""
    week = await week_of(work, digest, digest.on, now)
    if week.silent:
        return
    on = digest.on.isoformat()
    await work.posts.owe(owed(work.team, DIGEST, digest.channel, on, digest.owner), now)
    for organiser in sorted(week.organisers):
        subject = f"{digest.channel}:{on}:{organiser}"
        await work.posts.owe(owed(work.team, DIGEST_NAMES, organiser, subject), now)
