"""The reminders of interviews in the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.loop import Interview
from coaching.reminding.nudging import Chosen, Reminders
from storage.interview_tables import nudges
from storage.tables import interviews
from storage.upsert import insert


@dataclass(frozen=True, slots=True)
class SqlNudges:
    """The reminders of a team: one row for each interview."""

    connection: AsyncConnection
    team: str

    async def plan(self, interview: str, kit_at: datetime | None, due_at: datetime) -> None:
        """Insert, or move both moments."""
        row = {"kit_at": kit_at, "due_at": due_at}
        new = {"team_id": self.team, "interview": interview, **row}
        statement = insert(self.connection, nudges, new)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id", "interview"], set_=row)
        )

    async def of(self, interview: Interview) -> Reminders | None:
        """Return the row, locked."""
        return await self._locked(interview, self._mine(interview.id))

    async def leased(self, interview: Interview, until: datetime) -> Reminders | None:
        """Return the row, locked, while it is as the lease left it."""
        return await self._locked(interview, self._mine(interview.id) & (nudges.c.due_at == until))

    async def note(self, interview: str, reminders: Reminders, due_at: datetime | None) -> None:
        """Update all but the kit."""
        chosen = reminders.chosen
        await self._update(
            self._mine(interview),
            sent=reminders.sent,
            last_at=reminders.last,
            later=chosen.later if chosen else None,
            chosen_at=chosen.at if chosen else None,
            told=reminders.told,
            due_at=due_at,
        )

    async def recheck(self, person: str, now: datetime) -> None:
        """Make due what waits."""
        theirs = (interviews.c.team_id == self.team) & (interviews.c.interviewer == person)
        mine = nudges.c.interview.in_(select(interviews.c.id).where(theirs))
        waits = (nudges.c.team_id == self.team) & nudges.c.due_at.is_not(None)
        await self._update(mine & waits, due_at=now)

    async def drop(self, interview: str) -> None:
        """Let neither moment come."""
        await self._update(self._mine(interview), kit_at=None, due_at=None)

    async def _locked(self, interview: Interview, mine: ColumnElement[bool]) -> Reminders | None:
        found = await self.connection.execute(select(nudges).where(mine).with_for_update())
        if (row := found.one_or_none()) is None:
            return None
        chosen = Chosen(row.later, row.chosen_at) if row.later else None
        return Reminders(interview.end, row.sent, row.last_at, chosen, row.told)

    def _mine(self, interview: str) -> ColumnElement[bool]:
        return (nudges.c.team_id == self.team) & (nudges.c.interview == interview)

    async def _update(self, mine: ColumnElement[bool], **values: Any) -> None:
        await self.connection.execute(update(nudges).where(mine).values(**values))
