"""What is due, in any team: the only queries that look across them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.digest import Digest
from coaching.post import Post
from storage.debrief_tables import digests
from storage.draft_tables import plan_drafts
from storage.interview_tables import nudges
from storage.rows import read
from storage.tables import debriefs, inbox, outbox, teams
from storage.work import SqlWork, work_of

BATCH = 100


@dataclass(frozen=True, slots=True)
class SqlClaims:
    """Takes what is due row by row; each row goes to one caller."""

    connection: AsyncConnection

    async def debrief(self, now: datetime) -> tuple[str, str] | None:
        """Mark the oldest due row released."""
        waiting = debriefs.c.released_at.is_(None) & debriefs.c.stopped.is_(None)
        due = (debriefs.c.due_at <= now) & waiting
        key = (debriefs.c.team_id, debriefs.c.candidate)
        oldest = _oldest(due, debriefs.c.due_at, key)
        take = update(debriefs).where(oldest).values(released_at=now).returning(*key)
        row = (await self.connection.execute(take)).one_or_none()
        return (row.team_id, row.candidate) if row else None

    async def nudge(self, now: datetime, until: datetime) -> tuple[str, str] | None:
        """Move the oldest due row out of everyone's sight until ``until``."""
        key = (nudges.c.team_id, nudges.c.interview)
        oldest = _oldest(nudges.c.due_at <= now, nudges.c.due_at, key)
        lease = update(nudges).where(oldest).values(due_at=until).returning(*key)
        row = (await self.connection.execute(lease)).one_or_none()
        return (row.team_id, row.interview) if row else None

    async def kit(self, now: datetime) -> tuple[str, str] | None:
        """Clear the moment of the oldest due row."""
        key = (nudges.c.team_id, nudges.c.interview)
        oldest = _oldest(nudges.c.kit_at <= now, nudges.c.kit_at, key)
        take = update(nudges).where(oldest).values(kit_at=None).returning(*key)
        row = (await self.connection.execute(take)).one_or_none()
        return (row.team_id, row.interview) if row else None

    async def digest(self, now: datetime) -> tuple[str, Digest] | None:
        """Lock the oldest due row: when the next one comes is reckoned in its own zone."""
        due = select(digests).where(digests.c.due_at <= now).order_by(digests.c.due_at).limit(1)
        held = due.with_for_update(skip_locked=True)
        row = (await self.connection.execute(held)).mappings().one_or_none()
        return (row["team_id"], read(Digest, row, digests)) if row else None

    async def teams(self) -> Sequence[str]:
        """Return their ids, sorted."""
        known = select(teams.c.team_id).order_by(teams.c.team_id)
        return (await self.connection.execute(known)).scalars().all()

    async def post(self, now: datetime, until: datetime) -> tuple[str, Post] | None:
        """Move the oldest due row out of everyone's sight until ``until``."""
        paused = select(teams.c.team_id).where(teams.c.paused_at.is_not(None))
        due = (outbox.c.due_at <= now) & (outbox.c.state == "pending")
        due &= outbox.c.team_id.not_in(paused)
        key = (outbox.c.team_id, outbox.c.key)
        oldest = _oldest(due, outbox.c.due_at, key, outbox.c.created_at)
        lease = update(outbox).where(oldest).values(due_at=until).returning(outbox)
        row = (await self.connection.execute(lease)).mappings().one_or_none()
        return (row[outbox.c.team_id], read(Post, row, outbox)) if row else None

    async def doubtful(self, now: datetime, again: datetime) -> tuple[str, Post, str] | None:
        """Put the oldest doubt off until ``again``: whoever looks may fail."""
        due = (outbox.c.doubtful_at <= now) & (outbox.c.state == "sent")
        oldest = _oldest(due, outbox.c.doubtful_at, (outbox.c.team_id, outbox.c.key))
        take = update(outbox).where(oldest).values(doubtful_at=again).returning(outbox)
        row = (await self.connection.execute(take)).mappings().one_or_none()
        if row is None:
            return None
        return row[outbox.c.team_id], read(Post, row, outbox), row[outbox.c.message_ts]

    async def interrupted(self, now: datetime, attempts: int) -> Sequence[Mapping[str, Any]]:
        """Return the bodies of what failed, and of what nobody finished in time."""
        late = (inbox.c.state == "running") & (inbox.c.until <= now)
        unfinished = inbox.c.body.is_not(None) & ((inbox.c.state == "failed") | late)
        oldest = (
            select(inbox.c.body)
            .where(unfinished, inbox.c.attempts < attempts)
            .order_by(inbox.c.seen_at)
            .limit(BATCH)
        )
        return (await self.connection.execute(oldest)).scalars().all()

    async def forget_requests(self, before: datetime) -> None:
        """Delete what is older."""
        await self.connection.execute(delete(inbox).where(inbox.c.seen_at < before))

    async def forget_drafts(self, before: datetime) -> None:
        """Delete what is older."""
        await self.connection.execute(delete(plan_drafts).where(plan_drafts.c.begun_at < before))

    def of(self, team: str) -> SqlWork:
        """Return the team's repositories, in this transaction."""
        return work_of(self.connection, team)


def _oldest(
    due: ColumnElement[bool],
    at: Column[datetime],
    key: tuple[Column[str], Column[str]],
    *then: Column[datetime],
) -> ColumnElement[bool]:
    """Match one row. With ``=`` the query inside runs once; ``IN`` leaves that to the planner."""
    first = select(*key).where(due).order_by(at, *then).limit(1).with_for_update(skip_locked=True)
    return (tuple_(*key) == first.scalar_subquery()) & due
