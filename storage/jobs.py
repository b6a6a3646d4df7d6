"""Jobs in the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.job import Job
from questions.selection import Reason
from storage.comparable import comparable
from storage.rows import read
from storage.tables import candidates, debriefs, jobs
from storage.upsert import insert_once


@dataclass(frozen=True, slots=True)
class SqlJobs:
    """The openings of a team."""

    connection: AsyncConnection
    team: str

    async def add(self, job: Job, now: datetime) -> bool:
        """Insert once."""
        row = asdict(job)
        return await insert_once(
            self.connection, jobs, {"team_id": self.team, "created_at": now, **row}
        )

    async def of(self, job: str) -> Job | None:
        """Return one."""
        mine = (jobs.c.team_id == self.team) & (jobs.c.id == job)
        row = (await self.connection.execute(select(jobs).where(mine))).mappings().first()
        return read_job(row) if row else None

    async def run_by(self, person: str | None) -> Sequence[Job]:
        """Return those of a person, or all."""
        mine = jobs.c.team_id == self.team
        if person is not None:
            mine &= (jobs.c.manager == person) | (jobs.c.opened_by == person)
        newest = select(jobs).where(mine).order_by(jobs.c.created_at.desc(), jobs.c.id)
        return [read_job(row) for row in (await self.connection.execute(newest)).mappings()]

    async def comparable(
        self, person: str, least: int, *, every: bool, among: Collection[str] | None = None
    ) -> Sequence[Job]:
        """Count candidates in the database: most jobs have none."""
        found = comparable(self.team, person, least, every=every, among=among)
        return [read_job(row) for row in (await self.connection.execute(found)).mappings()]

    async def running(self, since: datetime) -> Sequence[Job]:
        """Return those that are not over, newest first."""
        of_job = (candidates.c.team_id == jobs.c.team_id) & (candidates.c.job == jobs.c.id)
        promised = (debriefs.c.team_id == candidates.c.team_id) & (
            debriefs.c.candidate == candidates.c.id
        )
        waiting = debriefs.c.released_at.is_(None) | (candidates.c.created_at > since)
        alive = exists().where(of_job & promised & waiting) | (jobs.c.created_at > since)
        mine = (jobs.c.team_id == self.team) & alive
        newest = select(jobs).where(mine).order_by(jobs.c.created_at.desc(), jobs.c.id)
        return [read_job(row) for row in (await self.connection.execute(newest)).mappings()]

    async def hold(self, job: str, *, alone: bool = False) -> Job | None:
        """Lock the row, for reading or for writing."""
        mine = (jobs.c.team_id == self.team) & (jobs.c.id == job)
        held = select(jobs).where(mine).with_for_update(read=not alone)
        row = (await self.connection.execute(held)).mappings().first()
        return read_job(row) if row else None

    async def ask(self, job: Job) -> None:
        """Update what it asks."""
        mine = (jobs.c.team_id == self.team) & (jobs.c.id == job.id)
        asked = {"questions": list(job.questions), "reasons": [asdict(r) for r in job.reasons]}
        await self.connection.execute(update(jobs).where(mine).values(**asked))

    async def settle(self, job: Job) -> None:
        """Update what its debriefs post, and when."""
        mine = (jobs.c.team_id == self.team) & (jobs.c.id == job.id)
        values = {name: getattr(job, name) for name in ("detail", "initials", "zone", "daily")}
        await self.connection.execute(update(jobs).where(mine).values(**values))


def read_job(row: Mapping[Any, Any]) -> Job:
    """Return the job in a row that has the columns of ``jobs``."""
    job = read(Job, row, jobs)
    reasons = tuple(Reason(**each) for each in row[jobs.c.reasons])
    return replace(
        job,
        questions=tuple(job.questions),
        reasons=reasons,
        competencies=tuple(job.competencies),
    )
