"""Mock interviews in the database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.practice.mock import Mock
from coaching.practice.parts import FoundPart
from coaching.practice.repositories import Deleted
from coaching.practice.self_rating import SelfRating
from coaching.practice.turn import Turn
from coaching.practice.wish import Wish
from storage.practice_tables import (
    found_parts,
    mock_drafts,
    mock_objections,
    mock_turns,
    mocks,
    self_ratings,
)
from storage.rows import read
from storage.upsert import insert, insert_once


@dataclass(frozen=True, slots=True)
class SqlMocks:
    """A team's practice."""

    connection: AsyncConnection
    team: str

    async def current(self, person: str) -> Mock | None:
        """Return the one that is not over, locked."""
        mine = self._mine(person) & (mocks.c.state != "over")
        return await self._one(select(mocks).where(mine).with_for_update())

    async def under_way(self, person: str) -> Mock | None:
        """Return the same, unlocked."""
        mine = (mocks.c.team_id == self.team) & (mocks.c.person == person)
        row = await self.connection.execute(select(mocks).where(mine & (mocks.c.state != "over")))
        found = row.mappings().first()
        return _mock(found) if found else None

    async def begin(self, mock: Mock, now: datetime) -> None:
        """Insert, or wait for whoever is first."""
        row = {"team_id": self.team, "begun_at": now, "updated_at": now, **_row(mock)}
        await insert_once(self.connection, mocks, row)

    async def of(self, mock: str) -> Mock | None:
        """Return one, locked."""
        this = (mocks.c.team_id == self.team) & (mocks.c.id == mock)
        return await self._one(select(mocks).where(this).with_for_update())

    async def last(self, person: str) -> Mock | None:
        """Return the newest."""
        newest = mocks.c.begun_at.desc()
        alone = self._mine(person) & (mocks.c.form != "peer")
        return await self._one(select(mocks).where(alone).order_by(newest).limit(1))

    async def save(self, mock: Mock, now: datetime) -> None:
        """Write where it is."""
        this = (mocks.c.team_id == self.team) & (mocks.c.id == mock.id)
        row = _row(mock) | {"updated_at": now}
        await self.connection.execute(update(mocks).where(this).values(row))

    async def add(self, turn: Turn, now: datetime) -> bool:
        """Insert, unless the message was taken before."""
        row = {"team_id": self.team, "at": now, **asdict(turn)}
        return await insert_once(self.connection, mock_turns, row)

    async def amend(self, mock: str, ts: str, text: str) -> None:
        """Change the text of an answer."""
        this = self._of(mock_turns, mock) & (mock_turns.c.ts == ts)
        await self.connection.execute(update(mock_turns).where(this).values(text=text))

    async def erase(self, person: str, ts: str) -> None:
        """Empty the text, and the copies of it."""
        mine = select(mocks.c.id).where(self._mine(person))
        all_mine = (mock_turns.c.team_id == self.team) & mock_turns.c.mock.in_(mine)
        said = all_mine & (mock_turns.c.said == "answer") & (mock_turns.c.ts == ts)
        found = select(mock_turns.c.mock, mock_turns.c.question).where(said)
        of = (await self.connection.execute(found)).all()
        copied = tuple_(mock_turns.c.mock, mock_turns.c.question).in_([tuple(each) for each in of])
        gone = said | (all_mine & (mock_turns.c.said == "sent") & copied) if of else said
        await self.connection.execute(update(mock_turns).where(gone).values(text=""))

    async def turn(self, mock: str, n: int) -> Turn | None:
        """Return one."""
        this = self._of(mock_turns, mock) & (mock_turns.c.n == n)
        row = (await self.connection.execute(select(mock_turns).where(this))).mappings().first()
        return read(Turn, row, mock_turns) if row else None

    async def turns(self, mock: str) -> Sequence[Turn]:
        """Return them in order."""
        mine = self._of(mock_turns, mock)
        in_order = select(mock_turns).where(mine).order_by(mock_turns.c.n)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(Turn, row, mock_turns) for row in rows]

    async def met(self, person: str) -> Sequence[str]:
        """Return the questions of the person's mocks up to where they came."""
        in_order = select(mocks).where(self._mine(person)).order_by(mocks.c.begun_at)
        rows = (await self.connection.execute(in_order)).mappings()
        return [question for mock in map(_mock, rows) for question in mock.questions[: mock.at + 1]]

    async def draft(self, mock: str, question: str, field: str, text: str, at: datetime) -> None:
        """Insert, or replace what is older."""
        said = {"text": text, "at": at}
        row = {"team_id": self.team, "mock": mock, "question": question, "field": field, **said}
        statement = insert(self.connection, mock_drafts, row).on_conflict_do_update(
            index_elements=["team_id", "mock", "question", "field"],
            set_=said,
            where=mock_drafts.c.at <= at,
        )
        await self.connection.execute(statement)

    async def drafts(self, mock: str, question: str) -> Mapping[str, str]:
        """Return the texts by field."""
        mine = self._of(mock_drafts, mock) & (mock_drafts.c.question == question)
        rows = await self.connection.execute(
            select(mock_drafts.c.field, mock_drafts.c.text).where(mine)
        )
        return {row.field: row.text for row in rows}

    async def rate(self, person: str, rating: SelfRating) -> None:
        """Insert or replace."""
        row = {"team_id": self.team, "person": person, **asdict(rating)}
        said = {"points": rating.points, "at": rating.at}
        statement = insert(self.connection, self_ratings, row).on_conflict_do_update(
            index_elements=["team_id", "mock", "question"], set_=said
        )
        await self.connection.execute(statement)

    async def ratings(self, person: str) -> Sequence[SelfRating]:
        """Return them, the earliest first."""
        mine = (self_ratings.c.team_id == self.team) & (self_ratings.c.person == person)
        order = self_ratings.c.at, self_ratings.c.question
        in_order = select(self_ratings).where(mine).order_by(*order)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(SelfRating, row, self_ratings) for row in rows]

    async def finds(self, person: str, part: FoundPart) -> None:
        """Insert or replace."""
        row = {"team_id": self.team, "person": person, **asdict(part)}
        said = {"found": part.found, "at": part.at}
        statement = insert(self.connection, found_parts, row).on_conflict_do_update(
            index_elements=["team_id", "mock", "question", "part"], set_=said
        )
        await self.connection.execute(statement)

    async def parts(self, person: str) -> Sequence[FoundPart]:
        """Return them, the earliest first."""
        mine = (found_parts.c.team_id == self.team) & (found_parts.c.person == person)
        in_order = select(found_parts).where(mine).order_by(found_parts.c.at, found_parts.c.part)
        rows = (await self.connection.execute(in_order)).mappings()
        return [read(FoundPart, row, found_parts) for row in rows]

    async def objects(self, mock: str, n: int, rule: str, now: datetime) -> None:
        """Insert, once."""
        row = {"team_id": self.team, "mock": mock, "n": n, "rule": rule, "at": now}
        await insert_once(self.connection, mock_objections, row)

    async def objections(self, mock: str, n: int) -> frozenset[str]:
        """Return them."""
        this = self._of(mock_objections, mock) & (mock_objections.c.n == n)
        found = await self.connection.execute(select(mock_objections.c.rule).where(this))
        return frozenset(found.scalars())

    async def forget(self, person: str) -> Deleted:
        """Delete from every table, what hangs on a mock first."""
        mine = select(mocks.c.id).where(self._mine(person))
        said = (mock_turns.c.team_id == self.team) & mock_turns.c.mock.in_(mine)
        answered = said & (mock_turns.c.said == "answer") & (mock_turns.c.text != "")
        each = select(mock_turns.c.mock, mock_turns.c.question).where(answered).distinct()
        counted = select(func.count()).select_from(each.subquery())
        answers = (await self.connection.execute(counted)).scalar_one()
        counted = select(func.count()).select_from(self._judged(mine).subquery())
        parts = (await self.connection.execute(counted)).scalar_one()
        gone = {}
        for table in (self_ratings, found_parts, mock_objections, mock_drafts, mock_turns):
            of = (table.c.team_id == self.team) & table.c.mock.in_(mine)
            gone[table.name] = (await self.connection.execute(delete(table).where(of))).rowcount
        rounds = await self.connection.execute(delete(mocks).where(self._mine(person)))
        return Deleted(rounds.rowcount, answers, gone[self_ratings.name], parts)

    def _judged(self, mine: Select[Any]) -> Select[Any]:
        """Return the answers whose parts are kept as numbers."""
        table = found_parts.c
        of = (table.team_id == self.team) & table.mock.in_(mine)
        return select(table.mock, table.question).where(of).distinct()

    def _mine(self, person: str) -> ColumnElement[bool]:
        return (mocks.c.team_id == self.team) & (mocks.c.person == person)

    def _of(self, table: Any, mock: str) -> ColumnElement[bool]:
        mine: ColumnElement[bool] = (table.c.team_id == self.team) & (table.c.mock == mock)
        return mine

    async def _one(self, query: Select[Any]) -> Mock | None:
        found = (await self.connection.execute(query)).mappings().first()
        return _mock(found) if found else None


def _row(mock: Mock) -> dict[str, Any]:
    row: dict[str, Any] = asdict(mock)
    wish: dict[str, Any] = row.pop("wish")
    return row | wish


def _mock(row: Mapping[Any, Any]) -> Mock:
    wish = read(Wish, row, mocks)
    lists = {name: tuple(row[mocks.c[name]]) for name in ("questions", "probed")}
    plain = {f.name: row[mocks.c[f.name]] for f in fields(Mock) if f.name in mocks.c}
    return Mock(**(plain | lists), wish=wish)
