"""Which loops a person still has to do with, and how far all the cards of some loops are."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import candidates, debriefs, interviews, jobs, ratings, scorecards

_CARDS = interviews.outerjoin(
    scorecards,
    (scorecards.c.team_id == interviews.c.team_id) & (scorecards.c.interview == interviews.c.id),
)


def open_to(team: str, person: str, since: datetime, *, every: bool) -> ColumnElement[bool]:
    """Tell loops that a person scores in or organises, from all; ``every``: as if they did."""
    organises = or_(*(it == person for it in (jobs.c.manager, jobs.c.opened_by)))
    organises |= candidates.c.planned_by == person
    unfinished = debriefs.c.released_at.is_(None) | (debriefs.c.released_at >= since)
    scores = (
        select(interviews.c.candidate)
        .select_from(_CARDS)
        .where(
            interviews.c.team_id == team,
            interviews.c.interviewer == person,
            interviews.c.state == "planned",
            scorecards.c.sealed_at.is_(None) | (interviews.c.start >= since),
        )
    )
    runs = unfinished if every else and_(organises, unfinished)
    return or_(runs, candidates.c.id.in_(scores))


async def sealed_in(
    connection: AsyncConnection, team: str, of: Collection[str]
) -> Mapping[str, datetime]:
    """Return when each sealed card of these candidates was sealed, by interview."""
    sealed = (
        select(interviews.c.id, scorecards.c.sealed_at)
        .select_from(_CARDS)
        .where(interviews.c.team_id == team, interviews.c.candidate.in_(of))
        .where(scorecards.c.sealed_at.is_not(None))
    )
    return {row.id: row.sealed_at for row in await connection.execute(sealed)}


async def touched(connection: AsyncConnection, team: str, person: str) -> Mapping[str, int]:
    """Return when each draft that is a person's own was last written in, by interview."""
    mine = (interviews.c.team_id == team) & (interviews.c.interviewer == person)
    own = scorecards.c.written_by.is_(None) | (scorecards.c.written_by == person)
    drafts = (
        select(
            scorecards.c.interview,
            scorecards.c.recommendation_at,
            func.coalesce(func.max(ratings.c.mark_at), 0),
            func.coalesce(func.max(ratings.c.evidence_at), 0),
        )
        .select_from(_CARDS)
        .outerjoin(
            ratings,
            (ratings.c.team_id == scorecards.c.team_id)
            & (ratings.c.interview == scorecards.c.interview),
        )
        .where(mine & own & scorecards.c.interview.is_not(None))
        .where(scorecards.c.sealed_at.is_(None))
        .group_by(scorecards.c.interview, scorecards.c.recommendation_at)
    )
    last = {row[0]: max(row[1:]) for row in await connection.execute(drafts)}
    return {interview: at for interview, at in last.items() if at}
