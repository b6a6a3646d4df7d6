"""Decisions in the database: rows are only ever added."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.debrief.decision import Decision
from storage.debrief_tables import decisions
from storage.rows import read
from storage.upsert import insert_once


@dataclass(frozen=True, slots=True)
class SqlDecisions:
    """The decisions of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, candidate: str) -> Sequence[Decision]:
        """Return those about one candidate."""
        mine = (decisions.c.team_id == self.team) & (decisions.c.candidate == candidate)
        in_order = select(decisions).where(mine).order_by(decisions.c.n)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Decision, row, decisions, "competencies", "dissenters") for row in rows]

    async def add(self, decision: Decision) -> bool:
        """Insert one, once."""
        row = {"team_id": self.team, **asdict(decision)}
        return await insert_once(self.connection, decisions, row)
