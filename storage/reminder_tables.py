"""The tables of reminders: which are due, and how each person wants them."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    Table,
    text,
)

from storage.columns import Utc, metadata, of_team

preferences = Table(
    "preferences",
    metadata,
    *of_team("person"),
    Column("locale", String),  # null: Slack's
    Column("quiet_from", String, nullable=False),  # HH:MM of the person's day
    Column("quiet_until", String, nullable=False),
    Column("weekends", Boolean, nullable=False),  # whether they are quiet
    Column("nudges", Boolean, nullable=False),
)

nudges = Table(  # one row for each interview: what its interviewer is reminded of
    "nudges",
    metadata,
    *of_team("interview"),
    Column("due_at", Utc),  # null: nothing more to say
    Column("sent", SmallInteger, nullable=False),
    Column("last_at", Utc),
    Column("told_organiser", Boolean, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["interviews.team_id", "interviews.id"]),
    Index(
        "ix_nudges_due",
        "due_at",
        sqlite_where=text("due_at IS NOT NULL"),
        postgresql_where=text("due_at IS NOT NULL"),
    ),
)
