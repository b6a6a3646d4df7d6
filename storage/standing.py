"""What somebody is in the hiring of a team, in the database."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from coaching.standing import AFTER, Standing
from storage.tables import candidates, debriefs, interviews, jobs


async def standing(
    connection: AsyncConnection, team: str, person: str, now: datetime, *, admin: bool
) -> Standing:
    """Ask for everything in one statement."""
    runs = exists().where(
        (jobs.c.team_id == team) & ((jobs.c.manager == person) | (jobs.c.opened_by == person))
    )
    sits = exists().where((interviews.c.team_id == team) & (interviews.c.interviewer == person))
    found = await connection.execute(select(runs, sits, _candidate(team, person, now)))
    runs_jobs, interviews_, candidate = found.one()
    return Standing(admin, bool(runs_jobs), bool(interviews_), bool(candidate))


def _candidate(team: str, person: str, now: datetime) -> ColumnElement[bool]:
    mine = (candidates.c.team_id == team) & (candidates.c.account == person)
    same = (debriefs.c.team_id == candidates.c.team_id) & (debriefs.c.candidate == candidates.c.id)
    recent = debriefs.c.released_at.is_(None) | (debriefs.c.released_at > now - AFTER)
    return exists().where(mine & same & recent)
