"""Amendments in the database: rows are only ever added."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.sealed.amendment import Amendment
from storage.interview_tables import amendments
from storage.rows import read
from storage.upsert import insert_once


@dataclass(frozen=True, slots=True)
class SqlAmendments:
    """The amendments of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, interviews: Collection[str]) -> Sequence[Amendment]:
        """Return those of some cards."""
        mine = (amendments.c.team_id == self.team) & amendments.c.interview.in_(interviews)
        in_order = select(amendments).where(mine).order_by(amendments.c.interview, amendments.c.n)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Amendment, row, amendments) for row in rows]

    async def add(self, amendment: Amendment) -> bool:
        """Insert one, once."""
        row = {"team_id": self.team, **asdict(amendment)}
        return await insert_once(self.connection, amendments, row)
