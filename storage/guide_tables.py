"""The tables of the live guide: where its card is, and what was done on it."""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, String, Table, Text

from storage.columns import Utc, metadata, of_team

guides = Table(
    "guides",
    metadata,
    *of_team("interview"),
    Column("channel", String, nullable=False),  # of the card: a direct message
    Column("ts", String, nullable=False),
    Column("started_at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["interviews.team_id", "interviews.id"]),
    Index("ix_guides_card", "team_id", "channel", "ts"),
)

guide_steps = Table(  # in order of ``position``; none is ever changed
    "guide_steps",
    metadata,
    *of_team("interview", "key"),
    Column("position", Integer, nullable=False),
    Column("at", Utc, nullable=False),
    Column("kind", String, nullable=False),
    Column("item", String),
    Column("detail", Text, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["guides.team_id", "guides.interview"]),
)
