"""Live guides in the database: every step of each, in the order they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.guide.step import Step
from storage.interview_tables import guide_steps, guides
from storage.upsert import insert, insert_once


@dataclass(frozen=True, slots=True)
class SqlGuides:
    """The guides of a team."""

    connection: AsyncConnection
    team: str

    async def show(self, interview: str, now: datetime) -> int:
        """Insert it, or count once more."""
        row = {"team_id": self.team, "interview": interview, "shown": 1, "started_at": now}
        counted = insert(self.connection, guides, row).on_conflict_do_update(
            index_elements=["team_id", "interview"], set_={"shown": guides.c.shown + 1}
        )
        found = await self.connection.execute(counted.returning(guides.c.shown))
        return int(found.scalar_one())

    async def hold(self, interview: str) -> bool:
        """Lock the row: steps get their places one after the other."""
        mine = (guides.c.team_id == self.team) & (guides.c.interview == interview)
        held = await self.connection.execute(select(guides.c.shown).where(mine).with_for_update())
        return held.first() is not None

    async def add(self, interview: str, step: Step) -> None:
        """Append it, unless its key is there."""
        mine = (guide_steps.c.team_id == self.team) & (guide_steps.c.interview == interview)
        last = await self.connection.execute(select(func.max(guide_steps.c.position)).where(mine))
        row = {
            "team_id": self.team,
            "interview": interview,
            "key": step.key,
            "position": (last.scalar_one() or 0) + 1,
            "at": step.at,
            "kind": step.kind,
            "item": step.item,
            "detail": step.detail,
        }
        await insert_once(self.connection, guide_steps, row)

    async def steps(self, interview: str) -> Sequence[Step]:
        """Return them in the order they came."""
        mine = (guide_steps.c.team_id == self.team) & (guide_steps.c.interview == interview)
        in_order = select(guide_steps).where(mine).order_by(guide_steps.c.position)
        rows = (await self.connection.execute(in_order)).mappings()
        return [Step(r["key"], r["at"], r["kind"], r["item"], r["detail"]) for r in rows]

    async def rewrite(self, interview: str, key: str, detail: str) -> None:
        """Update one detail."""
        mine = (guide_steps.c.team_id == self.team) & (guide_steps.c.interview == interview)
        changed = update(guide_steps).where(mine & (guide_steps.c.key == key))
        await self.connection.execute(changed.values(detail=detail))
