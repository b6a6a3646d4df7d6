"""Use case: what people are told of an interview that went otherwise, when it is sent."""

from dataclasses import dataclass
from datetime import timedelta

from coaching.loop import Interview, Loop
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.reminding.putting_off import AT_ONCE, awaited, rests
from coaching.reminding.told import Told, names_of
from coaching.repositories import UnitOfWork


@dataclass(frozen=True, slots=True)
class Missing:
    """What an organiser is told: whose card is missing, and whether they can still write it."""

    loop: Loop
    interview: Interview
    name: str
    gone: bool
    wait: timedelta = AT_ONCE


@dataclass(frozen=True, slots=True)
class Informing:
    """Knows who may hear what. ``zone`` is for those whose Slack has none."""

    begin: UnitOfWork
    people: People
    now: Clock
    zone: str

    async def missing(self, reader: Person, interview: str) -> Missing | None:
        """Return what an organiser is told, or None when there is nothing to tell any more."""
        profile = await self.people.member_or_none(reader)
        if profile is None:
            return None
        async with self.begin(reader.team) as work:
            found = await awaited(work, interview)
            if found is None or reader.id not in found[0].organisers():
                return None
            who = found[1].interviewer
            name = (await work.people.names([who]))[who]
            wait = await rests(work, profile, self.zone, self.now())
        gone = await self.people.member_or_none(Person(reader.team, who)) is None
        return Missing(*found, name, gone, wait)

    async def told(self, reader: Person, subject: str) -> Told | None:
        """Return what became of an interview to those whom it concerns.

        ``subject`` is the interview and, when it was handed over, its revision and who had it.
        """
        interview, _, rest = subject.partition(":")
        before = rest.partition(":")[2]
        async with self.begin(reader.team) as work:
            found = await work.loops.interview(interview)
            loop = await work.loops.of(found.candidate) if found else None
            if found is None or loop is None:
                return None
            names = await names_of(work, found.interviewer, before)
        concerned = loop.organisers() | {found.interviewer, before}
        return Told(loop, found, names, before) if reader.id in concerned else None

    async def asked(self, reader: Person, subject: str) -> Told | None:
        """Return an interview to whoever held it, as long as their card is missing."""
        interview, _, _ = subject.partition(":")
        async with self.begin(reader.team) as work:
            found = await awaited(work, interview)
            if found is None or found[1].interviewer != reader.id:
                return None
            return Told(*found, await names_of(work, reader.id))
