"""Use case of the clock: remind of the cards that are missing, or tell the organiser."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person, Profile
from coaching.ports import Clock
from coaching.post import owed
from coaching.reminding.nudging import FIRST, Ladder, Nudge, Reminders, Wishes, due
from coaching.reminding.wishing import wishes
from coaching.repositories import Store, Work

NUDGE, CARD_MISSING = "nudge", "card_missing"
BATCH = 100  # looks in one round, so that a round ends
LEASE = timedelta(minutes=2)  # for one look: Slack may have to be asked where somebody is


@dataclass(frozen=True, slots=True)
class Nudging:
    """Looks at each card when its moment comes. ``zone`` is for those whose Slack has none."""

    store: Store
    people: People
    now: Clock
    ladder: Ladder
    zone: str

    async def nudge_due(self) -> int:
        """Look at what is due and owe what is to be said; return how many looks."""
        looks = 0
        while looks < BATCH and await self._look():
            looks += 1
        return looks

    async def _look(self) -> bool:
        """Take a reminder, ask where its person is now, and decide: no transaction waits for Slack.

        Whoever dies in between leaves a lease that ends.
        """
        until = self.now() + LEASE
        async with self.store.claim() as claims:
            found = await claims.nudge(self.now(), until)
            if found is None:
                return False
            team, key = found
            interview = await claims.of(team).loops.interview(key)
        if interview:
            profile = await self.people.member_or_none(Person(team, interview.interviewer))
            async with self.store.begin(team) as work:
                await self._decide(work, interview, profile, until)
        return True

    async def _decide(
        self, work: Work, seen: Interview, profile: Profile | None, until: datetime
    ) -> None:
        """Say what is due, if it still is, and note when to look again."""
        interview = await work.loops.interview(seen.id)
        loop = await work.loops.of(seen.candidate)
        if interview is None or loop is None or interview.interviewer != seen.interviewer:
            return  # it is another's now: looked at anew when the lease ends
        reminders = await work.nudges.leased(interview, until)
        if reminders is None:
            return
        if interview.state != "planned" or await settled(work, interview):
            await work.nudges.drop(interview.id)
            return
        now = self.now()
        wished = None
        if profile:
            chosen = await work.preferences.of(profile.id)
            wished = wishes(profile, chosen, self.zone)
        reminders = await self._say(work, loop, interview, (reminders, wished), now)
        after = self._next(reminders, wished, now)
        await work.nudges.note(interview.id, reminders, after.at if after else None)

    def _next(self, reminders: Reminders, wished: Wishes | None, now: datetime) -> Nudge | None:
        """Return what comes next; for somebody who has left, nobody else can be reminded."""
        if wished:
            return due(reminders, wished, self.ladder, now)
        return None if reminders.told else Nudge(max(reminders.end + FIRST, now), "organiser")

    async def _say(
        self,
        work: Work,
        loop: Loop,
        interview: Interview,
        about: tuple[Reminders, Wishes | None],
        now: datetime,
    ) -> Reminders:
        """Owe the message that is due now, if any; return the reminders with it."""
        reminders, _ = about
        nudge = self._next(*about, now)
        if nudge is None or nudge.at > now:
            return reminders
        if nudge.to == "organiser":
            if interview.kind == "lead":  # a shadow's card is for themselves
                await _tell_organiser(work, loop, interview, now)
            return replace(reminders, told=True)
        n = reminders.sent + 1
        who = interview.interviewer
        await work.posts.owe(owed(work.team, NUDGE, who, f"{interview.id}:{n}"), now)
        return replace(reminders, sent=n, last=now, chosen=reminders.asked)


async def sealed(work: Work, interview: Interview) -> bool:
    """Tell whether the card of an interview is sealed."""
    return interview.id in await work.scorecards.sealed(interview.candidate)


async def settled(work: Work, interview: Interview) -> bool:
    """Tell whether nobody waits for its interviewer: sealed, or written by another for them."""
    writers = await work.scorecards.writers(interview.candidate)
    return interview.id in writers or await sealed(work, interview)


async def _tell_organiser(work: Work, loop: Loop, interview: Interview, now: datetime) -> None:
    """Owe the word to whoever planned it, or to the manager when that is the interviewer."""
    organiser = organiser_of(loop, interview.interviewer)
    if organiser:
        post = owed(work.team, CARD_MISSING, organiser, interview.id, loop.job.manager)
        await work.posts.owe(post, now)


def organiser_of(loop: Loop, besides: str) -> str | None:
    """Return who is told about an interview, ``besides`` the person it is told about."""
    asked = (loop.candidate.planned_by, loop.job.manager)
    return next((person for person in asked if person != besides), None)
