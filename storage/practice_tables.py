"""The tables of practice. No key leads from here to hiring, and no query joins the two."""

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, Integer, String, Table, Text, text

from storage.columns import Utc, metadata, of_team

mocks = Table(
    "mocks",
    metadata,
    *of_team("id"),
    Column("person", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("state", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("probed", JSON, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("updated_at", Utc, nullable=False),
    Index(  # one mock at a time
        "ix_mocks_current",
        "team_id",
        "person",
        unique=True,
        sqlite_where=text("state <> 'over'"),
        postgresql_where=text("state <> 'over'"),
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
)
