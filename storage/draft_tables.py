"""The table of what an organiser has begun to plan and not finished."""

from sqlalchemy import JSON, Column, Index, String, Table

from storage.columns import Utc, metadata, of_team

plan_drafts = Table(
    "plan_drafts",
    metadata,
    *of_team("id"),
    Column("planner", String, nullable=False),
    Column("form", JSON, nullable=False),  # who, when, what: as it was filled in
    Column("begun_at", Utc, nullable=False),
    Index("ix_plan_drafts_begun", "begun_at"),
)
