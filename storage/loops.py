"""Candidates, their interviews and debriefs in the database."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.loop import Candidate, Debrief, Interview, Loop, same_name
from coaching.standing import Standing
from storage.jobs import read_job
from storage.open_loops import open_to
from storage.rows import read
from storage.standing import standing
from storage.tables import candidates, debriefs, interviews, jobs
from storage.upsert import insert_once

DAY = timedelta(days=1)  # longer than any interview
_LOOPS = (
    candidates.join(
        jobs, (jobs.c.team_id == candidates.c.team_id) & (jobs.c.id == candidates.c.job)
    )
).join(
    debriefs,
    (debriefs.c.team_id == candidates.c.team_id) & (debriefs.c.candidate == candidates.c.id),
)


@dataclass(frozen=True, slots=True)
class SqlLoops:
    """The loops of a team."""

    connection: AsyncConnection
    team: str

    async def add(
        self,
        candidate: Candidate,
        panel: Sequence[Interview],
        debrief: Debrief,
        now: datetime,
    ) -> bool:
        """Insert everything once."""
        row = {"team_id": self.team, "created_at": now, **asdict(candidate)}
        if not await insert_once(self.connection, candidates, row):
            return False
        rows = [
            {"team_id": self.team, "position": position, **asdict(interview)}
            for position, interview in enumerate(panel)
        ]
        await self.connection.execute(interviews.insert(), rows)
        await self.connection.execute(
            debriefs.insert().values(team_id=self.team, **asdict(debrief))
        )
        return True

    async def of(self, candidate: str) -> Loop | None:
        """Return one."""
        found = await self._where(candidates.c.id == candidate, 1)
        return found[0] if found else None

    async def followed_by(self, person: str | None, limit: int) -> Sequence[Loop]:
        """Return the newest of a person, or of all."""
        return await self._where(self._followed(person), limit)

    async def debriefed(
        self, person: str | None, since: datetime, until: datetime
    ) -> Sequence[Loop]:
        """Return those of a week; when interviews end is reckoned in Python."""
        at = func.coalesce(debriefs.c.released_at, debriefs.c.due_at)
        return await self._where(
            self._followed(person) & (at.is_(None) | ((at >= since) & (at < until))), None
        )

    async def expired(self, manager: str) -> Sequence[Loop]:
        """Return those that are stopped for that."""
        return await self._where(
            (jobs.c.manager == manager) & (debriefs.c.stopped == "expired"), None
        )

    def _followed(self, person: str | None) -> ColumnElement[bool]:
        if person is None:
            return candidates.c.team_id == self.team
        on_panel = select(interviews.c.candidate).where(
            (interviews.c.team_id == self.team)
            & (interviews.c.interviewer == person)
            & (interviews.c.state == "planned")
        )
        return (
            (candidates.c.planned_by == person)
            | (jobs.c.manager == person)
            | (jobs.c.opened_by == person)
            | candidates.c.id.in_(on_panel)
        )

    async def open_to(self, person: str, since: datetime, *, every: bool) -> Sequence[Loop]:
        """Return those a person still has to do with, or every one that is not over."""
        return await self._where(open_to(self.team, person, since, every=every), None)

    async def interview(self, interview: str) -> Interview | None:
        """Return one interview."""
        mine = (interviews.c.team_id == self.team) & (interviews.c.id == interview)
        row = (await self.connection.execute(select(interviews).where(mine))).mappings().first()
        return read_interview(row) if row else None

    async def busy(
        self, people: Collection[str], since: datetime, until: datetime
    ) -> Sequence[Interview]:
        """Look at a day more: where an interview ends is reckoned in Python."""
        mine = (interviews.c.team_id == self.team) & interviews.c.interviewer.in_(people)
        near = (interviews.c.start > since - DAY) & (interviews.c.start < until)
        planned = mine & near & (interviews.c.state == "planned")
        in_order = select(interviews).where(planned).order_by(interviews.c.start, interviews.c.id)
        rows = (await self.connection.execute(in_order)).mappings()
        return [each for each in map(read_interview, rows) if each.end > since]

    async def hold(self, interview: str, *, alone: bool = False) -> None:
        """Lock the row, for reading or for writing."""
        mine = (interviews.c.team_id == self.team) & (interviews.c.id == interview)
        held = select(interviews.c.id).where(mine).with_for_update(read=not alone)
        await self.connection.execute(held)

    async def unreleased(self, of: Collection[str]) -> Sequence[Loop]:
        """Return those of some jobs, the earliest first."""
        waiting = jobs.c.id.in_(of) & debriefs.c.released_at.is_(None)
        return (await self._where(waiting, None))[::-1]

    async def of_jobs(self, of: Collection[str]) -> Sequence[Loop]:
        """Return those of some jobs, the earliest first."""
        return (await self._where(candidates.c.job.in_(of), None))[::-1]

    async def unreleased_in(self, channel: str) -> Sequence[Loop]:
        """Return those of a channel, the earliest first."""
        waiting = (debriefs.c.channel == channel) & debriefs.c.released_at.is_(None)
        return (await self._where(waiting, None))[::-1]

    async def ask(self, interview: Interview) -> None:
        """Update what it asks."""
        mine = (interviews.c.team_id == self.team) & (interviews.c.id == interview.id)
        asked = update(interviews).where(mine).values(questions=list(interview.questions))
        await self.connection.execute(asked)

    async def change(self, interview: Interview) -> None:
        """Update everything but whom it is with."""
        mine = (interviews.c.team_id == self.team) & (interviews.c.id == interview.id)
        values = {k: v for k, v in asdict(interview).items() if k not in {"id", "candidate"}}
        await self.connection.execute(update(interviews).where(mine).values(**values))

    async def seat(self, interview: Interview, place: str) -> None:
        """Insert it with the position of the other."""
        there = (interviews.c.team_id == self.team) & (interviews.c.id == place)
        position = select(interviews.c.position).where(there).scalar_subquery()
        row = {"team_id": self.team, "position": position, **asdict(interview)}
        await self.connection.execute(interviews.insert().values(**row))

    async def promise(self, debrief: Debrief) -> None:
        """Update everything but whose it is and where it goes."""
        mine = (debriefs.c.team_id == self.team) & (debriefs.c.candidate == debrief.candidate)
        values = {k: v for k, v in asdict(debrief).items() if k not in {"candidate", "channel"}}
        await self.connection.execute(update(debriefs).where(mine).values(**values))

    async def standing(self, person: str, now: datetime, *, admin: bool) -> Standing:
        """Return it as of now."""
        return await standing(self.connection, self.team, person, now, admin=admin)

    async def namesakes(self, candidate: Candidate, since: datetime) -> Sequence[str]:
        """Compare in Python: databases fold only ASCII."""
        mine = (candidates.c.team_id == self.team) & (candidates.c.created_at >= since)
        others = select(candidates).where(mine & (candidates.c.id != candidate.id))
        rows = (await self.connection.execute(others)).mappings()
        return [
            row["id"]
            for row in rows
            if (candidate.account and row["account"] == candidate.account)
            or same_name(row["name"], candidate.name)
        ]

    async def lock(self, candidate: str) -> Debrief:
        """Return the promise, locked."""
        mine = (debriefs.c.team_id == self.team) & (debriefs.c.candidate == candidate)
        row = await self.connection.execute(select(debriefs).where(mine).with_for_update())
        return read(Debrief, row.mappings().one(), debriefs)

    async def release(self, candidate: str, now: datetime) -> bool:
        """Mark the promise kept, once."""
        mine = (debriefs.c.team_id == self.team) & (debriefs.c.candidate == candidate)
        waiting = mine & debriefs.c.released_at.is_(None)
        done = update(debriefs).where(waiting).values(released_at=now)
        found = await self.connection.execute(done.returning(debriefs.c.candidate))
        return found.first() is not None

    async def _where(self, which: ColumnElement[bool], limit: int | None) -> Sequence[Loop]:
        mine = (candidates.c.team_id == self.team) & which
        newest = select(candidates, jobs, debriefs).select_from(_LOOPS).where(mine)
        newest = newest.order_by(candidates.c.created_at.desc(), candidates.c.id).limit(limit)
        rows = (await self.connection.execute(newest)).mappings().all()
        panels = await self._panels([row[candidates.c.id] for row in rows])
        return [
            Loop(
                read_job(row),
                candidate := read(Candidate, row, candidates),
                panels[candidate.id],
                read(Debrief, row, debriefs),
            )
            for row in rows
        ]

    async def _panels(self, of: Sequence[str]) -> Mapping[str, list[Interview]]:
        mine = (interviews.c.team_id == self.team) & interviews.c.candidate.in_(of)
        in_order = select(interviews).where(mine).order_by(interviews.c.position, interviews.c.id)
        panels: defaultdict[str, list[Interview]] = defaultdict(list)
        for row in (await self.connection.execute(in_order)).mappings():
            panels[row["candidate"]].append(read_interview(row))
        return panels


def read_interview(row: Mapping[Any, Any]) -> Interview:
    """Return the interview in a row of ``interviews``."""
    return read(Interview, row, interviews, "competencies", "questions")
