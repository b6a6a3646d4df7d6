"""The tables of practice. No key leads from here to hiring, and no query joins the two."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.columns import Utc, metadata, of_team

mocks = Table(
    "mocks",
    metadata,
    *of_team("id"),
    Column("person", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("level", String, nullable=False),
    Column("form", String, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("timed", Boolean, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("state", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("probed", JSON, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("listening", Integer),
    Column("due_at", Utc),
    Column("spent", Integer, nullable=False),
    Column("commented", Boolean, nullable=False, server_default=false()),
    Column("reader", String, nullable=False, server_default=""),
    Column("uncommented", Boolean, nullable=False, server_default=false()),
    Column("since", Utc, nullable=False),
    Column("begun_at", Utc, nullable=False),
    Column("updated_at", Utc, nullable=False),
    Index(  # one mock at a time
        "ix_mocks_current",
        "team_id",
        "person",
        unique=True,
        sqlite_where=text("state <> 'over'"),
        postgresql_where=text("state <> 'over'"),
    ),
    Index(
        "ix_mocks_due",
        "due_at",
        sqlite_where=text("due_at IS NOT NULL"),
        postgresql_where=text("due_at IS NOT NULL"),
    ),
    Index(
        "ix_mocks_uncommented",
        "updated_at",
        sqlite_where=text("uncommented"),
        postgresql_where=text("uncommented"),
    ),
)

mock_turns = Table(
    "mock_turns",
    metadata,
    *of_team("mock", "n"),
    Column("said", String, nullable=False),
    Column("question", String, nullable=False),
    Column("probe", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("message", String, nullable=False),
    Column("ts", String, nullable=False),
    Column("field", String, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "mock"], ["mocks.team_id", "mocks.id"]),
    Index(  # an answer is taken once
        "ix_mock_turns_message",
        "team_id",
        "mock",
        "message",
        unique=True,
        sqlite_where=text("message <> ''"),
        postgresql_where=text("message <> ''"),
    ),
    Index("ix_mock_turns_at", "at"),
)

mock_drafts = Table(
    "mock_drafts",
    metadata,
    *of_team("mock", "question", "field"),
    Column("text", Text, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "mock"], ["mocks.team_id", "mocks.id"]),
)

mock_objections = Table(  # which rule spoke wrongly where; never its text
    "mock_objections",
    metadata,
    *of_team("mock", "n", "rule"),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "mock"], ["mocks.team_id", "mocks.id"]),
)

self_ratings = Table(
    "self_ratings",
    metadata,
    *of_team("mock", "question"),
    Column("person", String, nullable=False),
    Column("competency", String, nullable=False),
    Column("points", SmallInteger, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "mock"], ["mocks.team_id", "mocks.id"]),
    Index("ix_self_ratings_person", "team_id", "person"),
)

found_parts = Table(  # which parts were found in an answer: they stay when its text goes
    "found_parts",
    metadata,
    *of_team("mock", "question", "part"),
    Column("person", String, nullable=False),
    Column("competency", String, nullable=False),
    Column("found", Boolean, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "mock"], ["mocks.team_id", "mocks.id"]),
    Index("ix_found_parts_person", "team_id", "person"),
)

peer_wishes = Table(
    "peer_wishes",
    metadata,
    *of_team("person"),
    Column("id", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("level", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("since", Utc, nullable=False),
    Column("until", Utc, nullable=False),
    Index("ix_peer_wishes_until", "until"),
)

peer_refusals = Table(  # with whom somebody does not practise again, as a mark that names nobody
    "peer_refusals",
    metadata,
    *of_team("person", "mark"),
)

peer_sessions = Table(  # who is gone is an empty text in it
    "peer_sessions",
    metadata,
    *of_team("id"),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("levels", JSON, nullable=False),
    Column("locale", String, nullable=False),
    Column("state", String, nullable=False),
    Column("ready", JSON, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("step", Integer, nullable=False),
    Column("asked", JSON, nullable=False),
    Column("begun_at", Utc, nullable=False),
    Column("updated_at", Utc, nullable=False),
    Index("ix_peer_sessions_one", "team_id", "one"),
    Index("ix_peer_sessions_other", "team_id", "other"),
    Index("ix_peer_sessions_updated_at", "updated_at"),
)
