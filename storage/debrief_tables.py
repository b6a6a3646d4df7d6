"""The tables of what follows a debrief: decisions, where raters stand after it, digests."""

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, SmallInteger, String, Table, Text

from storage.columns import Utc, metadata, of_team

decisions = Table(
    "decisions",
    metadata,
    *of_team("candidate", "n"),  # counted from 1; the newest counts
    Column("verdict", String, nullable=False),  # hire, no_hire, hold
    Column("competencies", JSON, nullable=False),  # that decided it
    Column("dissent", Text, nullable=False),
    Column("dissenters", JSON, nullable=False),  # people
    Column("departure", Text, nullable=False),  # why it is not what the profile suggests
    Column("reason", Text, nullable=False),  # of a change
    Column("actor", String, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "candidate"], ["candidates.team_id", "candidates.id"]),
)

votes = Table(
    "votes",  # after the talk; what was rated before it is in `ratings`
    metadata,
    *of_team("candidate", "rater", "competency"),
    Column("points", SmallInteger, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "candidate"], ["candidates.team_id", "candidates.id"]),
)

digests = Table(
    "digests",  # of the channels that want one
    metadata,
    *of_team("channel"),
    Column("owner", String, nullable=False),  # who asked for it
    Column("language", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("last_on", String, nullable=False),  # the local date of the newest, or empty
    Column("due_at", Utc, nullable=False),
    Index("ix_digests_due", "due_at"),
)
