"""The audit log in the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.act import Act
from storage.rows import read
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

    async def of(self, subjects: Collection[str]) -> Sequence[Act]:
        """Return those about some things; of one moment, the order is the same each time."""
        mine = (audit.c.team_id == self.team) & audit.c.subject.in_(subjects)
        in_order = select(audit).where(mine).order_by(audit.c.at, audit.c.id)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Act, row, audit) for row in rows]
