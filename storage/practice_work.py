"""The repositories of one team's practice, and what is due in any team's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.practice.peers.session import Waiting
from storage import peers
from storage.inbox import SqlRequests
from storage.mocks import SqlMocks
from storage.outbox import SqlPosts
from storage.own_questions import SqlOwnQuestions
from storage.peers import SqlPeers
from storage.practice_tables import mock_drafts, mock_turns, mocks, peer_sessions


@dataclass(frozen=True, slots=True)
class SqlPracticeWork:
    """All that practice may read and write."""

    team: str
    mocks: SqlMocks
    peers: SqlPeers
    posts: SqlPosts
    requests: SqlRequests
    questions: SqlOwnQuestions


def practice_of(connection: AsyncConnection, team: str) -> SqlPracticeWork:
    """Build every repository with its team."""
    return SqlPracticeWork(
        team,
        SqlMocks(connection, team),
        SqlPeers(connection, team),
        SqlPosts(connection, team),
        SqlRequests(connection, team),
        SqlOwnQuestions(connection, team),
    )


@dataclass(frozen=True, slots=True)
class SqlPracticeClaims:
    """Takes what is due, and drops what is old."""

    connection: AsyncConnection

    async def silent(self, now: datetime) -> tuple[str, str] | None:
        """Clear the time of the oldest due row, so that nobody else takes it."""
        key = (mocks.c.team_id, mocks.c.id)
        due = (mocks.c.due_at <= now) & (mocks.c.state == "asking")
        first = select(*key).where(due).order_by(mocks.c.due_at).limit(1)
        oldest = first.with_for_update(skip_locked=True).scalar_subquery()
        take = update(mocks).where((tuple_(*key) == oldest) & due).values(due_at=None)
        row = (await self.connection.execute(take.returning(*key))).one_or_none()
        return (row.team_id, row.id) if row else None

    async def uncommented(self, since: datetime) -> tuple[str, str] | None:
        """Clear the mark of the oldest answer of late, so that nobody else takes it."""
        key = (mocks.c.team_id, mocks.c.id)
        due = mocks.c.uncommented & (mocks.c.updated_at >= since)
        first = select(*key).where(due).order_by(mocks.c.updated_at).limit(1)
        oldest = first.with_for_update(skip_locked=True).scalar_subquery()
        take = update(mocks).where((tuple_(*key) == oldest) & due).values(uncommented=False)
        row = (await self.connection.execute(take.returning(*key))).one_or_none()
        return (row.team_id, row.id) if row else None

    async def waited(self, now: datetime) -> tuple[str, Waiting] | None:
        """Delete one that is late."""
        return await peers.waited(self.connection, now)

    async def idle(self, before: datetime) -> tuple[str, str] | None:
        """Lock one that was left alone."""
        return await peers.idle(self.connection, before)

    async def lonely(self) -> Sequence[tuple[str, Waiting]]:
        """Lock those that could be paired."""
        return await peers.lonely(self.connection)

    async def expire(self, before: datetime) -> None:
        """Delete every text that is older, and every pair; what a person was asked stays known."""
        for table in (mock_turns, mock_drafts):
            await self.connection.execute(delete(table).where(table.c.at < before))
        parted = delete(peer_sessions).where(peer_sessions.c.updated_at < before)
        await self.connection.execute(parted)
        left = (mocks.c.updated_at < before) & (mocks.c.state != "over")
        ended = update(mocks).where(left).values(state="over", due_at=None)
        await self.connection.execute(ended)

    def of(self, team: str) -> SqlPracticeWork:
        """Return the team's repositories, in this transaction."""
        return practice_of(self.connection, team)
