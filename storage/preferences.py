"""What people prefer, in the database."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.reminding.preferences import Preferences
from coaching.reminding.quiet import Quiet
from storage.interview_tables import preferences
from storage.upsert import insert

WALL = "%H:%M"


@dataclass(frozen=True, slots=True)
class SqlPreferences:
    """The preferences of the people of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, person: str) -> Preferences:
        """Return the row, or the defaults."""
        mine = (preferences.c.team_id == self.team) & (preferences.c.person == person)
        row = (await self.connection.execute(select(preferences).where(mine))).one_or_none()
        if row is None:
            return Preferences()
        start, end = map(time.fromisoformat, (row.quiet_start, row.quiet_end))
        return Preferences(row.locale, Quiet(start, end, row.weekends), row.nudges)

    async def save(self, person: str, chosen: Preferences, now: datetime) -> None:
        """Insert or replace."""
        row = {
            "locale": chosen.locale,
            "quiet_start": f"{chosen.quiet.start:{WALL}}",
            "quiet_end": f"{chosen.quiet.end:{WALL}}",
            "weekends": chosen.quiet.weekends,
            "nudges": chosen.nudges,
            "updated_at": now,
        }
        new = {"team_id": self.team, "person": person, **row}
        statement = insert(self.connection, preferences, new)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id", "person"], set_=row)
        )
