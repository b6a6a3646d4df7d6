"""People who look for a partner, and pairs, in the database."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.practice.peers.session import Session, Waiting, mark
from storage.practice_tables import peer_refusals, peer_sessions, peer_wishes
from storage.rows import read
from storage.upsert import insert, insert_once

MANY = 50  # who wait, looked at in one go
LISTS = ("topics", "levels", "ready", "questions", "asked")


@dataclass(frozen=True, slots=True)
class SqlPeers:
    """A team's pairs."""

    connection: AsyncConnection
    team: str

    async def wait(self, waiting: Waiting) -> None:
        """Insert, or replace all but the place in the queue."""
        row = {"team_id": self.team, **asdict(waiting)}
        newer = {key: value for key, value in row.items() if key not in {"team_id", "since"}}
        statement = insert(self.connection, peer_wishes, row).on_conflict_do_update(
            index_elements=["team_id", "person"], set_=newer
        )
        await self.connection.execute(statement)

    async def waiting(self, person: str) -> Waiting | None:
        """Return one row."""
        found = await self.connection.execute(select(peer_wishes).where(self._waits(person)))
        row = found.mappings().first()
        return read(Waiting, row, peer_wishes) if row else None

    async def take(self, person: str) -> None:
        """Delete one row."""
        await self.connection.execute(delete(peer_wishes).where(self._waits(person)))

    async def partner(self, waiting: Waiting, last: str, now: datetime) -> Waiting | None:
        """Delete the first in the queue that nobody else holds, and return it."""
        wishes = peer_wishes.c
        fits = and_(
            wishes.team_id == self.team,
            wishes.locale == waiting.locale,
            wishes.person != waiting.person,
            wishes.until > now,
            wishes.person.not_in(await self._refused(waiting.person)),
        )
        order = (wishes.person == last, wishes.since, wishes.person)
        first = select(wishes.person).where(fits).order_by(*order).limit(1)
        oldest = first.with_for_update(skip_locked=True).scalar_subquery()
        this = (wishes.team_id == self.team) & (wishes.person == oldest)
        taken = await self.connection.execute(
            delete(peer_wishes).where(this).returning(peer_wishes)
        )
        row = taken.mappings().first()
        return read(Waiting, row, peer_wishes) if row else None

    async def refuse(self, person: str, other: str) -> None:
        """Insert, once."""
        row = {"team_id": self.team, "person": person, "mark": mark(self.team, person, other)}
        await insert_once(self.connection, peer_refusals, row)

    async def last_partner(self, person: str) -> str:
        """Return the other of the newest pair."""
        newest = self._pairs(person).order_by(peer_sessions.c.begun_at.desc()).limit(1)
        session = await self._one(newest)
        return session.partner(person) if session else ""

    async def begin(self, session: Session, now: datetime) -> None:
        """Insert."""
        row = {"team_id": self.team, "begun_at": now, "updated_at": now, **asdict(session)}
        await insert_once(self.connection, peer_sessions, row)

    async def of(self, session: str) -> Session | None:
        """Return one, locked."""
        return await self._one(select(peer_sessions).where(self._this(session)).with_for_update())

    async def current(self, person: str) -> Session | None:
        """Return one, unlocked."""
        return await self._one(self._pairs(person).where(peer_sessions.c.state != "over"))

    async def save(self, session: Session, now: datetime) -> None:
        """Write where it is."""
        row = asdict(session) | {"updated_at": now}
        this = update(peer_sessions).where(self._this(session.id))
        await self.connection.execute(this.values(row))

    async def met(self, person: str) -> Sequence[str]:
        """Return the questions of all pairs, in order."""
        in_order = self._pairs(person).order_by(peer_sessions.c.begun_at)
        rows = (await self.connection.execute(in_order)).mappings()
        return [question for row in rows for question in row[peer_sessions.c.questions]]

    async def forget(self, person: str) -> int:
        """Empty the person's place in each row; delete the rows in which both are empty."""
        refused = peer_refusals.c
        theirs = (refused.team_id == self.team) & (refused.person == person)
        count, mine = 0, peer_sessions.c.team_id == self.team
        for gone in (
            delete(peer_refusals).where(theirs),
            delete(peer_wishes).where(self._waits(person)),
        ):
            count += (await self.connection.execute(gone)).rowcount
        for place in (peer_sessions.c.one, peer_sessions.c.other):
            emptied = update(peer_sessions).where(mine & (place == person))
            found = await self.connection.execute(emptied.values({place.name: ""}))
            count += found.rowcount
        empty = mine & (peer_sessions.c.one == "") & (peer_sessions.c.other == "")
        await self.connection.execute(delete(peer_sessions).where(empty))
        return count

    async def _refused(self, person: str) -> Sequence[str]:
        """Return those who wait of whom the person refused one, or who refused the person."""
        waits = select(peer_wishes.c.person).where(peer_wishes.c.team_id == self.team)
        others = (await self.connection.execute(waits)).scalars().all()
        marks = {
            sign: other
            for other in others
            for sign in (mark(self.team, person, other), mark(self.team, other, person))
        }
        kept = select(peer_refusals.c.mark).where(peer_refusals.c.mark.in_(marks))
        return [marks[sign] for sign in (await self.connection.execute(kept)).scalars()]

    def _waits(self, person: str) -> ColumnElement[bool]:
        return (peer_wishes.c.team_id == self.team) & (peer_wishes.c.person == person)

    def _this(self, session: str) -> ColumnElement[bool]:
        return (peer_sessions.c.team_id == self.team) & (peer_sessions.c.id == session)

    def _pairs(self, person: str) -> Select[tuple[object]]:
        either = or_(peer_sessions.c.one == person, peer_sessions.c.other == person)
        return select(peer_sessions).where(peer_sessions.c.team_id == self.team, either)

    async def _one(self, query: Select[tuple[object]]) -> Session | None:
        row = (await self.connection.execute(query)).mappings().first()
        return read(Session, row, peer_sessions, *LISTS) if row else None


async def waited(connection: AsyncConnection, now: datetime) -> tuple[str, Waiting] | None:
    """Delete the row of somebody whose time is over, and return it with its team."""
    key = (peer_wishes.c.team_id, peer_wishes.c.person)
    late = select(*key).where(peer_wishes.c.until <= now).order_by(peer_wishes.c.until).limit(1)
    oldest = late.with_for_update(skip_locked=True).scalar_subquery()
    taken = delete(peer_wishes).where(tuple_(*key) == oldest).returning(peer_wishes)
    row = (await connection.execute(taken)).mappings().first()
    return (row[peer_wishes.c.team_id], read(Waiting, row, peer_wishes)) if row else None


async def idle(connection: AsyncConnection, before: datetime) -> tuple[str, str] | None:
    """Lock the pair that was left alone for longest."""
    left = (peer_sessions.c.updated_at <= before) & (peer_sessions.c.state != "over")
    first = select(peer_sessions.c.team_id, peer_sessions.c.id).where(left)
    oldest = first.order_by(peer_sessions.c.updated_at).limit(1).with_for_update(skip_locked=True)
    row = (await connection.execute(oldest)).first()
    return (row.team_id, row.id) if row else None


async def lonely(connection: AsyncConnection) -> Sequence[tuple[str, Waiting]]:
    """Lock those who wait while somebody else waits for the same, the longest first."""
    other = peer_wishes.alias()
    somebody = select(other.c.person).where(
        other.c.team_id == peer_wishes.c.team_id,
        other.c.locale == peer_wishes.c.locale,
        other.c.person != peer_wishes.c.person,
    )
    first = select(peer_wishes).where(somebody.exists()).order_by(peer_wishes.c.since).limit(MANY)
    oldest = first.with_for_update(skip_locked=True, of=peer_wishes)
    rows = (await connection.execute(oldest)).mappings()
    return [(row[peer_wishes.c.team_id], read(Waiting, row, peer_wishes)) for row in rows]
