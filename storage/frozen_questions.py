"""The texts that jobs and candidates were given, in the database."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.frozen import FrozenQuestion
from storage.question_tables import frozen_questions
from storage.rows import read
from storage.upsert import insert_new


@dataclass(frozen=True, slots=True)
class SqlFrozenQuestions:
    """The frozen texts of a team."""

    connection: AsyncConnection
    team: str

    async def keep(self, questions: Sequence[FrozenQuestion], now: datetime) -> None:
        """Insert each once."""
        rows = [{"team_id": self.team, "frozen_at": now, **asdict(each)} for each in questions]
        await insert_new(self.connection, frozen_questions, rows)

    async def of(self, refs: Collection[str]) -> Sequence[FrozenQuestion]:
        """Return those that are there."""
        mine = frozen_questions.c.team_id == self.team
        found = select(frozen_questions).where(mine & frozen_questions.c.ref.in_(refs))
        rows = (await self.connection.execute(found)).mappings()
        return [read(FrozenQuestion, row, frozen_questions) for row in rows]
