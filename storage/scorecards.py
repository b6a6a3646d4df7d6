"""Scorecards and their ratings in the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.loop import Interview
from coaching.scorecard import Draft, Item, Mark, Rating, Reason, Recommendation, Scorecard
from storage import open_loops
from storage.loops import read_interview
from storage.tables import interviews, ratings, scorecards
from storage.upsert import insert_once

Values = Mapping[str, Any]
_SAME = (scorecards.c.team_id == interviews.c.team_id) & (scorecards.c.interview == interviews.c.id)
_WRITER = func.coalesce(scorecards.c.written_by, interviews.c.interviewer)
_SAID = (ratings.c.points.is_not(None)) | ratings.c.not_assessed | (ratings.c.evidence != "")


@dataclass(frozen=True, slots=True)
class SqlScorecards:
    """The scorecards of a team."""

    connection: AsyncConnection
    team: str

    async def of(self, interview: Interview, items: Sequence[Item]) -> Scorecard:
        """Return a card; a sealed one with the items it was sealed with."""
        card = next(iter(await self._select(scorecards, interview.id)), None)
        rows = await self._select(ratings, interview.id)
        kept = {row["item"]: _rating(row) for row in sorted(rows, key=lambda r: r["position"])}
        sealed_at = card["sealed_at"] if card else None
        shown = (
            [r for r in kept.values() if not r.empty]
            if sealed_at
            else [kept.get(i.key, Rating(i)) for i in items]
        )
        word = card["recommendation"] if card else None
        return Scorecard(
            interview=interview.id,
            interviewer=interview.interviewer,
            ratings=shown,
            recommendation=Recommendation(word) if word else None,
            sealed_at=sealed_at,
            word_at=card["recommendation_at"] if card else 0,
            written_by=card["written_by"] if card else None,
        )

    async def draft(self, interview: Interview, draft: Draft, items: Sequence[Item]) -> None:
        """Write what is newer, item by item, while the card is held and not sealed."""
        if not await self._hold(interview, draft):
            return
        last_word = draft.at is None
        for position, item in enumerate(items):
            if last_word or item.key in draft.marks.keys() | draft.evidence.keys():
                await self._add(interview, position, item)
            if item.key in draft.marks:
                await self._newer(interview, item, draft, _marked(item, draft), "mark_at")
            if (text := draft.evidence.get(item.key)) is not None:
                await self._newer(interview, item, draft, {"evidence": text}, "evidence_at")

    async def seal(self, interview: Interview, now: datetime) -> bool:
        """Close the card, once."""
        mine = self._mine(scorecards, interview.id) & scorecards.c.sealed_at.is_(None)
        done = update(scorecards).where(mine).values(sealed_at=now)
        found = await self.connection.execute(done.returning(scorecards.c.interview))
        return found.first() is not None

    async def begun(self, interview: str) -> bool:
        """Look for a mark, a note or a recommendation."""
        word = self._mine(scorecards, interview) & scorecards.c.recommendation.is_not(None)
        said = select(ratings.c.item).where(self._mine(ratings, interview) & _SAID)
        either = select(scorecards.c.interview).where(word).union_all(said).limit(1)
        return (await self.connection.execute(either)).first() is not None

    async def entrust(self, interview: Interview, writer: str | None) -> None:
        """Empty it and note its writer."""
        if not await self._hold(interview, Draft(0)):
            return
        await self.connection.execute(delete(ratings).where(self._mine(ratings, interview.id)))
        mine = self._mine(scorecards, interview.id) & scorecards.c.sealed_at.is_(None)
        blank: Values = {"recommendation": None, "recommendation_at": 0, "added": []}
        await self.connection.execute(
            update(scorecards).where(mine).values(written_by=writer, **blank)
        )

    async def writers(self, candidate: str) -> Mapping[str, str]:
        """Return them by interview."""
        mine = (interviews.c.team_id == self.team) & (interviews.c.candidate == candidate)
        found = select(scorecards.c.interview, scorecards.c.written_by).join(interviews, _SAME)
        stands_in = mine & scorecards.c.written_by.is_not(None)
        rows = await self.connection.execute(found.where(stands_in))
        return {row.interview: row.written_by for row in rows}

    async def unsealed(self, writer: str, limit: int) -> Sequence[Interview]:
        """Return the interviews of a person whose card is not begun, or not sealed."""
        mine = (interviews.c.team_id == self.team) & (writer == _WRITER)
        mine &= interviews.c.state == "planned"
        waiting = (
            select(interviews)
            .outerjoin(scorecards, _SAME)
            .where(mine & scorecards.c.sealed_at.is_(None))
            .order_by(interviews.c.start, interviews.c.id)
            .limit(limit)
        )
        rows = (await self.connection.execute(waiting)).mappings()
        return [read_interview(row) for row in rows]

    async def sealed(self, candidate: str) -> Mapping[str, datetime]:
        """Return when each was sealed."""
        mine = (interviews.c.team_id == self.team) & (interviews.c.candidate == candidate)
        found = select(scorecards.c.interview, scorecards.c.sealed_at).join(interviews, _SAME)
        rows = await self.connection.execute(found.where(mine, scorecards.c.sealed_at.is_not(None)))
        return {row.interview: row.sealed_at for row in rows}

    async def sealed_in(self, candidates: Collection[str]) -> Mapping[str, datetime]:
        """Return it for many at once."""
        return await open_loops.sealed_in(self.connection, self.team, candidates)

    async def touched(self, interviewer: str) -> Mapping[str, int]:
        """Return the last moment of each draft, of marks, evidence and the overall word."""
        return await open_loops.touched(self.connection, self.team, interviewer)

    async def sealed_by(self, writer: str, since: datetime) -> Sequence[Scorecard]:
        """Read each with its ratings: they are few."""
        mine = (interviews.c.team_id == self.team) & (writer == _WRITER)
        lately = select(interviews).join(scorecards, _SAME).where(mine)
        lately = lately.where(scorecards.c.sealed_at >= since).order_by(scorecards.c.sealed_at)
        rows = (await self.connection.execute(lately)).mappings().all()
        return [await self.of(read_interview(row), ()) for row in rows]

    async def said_of(self, question: str) -> Collection[str]:
        """Return those where it has a mark or any evidence."""
        mine = (ratings.c.team_id == self.team) & (ratings.c.item == question)
        found = await self.connection.execute(select(ratings.c.interview).where(mine & _SAID))
        return frozenset(found.scalars())

    async def _hold(self, interview: Interview, draft: Draft) -> bool:
        """Lock the card, begun if need be; return whether it may still be written."""
        await begin_card(self.connection, self.team, interview)
        mine = self._mine(scorecards, interview.id)
        row = await self.connection.execute(
            select(scorecards.c.sealed_at, scorecards.c.recommendation_at)
            .where(mine)
            .with_for_update()
        )
        sealed_at, at = row.one()
        if sealed_at is None and draft.recommendation and (draft.at is None or at < draft.at):
            since = max(at, draft.at or draft.heard)
            word = {"recommendation": draft.recommendation, "recommendation_at": since}
            await self.connection.execute(update(scorecards).where(mine).values(**word))
        return sealed_at is None

    async def _add(self, interview: Interview, position: int, item: Item) -> None:
        row = {
            "team_id": self.team,
            "interview": interview.id,
            "item": item.key,
            "position": position,
            "competency": item.competency,
            "ref": item.ref,
            "not_assessed": False,
            "mark_at": 0,
            "evidence": "",
            "evidence_at": 0,
        }
        await insert_once(self.connection, ratings, row)

    async def _newer(
        self, interview: Interview, item: Item, draft: Draft, values: Values, clock: str
    ) -> None:
        """Update when nothing newer is there; the last word always counts."""
        mine = self._mine(ratings, interview.id) & (ratings.c.item == item.key)
        column, at = ratings.c[clock], draft.at
        if at is None:
            since: Any = case((column < draft.heard, draft.heard), else_=column)
        else:
            mine, since = mine & (column < at), at
        await self.connection.execute(
            update(ratings).where(mine).values(**values, **{clock: since})
        )

    def _mine(self, table: Table, interview: str) -> ColumnElement[bool]:
        return (table.c.team_id == self.team) & (table.c.interview == interview)

    async def _select(self, table: Table, interview: str) -> Sequence[RowMapping]:
        found = await self.connection.execute(select(table).where(self._mine(table, interview)))
        return found.mappings().all()


async def begin_card(connection: AsyncConnection, team: str, interview: Interview) -> None:
    """Make sure that there is one to write to."""
    new = {"interviewer": interview.interviewer, "recommendation_at": 0}
    await insert_once(connection, scorecards, {"team_id": team, "interview": interview.id} | new)


def _marked(item: Item, draft: Draft) -> Values:
    mark = draft.marks[item.key]
    if mark == "not_assessed":
        why = {"reason": draft.reasons.get(item.key)}
        return {"points": None, "not_assessed": True, "ref": item.ref} | why
    return {"points": mark, "not_assessed": False, "ref": item.ref, "reason": None}


def _rating(row: RowMapping) -> Rating:
    item = Item(row["item"], row["competency"], row["ref"])
    mark: Mark | None = "not_assessed" if row["not_assessed"] else row["points"]
    reason = Reason(row["reason"]) if row["reason"] else None
    return Rating(item, mark, row["evidence"], row["mark_at"], row["evidence_at"], reason)
