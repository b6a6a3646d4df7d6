"""Early looks in the database: rows are only ever added."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.sealed.early_look import EarlyLook
from storage.interview_tables import early_looks
from storage.rows import read


@dataclass(frozen=True, slots=True)
class SqlEarlyLooks:
    """The early looks of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, candidate: str) -> Sequence[EarlyLook]:
        """Return those at one candidate."""
        mine = (early_looks.c.team_id == self.team) & (early_looks.c.candidate == candidate)
        in_order = select(early_looks).where(mine).order_by(early_looks.c.n)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(EarlyLook, row, early_looks) for row in rows]

    async def add(self, look: EarlyLook) -> None:
        """Insert one."""
        row = {"team_id": self.team, **asdict(look)}
        await self.connection.execute(early_looks.insert().values(**row))
