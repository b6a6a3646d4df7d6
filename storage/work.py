"""The repositories of one team, over one connection."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.amendments import SqlAmendments
from storage.audit import SqlAudit
from storage.besides import SqlBesides
from storage.decisions import SqlDecisions
from storage.digests import SqlDigests
from storage.early_looks import SqlEarlyLooks
from storage.frozen_questions import SqlFrozenQuestions
from storage.guides import SqlGuides
from storage.inbox import SqlRequests
from storage.jobs import SqlJobs
from storage.loops import SqlLoops
from storage.nudges import SqlNudges
from storage.outbox import SqlPosts
from storage.own_questions import SqlOwnQuestions
from storage.people import SqlProfiles, SqlTeams
from storage.plan_drafts import SqlPlanDrafts
from storage.preferences import SqlPreferences
from storage.scorecards import SqlScorecards
from storage.uses import SqlUses
from storage.votes import SqlVotes


@dataclass(frozen=True, slots=True)
class SqlWork:
    """Everything a use case may read and write; none of it without the team."""

    team: str
    teams: SqlTeams
    people: SqlProfiles
    jobs: SqlJobs
    loops: SqlLoops
    scorecards: SqlScorecards
    guides: SqlGuides
    besides: SqlBesides
    amendments: SqlAmendments
    looks: SqlEarlyLooks
    decisions: SqlDecisions
    votes: SqlVotes
    posts: SqlPosts
    requests: SqlRequests
    questions: SqlOwnQuestions
    frozen: SqlFrozenQuestions
    drafts: SqlPlanDrafts
    uses: SqlUses
    nudges: SqlNudges
    preferences: SqlPreferences
    digests: SqlDigests
    audit: SqlAudit


def work_of(connection: AsyncConnection, team: str) -> SqlWork:
    """Build every repository with its team."""
    return SqlWork(
        team=team,
        teams=SqlTeams(connection, team),
        people=SqlProfiles(connection, team),
        jobs=SqlJobs(connection, team),
        loops=SqlLoops(connection, team),
        scorecards=SqlScorecards(connection, team),
        guides=SqlGuides(connection, team),
        besides=SqlBesides(connection, team),
        amendments=SqlAmendments(connection, team),
        looks=SqlEarlyLooks(connection, team),
        decisions=SqlDecisions(connection, team),
        votes=SqlVotes(connection, team),
        posts=SqlPosts(connection, team),
        requests=SqlRequests(connection, team),
        questions=SqlOwnQuestions(connection, team),
        frozen=SqlFrozenQuestions(connection, team),
        drafts=SqlPlanDrafts(connection, team),
        uses=SqlUses(connection, team),
        nudges=SqlNudges(connection, team),
        preferences=SqlPreferences(connection, team),
        digests=SqlDigests(connection, team),
        audit=SqlAudit(connection, team),
    )
