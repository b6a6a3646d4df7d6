"""The tables about questions: a workspace's own, its word on each, and who has heard which."""

from sqlalchemy import JSON, Column, Float, ForeignKeyConstraint, Index, Integer, String, Table

from storage.columns import Utc, metadata, of_team

own_questions = Table(  # a row for each revision; none is ever changed
    "own_questions",
    metadata,
    *of_team("id"),
    Column("rev", Integer, primary_key=True, autoincrement=False),
    Column("pool", String, nullable=False),
    Column("competency", String, nullable=False),
    Column("document", JSON, nullable=False),  # the question as a bank would write it
    Column("added_by", String, nullable=False),
    Column("added_at", Utc, nullable=False),
)

frozen_questions = Table(  # what candidates are asked, by `id@revision#fingerprint`
    "frozen_questions",
    metadata,
    *of_team("ref"),
    Column("competency", String, nullable=False),
    Column("document", JSON, nullable=False),
    Column("frozen_at", Utc, nullable=False),
)

own_banks = Table(
    "own_banks",
    metadata,
    *of_team("competency", "pool"),
    Column("header", JSON, nullable=False),  # all of the file but its questions
)

question_states = Table(  # the newest row of a question holds; none is ever changed
    "question_states",
    metadata,
    *of_team("id"),
    Column("question", String, nullable=False),
    Column("status", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("at", Utc, nullable=False),
)

question_uses = Table(
    "question_uses",
    metadata,
    *of_team("interview", "question"),
    Column("rev", Integer, nullable=False),
    Column("family", String, nullable=False),
    Column("candidate", String, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["interviews.team_id", "interviews.id"]),
    Index("ix_question_uses_at", "team_id", "at"),
    Index("ix_question_uses_candidate", "team_id", "candidate"),
)

question_leaks = Table(
    "question_leaks",
    metadata,
    *of_team("question"),
    Column("rev", Integer, primary_key=True, autoincrement=False),
    Column("found_at", Utc, nullable=False),
    Column("before", Float, nullable=False),  # means of points, 1 to 5
    Column("after", Float, nullable=False),
    Column("reviewed_by", String),
    Column("reviewed_at", Utc),
)
