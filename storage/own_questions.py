"""A workspace's own questions, and its word on every question, in the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, RowMapping, case, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.own_question import OwnQuestion
from questions.bank import Pool, Status
from storage.question_tables import own_banks, own_questions, question_states
from storage.rows import read
from storage.upsert import insert, insert_once

BATCH = 500  # ids in one statement: databases take some 32,000 values
GRAVE = case({"compromised": 2, "retired": 1}, value=question_states.c.status, else_=0)


@dataclass(frozen=True, slots=True)
class SqlOwnQuestions:
    """The own questions of a team."""

    connection: AsyncConnection
    team: str

    async def stamp(self) -> tuple[int, int]:
        """Count: rows are only ever added."""
        counts = [
            select(func.count()).where(table.c.team_id == self.team).scalar_subquery()
            for table in (own_questions, question_states)
        ]
        revisions, decisions = (await self.connection.execute(select(*counts))).one()
        return revisions, decisions

    async def current(self, pool: Pool) -> Sequence[OwnQuestion]:
        """Return the newest of each."""
        return await self._newest(own_questions.c.pool == pool)

    async def revisions(self, pool: Pool) -> Mapping[str, int]:
        """Return the numbers alone."""
        newest = func.max(own_questions.c.rev).label("rev")
        mine = (own_questions.c.team_id == self.team) & (own_questions.c.pool == pool)
        each = select(own_questions.c.id, newest).where(mine).group_by(own_questions.c.id)
        found = await self.connection.execute(each.order_by(own_questions.c.id))
        return {row.id: row.rev for row in found}

    async def of(self, questions: Collection[str]) -> Sequence[OwnQuestion]:
        """Return the newest of each, a batch at a time."""
        found: list[OwnQuestion] = []
        ids = sorted(questions)
        for start in range(0, len(ids), BATCH):
            found += await self._newest(own_questions.c.id.in_(ids[start : start + BATCH]))
        return found

    async def newest(self, question: str) -> OwnQuestion | None:
        """Return the newest of one."""
        return next(iter(await self.of([question])), None)

    async def ids(self) -> Collection[str]:
        """Return each once."""
        mine = own_questions.c.team_id == self.team
        found = await self.connection.execute(select(own_questions.c.id).where(mine).distinct())
        return frozenset(found.scalars())

    async def add(self, question: OwnQuestion, actor: str, now: datetime) -> bool:
        """Insert once."""
        row = {"team_id": self.team, "added_by": actor, "added_at": now, **asdict(question)}
        return await insert_once(self.connection, own_questions, row)

    async def states(self) -> Mapping[str, Status]:
        """Return the last decision on each."""
        return {row["question"]: row["status"] for row in await self._decisions()}

    async def decided(self) -> Mapping[str, datetime]:
        """Return when that was."""
        return {row["question"]: row["at"] for row in await self._decisions()}

    async def decide(self, question: str, status: Status, actor: str, now: datetime) -> None:
        """Insert a decision."""
        row = {"team_id": self.team, "id": uuid4().hex, "question": question, "status": status}
        values = row | {"actor": actor, "at": now}
        await self.connection.execute(question_states.insert().values(**values))

    async def header(self, competency: str, pool: Pool) -> Mapping[str, Any] | None:
        """Return one."""
        mine = own_banks.c.team_id == self.team
        mine &= (own_banks.c.competency == competency) & (own_banks.c.pool == pool)
        found = await self.connection.execute(select(own_banks.c.header).where(mine))
        header: Mapping[str, Any] | None = found.scalar_one_or_none()
        return header

    async def keep_header(self, competency: str, pool: Pool, header: Mapping[str, Any]) -> None:
        """Insert or replace one."""
        row = {"team_id": self.team, "competency": competency, "pool": pool, "header": header}
        keep = insert(self.connection, own_banks, row).on_conflict_do_update(
            index_elements=["team_id", "competency", "pool"], set_={"header": header}
        )
        await self.connection.execute(keep)

    async def _decisions(self) -> Sequence[RowMapping]:
        """Return what holds last: of what two people decide at once, the graver, not the later.

        Of what is equally grave the later, and of one moment what claims the least.
        """
        mine = question_states.c.team_id == self.team
        reviewed = question_states.c.status != "active"
        in_order = select(question_states).where(mine)
        in_order = in_order.order_by(GRAVE, question_states.c.at, reviewed)
        return (await self.connection.execute(in_order)).mappings().all()

    async def _newest(self, which: ColumnElement[bool]) -> Sequence[OwnQuestion]:
        """Read no document of an earlier revision: there may be many, and each is long."""
        mine = (own_questions.c.team_id == self.team) & which
        newest = func.max(own_questions.c.rev)
        last = select(own_questions.c.id, newest).where(mine).group_by(own_questions.c.id)
        these = mine & tuple_(own_questions.c.id, own_questions.c.rev).in_(last)
        in_order = select(own_questions).where(these).order_by(own_questions.c.id)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(OwnQuestion, row, own_questions) for row in rows]
