"""The audit log in the database."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import audit


@dataclass(frozen=True, slots=True)
class SqlAudit:
    """What was done in a team."""

    connection: AsyncConnection
    team: str

    async def add(self, actor: str, action: str, subject: str, now: datetime) -> None:
        """Insert a line."""
        row = {"team_id": self.team, "id": uuid4().hex, "at": now}
        values = row | {"actor": actor, "action": action, "subject": subject}
        await self.connection.execute(audit.insert().values(**values))
