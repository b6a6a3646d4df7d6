"""Votes after the talk in the database."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.debrief.vote import Vote
from storage.debrief_tables import votes as table
from storage.rows import read


@dataclass(frozen=True, slots=True)
class SqlVotes:
    """The votes of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, candidate: str) -> Sequence[Vote]:
        """Return all about one candidate."""
        mine = (table.c.team_id == self.team) & (table.c.candidate == candidate)
        in_order = select(table).where(mine).order_by(table.c.rater, table.c.competency)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Vote, row, table) for row in rows]

    async def cast(self, candidate: str, rater: str, votes: Sequence[Vote]) -> None:
        """Delete what there was, and insert these."""
        mine = (table.c.team_id == self.team) & (table.c.candidate == candidate)
        await self.connection.execute(delete(table).where(mine & (table.c.rater == rater)))
        if rows := [{"team_id": self.team, **asdict(vote)} for vote in votes]:
            await self.connection.execute(table.insert(), rows)
