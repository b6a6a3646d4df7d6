"""The inbox in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import inbox
from storage.upsert import insert


@dataclass(frozen=True, slots=True)
class SqlRequests:
    """The requests of a team."""

    connection: AsyncConnection
    team: str

    async def take(
        self, key: str, body: Mapping[str, Any] | None, now: datetime, until: datetime
    ) -> bool:
        """Insert, or take over what failed or is late; of two at once one is first."""
        row = {"team_id": self.team, "key": key, "state": "running", "body": body, "attempts": 1}
        new = insert(self.connection, inbox, row | {"seen_at": now, "until": until})
        late = (inbox.c.state == "running") & (inbox.c.until <= now)
        statement = new.on_conflict_do_update(
            index_elements=["team_id", "key"],
            set_={"state": "running", "until": until, "attempts": inbox.c.attempts + 1},
            where=(inbox.c.state == "failed") | late,
        ).returning(inbox.c.key)
        return (await self.connection.execute(statement)).first() is not None

    async def done(self, key: str) -> None:
        """Drop the body, unless it failed."""
        running = self._mine(key) & (inbox.c.state == "running")
        done = update(inbox).where(running).values(state="done", body=None)
        await self.connection.execute(done)

    async def failed(self, key: str) -> None:
        """Leave it to be taken again."""
        await self.connection.execute(update(inbox).where(self._mine(key)).values(state="failed"))

    async def forget(self, person: str) -> None:
        """Drop the bodies, and leave nothing to be taken again."""
        event = inbox.c.body["event"]
        writers = (event["user"], event["message", "user"], event["previous_message", "user"])
        threads = (event["thread_ts"], event["message", "thread_ts"])
        said = (inbox.c.team_id == self.team) & inbox.c.body.is_not(None)
        said &= event["channel_type"].as_string() == "im"
        said &= or_(*(each.as_string() == person for each in writers))
        for thread in (*threads, event["previous_message", "thread_ts"]):
            said &= thread.as_string().is_(None)
        await self.connection.execute(update(inbox).where(said).values(state="done", body=None))

    def _mine(self, key: str) -> ColumnElement[bool]:
        return (inbox.c.team_id == self.team) & (inbox.c.key == key)
