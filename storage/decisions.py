"""Decisions in the database: rows are only ever added."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, select
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
        return await self._in_order(mine)

    async def newest(self, candidates: Collection[str]) -> Mapping[str, Decision]:
        """Return the last of each candidate's that has any."""
        theirs = (decisions.c.team_id == self.team) & decisions.c.candidate.in_(candidates)
        return {each.candidate: each for each in await self._in_order(theirs)}

    async def add(self, decision: Decision) -> bool:
        """Insert one, once."""
        row = {"team_id": self.team, **asdict(decision)}
        return await insert_once(self.connection, decisions, row)

    async def _in_order(self, which: ColumnElement[bool]) -> Sequence[Decision]:
        in_order = select(decisions).where(which).order_by(decisions.c.n)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Decision, row, decisions, "competencies", "dissenters") for row in rows]
