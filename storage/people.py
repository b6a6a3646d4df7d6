"""The workspace and its people in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.person import Profile
from storage.interview_tables import preferences
from storage.rows import read
from storage.tables import people, teams
from storage.upsert import insert

_THEIRS = (preferences.c.team_id == people.c.team_id) & (preferences.c.person == people.c.id)


@dataclass(frozen=True, slots=True)
class SqlTeams:
    """The row of one workspace."""

    connection: AsyncConnection
    team: str

    async def keep(self, name: str, now: datetime) -> None:
        """Insert, or name it anew; it is no longer paused."""
        row = {"name": name, "paused_at": None, "seen_at": now}
        statement = insert(self.connection, teams, {"team_id": self.team, **row})
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id"], set_=row)
        )

    async def pause(self, now: datetime) -> None:
        """Hold back its posts."""
        await self.connection.execute(
            update(teams).where(teams.c.team_id == self.team).values(paused_at=now)
        )


@dataclass(frozen=True, slots=True)
class SqlProfiles:
    """The people of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, person: str) -> tuple[Profile, datetime] | None:
        """Return a profile and its age: one query, as nearly every request asks."""
        mine = (people.c.team_id == self.team) & (people.c.id == person)
        found = select(people, preferences.c.locale).outerjoin(preferences, _THEIRS).where(mine)
        row = (await self.connection.execute(found)).mappings().first()
        if row is None:
            return None
        profile = read(Profile, row, people)
        chosen = row[preferences.c.locale]
        return replace(profile, locale=chosen or profile.locale), row[people.c.seen_at]

    async def names(self, people_: Sequence[str]) -> Mapping[str, str]:
        """Return each one's name."""
        mine = (people.c.team_id == self.team) & people.c.id.in_(people_)
        rows = await self.connection.execute(select(people.c.id, people.c.name).where(mine))
        return {person: person for person in people_} | {row.id: row.name for row in rows}

    async def save(self, profile: Profile, now: datetime) -> None:
        """Insert or replace."""
        row = asdict(profile) | {"seen_at": now}
        statement = insert(self.connection, people, {"team_id": self.team, **row})
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id", "id"], set_=row)
        )
