"""Use case: say how a job's debriefs are posted, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from coaching.deadline import Deadline
from coaching.digest import Digest
from coaching.errors import NotFoundError, refuse
from coaching.job import Detail, Job
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock
from coaching.repositories import UnitOfWork, Work
from coaching.zones import zone_named

DETAILS: Sequence[Detail] = get_args(Detail)
WALL = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class SettlingForm:
    """What was chosen; None is what was left out. ``hour`` ("17:00") counts only with ``daily``."""

    detail: str | None
    initials: bool
    zone: str | None
    daily: bool
    hour: str | None
    digest: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """How a job is set, and the digest of its channel, where there is one."""

    job: Job
    digest: Digest | None


@dataclass(frozen=True, slots=True)
class Settling:
    """Shows and keeps the settings of jobs, to those who run them and to ``admins``."""

    begin: UnitOfWork
    people: People
    now: Clock
    deadline: Deadline
    admins: frozenset[str]

    async def jobs(self, actor: Person, words: str = "") -> Sequence[Job]:
        """Return the jobs a person may set, newest first; ``words`` are some of the title's."""
        await self.people.member(actor)
        found = await self.deadline.within(self._jobs(actor))
        return [job for job in found if words.casefold() in job.title.casefold()]

    async def of(self, actor: Person, job: str) -> Settled:
        """Return how a job is set, or raise NotFoundError."""
        await self.people.member(actor)
        return await self.deadline.within(self._of(actor, job))

    async def settle(self, actor: Person, job: str, form: SettlingForm) -> Settled:
        """Keep it; NotFoundError, or FormError with a sentence for each field."""
        before = await self.of(actor, job)  # only those who may set a job hear what is wrong
        refuse(_faults(form, before.job))
        return await self.deadline.within(self._settle(actor, job, form))

    async def _jobs(self, actor: Person) -> Sequence[Job]:
        async with self.begin(actor.team) as work:
            return await work.jobs.run_by(None if actor.id in self.admins else actor.id)

    async def _of(self, actor: Person, job: str) -> Settled:
        async with self.begin(actor.team) as work:
            found = self._theirs(actor, await work.jobs.of(job))
            return Settled(found, await work.digests.of(found.channel))

    async def _settle(self, actor: Person, job: str, form: SettlingForm) -> Settled:
        async with self.begin(actor.team) as work:
            before = self._theirs(actor, await work.jobs.hold(job, alone=True))
            after = _settled(before, form)
            await work.jobs.settle(after)
            await work.audit.add(actor.id, "job.settle", job, self.now())
            return Settled(after, await self._digest(work, actor, before, after, form))

    async def _digest(
        self, work: Work, actor: Person, before: Job, after: Job, form: SettlingForm
    ) -> Digest | None:
        """Begin the digest of the job's channel, end it, or let it follow the clock of the job."""
        found, now = await work.digests.of(after.channel), self.now()
        if not form.digest:
            await work.digests.drop(after.channel)
            return None
        if found is None:
            found = Digest.begun(after.channel, actor.id, after.language, after.zone, now)
        elif found.zone == before.zone != after.zone:
            found = found.moved(after.zone, now)
        else:
            return found  # it goes by the clock of another job of the channel
        await work.digests.keep(found)
        return found

    def _theirs(self, actor: Person, job: Job | None) -> Job:
        """Return a job to those who run it; for anybody else there is none."""
        if job is None or actor.id not in {job.manager, job.opened_by, *self.admins}:
            raise NotFoundError
        return job


def _settled(job: Job, form: SettlingForm) -> Job:
    """Return a job as a form that was checked sets it."""
    return replace(
        job,
        detail=next(each for each in DETAILS if each == form.detail),
        initials=form.initials,
        zone=str(form.zone),
        daily=form.hour if form.daily else None,
    )


def _faults(form: SettlingForm, before: Job) -> dict[str, Phrase | None]:
    forgotten = form.hour and not form.daily and before.daily is None
    hour = not form.daily or (form.hour and WALL.fullmatch(form.hour))
    return {
        "detail": None if form.detail in DETAILS else Phrase("Choose what a debrief posts."),
        "zone": None
        if form.zone and zone_named(form.zone)
        else Phrase("Choose a time zone from the list."),
        "daily": Phrase("Tick this as well, or leave the time below empty.") if forgotten else None,
        "hour": None if hour else Phrase("Choose the time at which complete debriefs are posted."),
    }
