"""Plans that were begun and not finished, in the database."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import RowMapping, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.loop_form import LoopForm, PlanDraft
from storage.draft_tables import plan_drafts
from storage.upsert import insert

FORM = TypeAdapter(LoopForm)


@dataclass(frozen=True, slots=True)
class SqlPlanDrafts:
    """The drafts of a team."""

    connection: AsyncConnection
    team: str

    async def keep(self, draft: PlanDraft) -> None:
        """Insert or replace one."""
        row = {
            "planner": draft.planner,
            "form": FORM.dump_python(draft.form, mode="json"),
            "begun_at": draft.begun_at,
        }
        kept = {"team_id": self.team, "id": draft.id, **row}
        statement = insert(self.connection, plan_drafts, kept)
        await self.connection.execute(
            statement.on_conflict_do_update(index_elements=["team_id", "id"], set_=row)
        )

    async def of(self, draft: str) -> PlanDraft | None:
        """Return one."""
        mine = (plan_drafts.c.team_id == self.team) & (plan_drafts.c.id == draft)
        return await self._first(select(plan_drafts).where(mine))

    async def newest(self, planner: str, since: datetime) -> PlanDraft | None:
        """Return the newest of a person."""
        mine = (plan_drafts.c.team_id == self.team) & (plan_drafts.c.planner == planner)
        newest = select(plan_drafts).where(mine & (plan_drafts.c.begun_at >= since))
        return await self._first(newest.order_by(plan_drafts.c.begun_at.desc(), plan_drafts.c.id))

    async def finish(self, draft: str) -> None:
        """Delete one."""
        mine = (plan_drafts.c.team_id == self.team) & (plan_drafts.c.id == draft)
        await self.connection.execute(plan_drafts.delete().where(mine))

    async def forget(self, planner: str) -> None:
        """Delete all of a person."""
        mine = (plan_drafts.c.team_id == self.team) & (plan_drafts.c.planner == planner)
        await self.connection.execute(plan_drafts.delete().where(mine))

    async def _first(self, query: Select[tuple[object, ...]]) -> PlanDraft | None:
        row = (await self.connection.execute(query.limit(1))).mappings().first()
        return _read(row) if row else None


def _read(row: RowMapping) -> PlanDraft:
    form = FORM.validate_python(row["form"])
    return PlanDraft(row["id"], row["planner"], form, row["begun_at"])
