"""The outbox in the database."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.post import Post, Sent
from storage.rows import read
from storage.tables import outbox
from storage.upsert import insert_once


@dataclass(frozen=True, slots=True)
class SqlPosts:
    """The messages a team is owed."""

    connection: AsyncConnection
    team: str

    async def owe(self, post: Post, at: datetime) -> None:
        """Add a row, unless the key has one."""
        row = {"team_id": self.team, "state": "pending", "reason": "", "due_at": at}
        await insert_once(self.connection, outbox, row | {"created_at": at} | asdict(post))

    async def maybe_sent(self, key: str, now: datetime) -> None:
        """Mark the first attempt whose end we have not seen."""
        await self._update(key, maybe_sent=func.coalesce(outbox.c.maybe_sent, now))

    async def retry(self, key: str, at: datetime, *, surely_not_sent: bool) -> None:
        """Make it due at ``at``, and unmark it when Slack said no."""
        unmark = {"maybe_sent": None} if surely_not_sent else {}
        await self._update(key, due_at=at, attempts=outbox.c.attempts + 1, **unmark)

    async def put_off(self, channel: str, until: datetime) -> None:
        """Make what is owed to a place due no earlier; what is being sent is held longer anyway."""
        mine = (outbox.c.team_id == self.team) & (outbox.c.channel == channel)
        earlier = mine & (outbox.c.state == "pending") & (outbox.c.due_at < until)
        await self.connection.execute(update(outbox).where(earlier).values(due_at=until))

    async def sent(self, key: str, where: Sent, doubtful: datetime | None) -> None:
        """Remember the message; the row is never due again."""
        place = {"message_channel": where.channel, "message_ts": where.ts}
        await self._update(key, state="sent", doubtful_at=doubtful, **place)

    async def healed(self, key: str) -> None:
        """Clear the doubt."""
        await self._update(key, doubtful_at=None)

    async def end(self, key: str, state: str, reason: str, *, surely_not_sent: bool) -> None:
        """Give up, and unmark it when Slack said no."""
        unmark = {"maybe_sent": None} if surely_not_sent else {}
        await self._update(key, state=state, reason=reason, **unmark)

    async def of(self, key: str) -> Post | None:
        """Return one."""
        mine = (outbox.c.team_id == self.team) & (outbox.c.key == key)
        row = (await self.connection.execute(select(outbox).where(mine))).mappings().first()
        return read(Post, row, outbox) if row else None

    async def at(self, channel: str, ts: str) -> Post | None:
        """Return what is there."""
        mine = (outbox.c.team_id == self.team) & (outbox.c.message_channel == channel)
        there = select(outbox).where(mine & (outbox.c.message_ts == ts))
        row = (await self.connection.execute(there)).mappings().first()
        return read(Post, row, outbox) if row else None

    async def place(self, key: str) -> Sent | None:
        """Return where one is."""
        mine = (outbox.c.team_id == self.team) & (outbox.c.key == key)
        where = select(outbox.c.message_channel, outbox.c.message_ts).where(mine)
        row = (await self.connection.execute(where)).first()
        return Sent(row.message_channel, row.message_ts) if row and row.message_ts else None

    async def unpark(self, key: str, owner: str, now: datetime) -> bool:
        """Make it due again, for its owner."""
        mine = (outbox.c.team_id == self.team) & (outbox.c.key == key)
        parked = mine & (outbox.c.owner == owner) & (outbox.c.state == "parked")
        due = update(outbox).where(parked).values(state="pending", due_at=now)
        return (await self.connection.execute(due.returning(outbox.c.key))).first() is not None

    async def forget(self, channel: str, kinds: Collection[str]) -> None:
        """Delete the rows, in whatever state."""
        mine = (outbox.c.team_id == self.team) & (outbox.c.channel == channel)
        await self.connection.execute(delete(outbox).where(mine & outbox.c.kind.in_(kinds)))

    async def _update(self, key: str, **values: Any) -> None:
        mine = (outbox.c.team_id == self.team) & (outbox.c.key == key)
        await self.connection.execute(update(outbox).where(mine).values(**values))
