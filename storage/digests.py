"""The digests of hiring channels in the database."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.digest import Digest
from storage.debrief_tables import decisions, digests
from storage.rows import read
from storage.tables import debriefs
from storage.upsert import insert


@dataclass(frozen=True, slots=True)
class SqlDigests:
    """The digests of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, channel: str) -> Digest | None:
        """Return one."""
        mine = (digests.c.team_id == self.team) & (digests.c.channel == channel)
        row = (await self.connection.execute(select(digests).where(mine))).mappings().first()
        return read(Digest, row, digests) if row else None

    async def keep(self, digest: Digest) -> None:
        """Insert or update."""
        row = {"team_id": self.team, **asdict(digest)}
        changed = {name: value for name, value in row.items() if name not in {"team_id", "channel"}}
        new = insert(self.connection, digests, row)
        key = [digests.c.team_id, digests.c.channel]
        await self.connection.execute(new.on_conflict_do_update(index_elements=key, set_=changed))

    async def drop(self, channel: str) -> None:
        """Delete."""
        mine = (digests.c.team_id == self.team) & (digests.c.channel == channel)
        await self.connection.execute(delete(digests).where(mine))

    async def decided(self, channel: str, since: datetime, until: datetime) -> int:
        """Count candidates: a decision that was changed meanwhile is one."""
        there = (debriefs.c.team_id == decisions.c.team_id) & (
            debriefs.c.candidate == decisions.c.candidate
        )
        mine = (decisions.c.team_id == self.team) & (debriefs.c.channel == channel)
        then = (decisions.c.at >= since) & (decisions.c.at < until)
        count = select(func.count(distinct(decisions.c.candidate)))
        found = count.select_from(decisions.join(debriefs, there)).where(mine & then)
        return (await self.connection.execute(found)).scalar_one()
