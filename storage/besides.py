"""What a scorecard rates besides the plan, in the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.loop import Interview
from storage.scorecards import begin_card
from storage.tables import ratings, scorecards


@dataclass(frozen=True, slots=True)
class SqlBesides:
    """The competencies that interviewers of a team added to their cards."""

    connection: AsyncConnection
    team: str

    async def of(self, interview: str) -> Sequence[str]:
        """Read those that were added, and those with a mark or any evidence."""
        mine = self._mine(scorecards, interview)
        added = await self.connection.scalar(select(scorecards.c.added).where(mine))
        said = ratings.c.points.is_not(None) | ratings.c.not_assessed | (ratings.c.evidence != "")
        whole = self._mine(ratings, interview) & (ratings.c.item == ratings.c.competency)
        written = select(ratings.c.item).where(whole & said).order_by(ratings.c.position)
        found = await self.connection.scalars(written)
        return list(dict.fromkeys([*(added or ()), *found]))

    async def add(self, interview: Interview, competency: str) -> None:
        """Lock the card, begun if need be, and write it down once."""
        await begin_card(self.connection, self.team, interview)
        added = await self._added(interview.id)
        if added is not None and competency not in added:
            await self._write(interview.id, [*added, competency])

    async def take_off(self, interview: str, competency: str) -> None:
        """Lock the card and strike it."""
        if added := await self._added(interview):
            await self._write(interview, [each for each in added if each != competency])

    async def _added(self, interview: str) -> Sequence[str] | None:
        """Return those of a card that may still be written, and lock it; None of another."""
        mine = self._mine(scorecards, interview) & scorecards.c.sealed_at.is_(None)
        locked = select(scorecards.c.added).where(mine).with_for_update()
        found: Sequence[str] | None = await self.connection.scalar(locked)
        return found

    async def _write(self, interview: str, added: Sequence[str]) -> None:
        mine = self._mine(scorecards, interview)
        await self.connection.execute(update(scorecards).where(mine).values(added=added))

    def _mine(self, table: Table, interview: str) -> ColumnElement[bool]:
        return (table.c.team_id == self.team) & (table.c.interview == interview)
