"""Use case: ask for a card when a nudge is sent, and take *Later* for an answer."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.deadline import Deadline
from coaching.errors import (
    CalledOffError,
    CoachingError,
    NotFoundError,
    SealedError,
)
from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person, Profile
from coaching.phrase import Phrase
from coaching.ports import Clock
from coaching.reminding.nudges import settled
from coaching.reminding.nudging import HOUR, Chosen, Ladder, Later, Reminders, Wishes, due, later
from coaching.reminding.wishing import wishes
from coaching.repositories import UnitOfWork, Work

AT_ONCE = timedelta()
LATE = timedelta(minutes=5)  # after a nudge was owed: Slack did not take it, or it was quiet


@dataclass(frozen=True, slots=True)
class Asking:
    """A nudge as it is sent. ``wait`` is how long to keep it back: it is quiet where they are."""

    loop: Loop
    interview: Interview
    first: bool
    can_wait: bool
    wait: timedelta = AT_ONCE


@dataclass(frozen=True, slots=True)
class PutOff:
    """A nudge that was answered with *Later*, and when the next one comes."""

    loop: Loop
    interview: Interview
    at: datetime


class LastNudgeError(CoachingError):
    """No other reminder comes, so none can be put off."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("That was the last reminder. Please score now, or use `/interview score`.")
        )


class SwitchedOffError(CoachingError):
    """Somebody who wants no reminders asks for one."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("You have switched reminders off. To get one, change `/interview settings`.")
        )


@dataclass(frozen=True, slots=True)
class PuttingOff:
    """What is between the bot and one interviewer about one card."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    ladder: Ladder
    zone: str

    async def later(self, actor: Person, interview: str, choice: Later) -> PutOff:
        """Remind again when the interviewer wants it.

        Raises LastNudgeError, SwitchedOffError, SealedError, CalledOffError or NotFoundError.
        """
        profile = await self.people.member(actor)
        return await self.deadline.within(self._later(actor, profile, interview, choice))

    async def asking(self, reader: Person, subject: str) -> Asking | None:
        """Return a nudge as it is now; None when it need not be said to this person any more.

        ``subject`` is the interview and which nudge it is: of those that Slack did not take in
        time, the newest is said, and the next comes an hour after it or later.
        """
        interview, _, n = subject.partition(":")
        profile = await self.people.member_or_none(reader)
        if profile is None:
            return None
        async with self.begin(reader.team) as work:
            found = await awaited(work, interview)
            if found is None or found[1].interviewer != reader.id:
                return None
            wished = await self._wishes(work, profile)
            reminders = await work.nudges.of(found[1])
            if wished.off or reminders is None or f"{reminders.sent}" != n:
                return None
            wait = self._wait(reminders, wished)
            if not wait:
                await self._count_from_now(work, found[1], reminders, wished)
        return Asking(*found, reminders.sent == 1, reminders.can_wait, wait)

    async def _later(
        self, actor: Person, profile: Profile, interview: str, choice: Later
    ) -> PutOff:
        now = self.now()
        async with self.begin(actor.team) as work:
            loop, mine = await _mine(work, actor, interview)
            reminders = await work.nudges.of(mine)
            wished = await self._wishes(work, profile)
            if reminders is None or mine.end > now:
                raise NotFoundError
            if wished.off:
                raise SwitchedOffError
            if not reminders.can_wait:
                raise LastNudgeError
            reminders = replace(reminders, chosen=Chosen(choice, now))
            following = due(reminders, wished, self.ladder, now)
            await work.nudges.note(mine.id, reminders, following.at if following else None)
        return PutOff(loop, mine, later(choice, now, wished.zone, wished.quiet))

    async def _count_from_now(
        self, work: Work, interview: Interview, reminders: Reminders, wished: Wishes
    ) -> None:
        """Note when a nudge is said that was kept back or held up."""
        now = self.now()
        if reminders.last and now - reminders.last > LATE:
            reminders = replace(reminders, last=now)
            following = due(reminders, wished, self.ladder, now)
            await work.nudges.note(interview.id, reminders, following.at if following else None)

    async def _wishes(self, work: Work, profile: Profile) -> Wishes:
        return wishes(profile, await work.preferences.of(profile.id), self.zone)

    def _wait(self, reminders: Reminders, wished: Wishes) -> timedelta:
        """Keep back what quiet hours overtook; what was asked for is said in them, if in time."""
        now = self.now()
        if asked := reminders.chosen:
            wanted = later(asked.later, asked.at, wished.zone, wished.quiet)
            if now - wanted <= HOUR:
                return AT_ONCE
        return quiet_for(wished, now)


async def rests(work: Work, profile: Profile, zone: str, now: datetime) -> timedelta:
    """Return how long it is quiet where somebody is; ``zone`` is for those whose Slack has none."""
    return quiet_for(wishes(profile, await work.preferences.of(profile.id), zone), now)


def quiet_for(wished: Wishes, now: datetime) -> timedelta:
    """Return how long it is quiet from now on."""
    return wished.quiet.opens(now, wished.zone) - now


async def awaited(work: Work, interview: str) -> tuple[Loop, Interview] | None:
    """Return an interview whose card is still missing."""
    found = await work.loops.interview(interview)
    loop = await work.loops.of(found.candidate) if found else None
    if found is None or loop is None or found.state != "planned" or await settled(work, found):
        return None
    return loop, found


async def _mine(work: Work, actor: Person, interview: str) -> tuple[Loop, Interview]:
    """Return an interview to its own interviewer; for anybody else there is none."""
    found = await work.loops.interview(interview)
    loop = await work.loops.of(found.candidate) if found else None
    if found is None or loop is None or found.interviewer != actor.id:
        raise NotFoundError
    if found.state != "planned":
        raise CalledOffError
    if at := (await work.scorecards.sealed(found.candidate)).get(found.id):
        raise SealedError(at)
    return loop, found
