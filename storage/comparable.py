"""Which jobs have candidates to compare, asked for in one statement."""

from collections.abc import Collection

from sqlalchemy import Select, exists, func, select

from storage.tables import candidates, debriefs, interviews, jobs, scorecards

_OF_JOB = (candidates.c.team_id == jobs.c.team_id) & (candidates.c.job == jobs.c.id)
_PROMISED = (debriefs.c.team_id == candidates.c.team_id) & (debriefs.c.candidate == candidates.c.id)
_AWAITED = (
    (interviews.c.team_id == candidates.c.team_id)
    & (interviews.c.candidate == candidates.c.id)
    & (interviews.c.kind == "lead")
    & (interviews.c.state == "planned")
)
_SEALED = (
    (scorecards.c.team_id == interviews.c.team_id)
    & (scorecards.c.interview == interviews.c.id)
    & scorecards.c.sealed_at.is_not(None)
)


def comparable(
    team: str, person: str, least: int, *, every: bool, among: Collection[str] | None
) -> Select[tuple[object, ...]]:
    """Return the newest jobs of a person with so many candidates who have all they need.

    ``every``: of the whole team; ``among``: only of these. The same rule as `is_ready`.
    """
    mine = jobs.c.team_id == team
    if not every:
        mine &= (jobs.c.manager == person) | (jobs.c.opened_by == person)
    if among is not None:
        mine &= jobs.c.id.in_(among)
    missing = exists().where(_AWAITED & ~exists().where(_SEALED).correlate(interviews))
    ready = debriefs.c.released_at.is_not(None) & exists().where(_AWAITED).correlate(candidates)
    number = (
        select(func.count())
        .select_from(candidates.join(debriefs, _PROMISED))
        .where(_OF_JOB & ready & ~missing.correlate(candidates))
        .correlate(jobs)
        .scalar_subquery()
    )
    applies = exists().where(_OF_JOB & (candidates.c.account == person)).correlate(jobs)
    found = select(jobs).where(mine & ~applies & (number >= least))
    return found.order_by(jobs.c.created_at.desc(), jobs.c.id)
