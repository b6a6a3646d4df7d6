"""Who has heard which question, in the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.exposure import Drift, Leak, Use
from questions.selection import Heard
from storage.question_tables import question_leaks, question_uses
from storage.tables import ratings, scorecards
from storage.upsert import insert_once


@dataclass(frozen=True, slots=True)
class SqlUses:
    """The uses of a team's questions."""

    connection: AsyncConnection
    team: str

    async def add(self, uses: Sequence[Use], now: datetime) -> None:
        """Insert each once."""
        for use in uses:
            row = {"team_id": self.team, "at": now, **asdict(use)}
            await insert_once(self.connection, question_uses, row)

    async def move(self, interview: str, question: str, use: Use, now: datetime) -> None:
        """Delete the one, insert the other."""
        mine = (question_uses.c.team_id == self.team) & (question_uses.c.interview == interview)
        gone = question_uses.delete().where(mine & (question_uses.c.question == question))
        await self.connection.execute(gone)
        await self.add([use], now)

    async def drop(self, interview: str) -> None:
        """Delete them."""
        mine = (question_uses.c.team_id == self.team) & (question_uses.c.interview == interview)
        await self.connection.execute(question_uses.delete().where(mine))

    async def hand_over(self, interview: str, to: str) -> None:
        """Update the interview."""
        mine = (question_uses.c.team_id == self.team) & (question_uses.c.interview == interview)
        await self.connection.execute(update(question_uses).where(mine).values(interview=to))

    async def heard(self, since: datetime) -> Mapping[str, Heard]:
        """Count candidates by question: two interviewers may ask one the same."""
        at, who = question_uses.c.at, question_uses.c.candidate
        ever, lately = func.count(who.distinct()), func.count(case((at >= since, who)).distinct())
        counts = select(question_uses.c.question, ever, lately, func.max(at))
        mine = question_uses.c.team_id == self.team
        rows = await self.connection.execute(counts.where(mine).group_by(question_uses.c.question))
        return {question: Heard(uses, lately, last) for question, uses, lately, last in rows}

    async def met(self, candidates: Collection[str]) -> frozenset[str]:
        """Return their families."""
        mine = question_uses.c.team_id == self.team
        of_them = mine & question_uses.c.candidate.in_(candidates)
        rows = await self.connection.execute(select(question_uses.c.family).where(of_them))
        return frozenset(rows.scalars())

    async def points(self, question: str, rev: int) -> Sequence[int]:
        """Return what was sealed."""
        same = (scorecards.c.team_id == ratings.c.team_id) & (
            scorecards.c.interview == ratings.c.interview
        )
        mine = (ratings.c.team_id == self.team) & (ratings.c.item == question)
        mine &= ratings.c.ref.startswith(f"{question}@{rev}#", autoescape=True)
        sealed = mine & ratings.c.points.is_not(None) & scorecards.c.sealed_at.is_not(None)
        in_order = (
            select(ratings.c.points)
            .join(scorecards, same)
            .where(sealed)
            .order_by(scorecards.c.sealed_at, ratings.c.interview)
        )
        return list((await self.connection.execute(in_order)).scalars())

    async def flag(self, question: str, rev: int, drift: Drift, now: datetime) -> bool:
        """Insert once."""
        row = {"team_id": self.team, "question": question, "rev": rev, "found_at": now}
        return await insert_once(self.connection, question_leaks, row | asdict(drift))

    async def leaks(self) -> Mapping[str, Leak]:
        """Return the newest of each question."""
        mine = question_leaks.c.team_id == self.team
        in_order = select(question_leaks).where(mine).order_by(question_leaks.c.rev)
        rows = (await self.connection.execute(in_order)).mappings()
        return {
            row["question"]: Leak(
                row["question"],
                row["rev"],
                Drift(row["before"], row["after"]),
                row["reviewed_by"],
            )
            for row in rows
        }

    async def review(self, question: str, rev: int, actor: str, now: datetime) -> None:
        """Note it, the first time."""
        mine = (question_leaks.c.team_id == self.team) & (question_leaks.c.question == question)
        open_ = mine & (question_leaks.c.rev == rev) & question_leaks.c.reviewed_by.is_(None)
        done = update(question_leaks).where(open_).values(reviewed_by=actor, reviewed_at=now)
        await self.connection.execute(done)
