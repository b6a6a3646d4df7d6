"""Mock interviews in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.mock import Mock, Turn
from storage.practice_tables import mock_turns, mocks
from storage.rows import read
from storage.upsert import insert, insert_once


@dataclass(frozen=True, slots=True)
class SqlMocks:
    """A team's practice."""

    connection: AsyncConnection
    team: str

    async def current(self, person: str) -> Mock | None:
        """Return the one that is not over, locked."""
        return await self._one((mocks.c.person == person) & (mocks.c.state != "over"))

    async def under_way(self, person: str) -> Mock | None:
        """Return the same, unlocked."""
        mine = (mocks.c.team_id == self.team) & (mocks.c.person == person)
        row = await self.connection.execute(select(mocks).where(mine & (mocks.c.state != "over")))
        found = row.mappings().first()
        return _mock(found) if found else None

    async def begin(self, mock: Mock, now: datetime) -> None:
        """Insert, or wait for whoever is first."""
        row = {"team_id": self.team, "updated_at": now, **asdict(mock)}
        await insert_once(self.connection, mocks, row)

    async def of(self, mock: str) -> Mock | None:
        """Return one."""
        return await self._one(mocks.c.id == mock)

    async def save(self, mock: Mock, now: datetime) -> None:
        """Insert or replace."""
        row = asdict(mock) | {"updated_at": now}
        statement = insert(self.connection, mocks, {"team_id": self.team, **row})
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id", "id"], set_=row)
        )

    async def add(self, turn: Turn, now: datetime) -> bool:
        """Insert, unless the message was taken before."""
        row = {"team_id": self.team, "at": now, **asdict(turn)}
        return await insert_once(self.connection, mock_turns, row)

    async def turns(self, mock: str) -> Sequence[Turn]:
        """Return them in order."""
        mine = (mock_turns.c.team_id == self.team) & (mock_turns.c.mock == mock)
        in_order = select(mock_turns).where(mine).order_by(mock_turns.c.n)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Turn, row, mock_turns) for row in rows]

    async def met(self, person: str) -> Sequence[str]:
        """Return the questions of the person's mocks up to where they came."""
        mine = (mocks.c.team_id == self.team) & (mocks.c.person == person)
        in_order = select(mocks).where(mine).order_by(mocks.c.updated_at)
        rows = (await self.connection.execute(in_order)).mappings()
        return [question for mock in map(_mock, rows) for question in mock.questions[: mock.at + 1]]

    async def _one(self, which: ColumnElement[bool]) -> Mock | None:
        mine = (mocks.c.team_id == self.team) & which
        row = await self.connection.execute(select(mocks).where(mine).with_for_update())
        found = row.mappings().first()
        return _mock(found) if found else None


def _mock(row: Mapping[Any, Any]) -> Mock:
    mock = read(Mock, row, mocks)
    return replace(mock, questions=tuple(mock.questions), probed=tuple(mock.probed))
