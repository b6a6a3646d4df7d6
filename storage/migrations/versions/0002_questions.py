"""Questions of the workspace: its own, its word on each, who has heard which, possible leaks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables, and let a job keep why it got its questions."""
    op.create_table(
        "own_questions",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pool", sa.String(), nullable=False),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", "rev", name=op.f("pk_own_questions")),
    )
    op.create_table(
        "own_banks",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("pool", sa.String(), nullable=False),
        sa.Column("header", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "competency", "pool", name=op.f("pk_own_banks")),
    )
    op.create_table(
        "question_states",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_question_states")),
    )
    op.create_table(
        "question_uses",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("candidate", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["interviews.team_id", "interviews.id"],
            name=op.f("fk_question_uses_interviews"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", "question", name=op.f("pk_question_uses")),
    )
    op.create_index("ix_question_uses_at", "question_uses", ["team_id", "at"], unique=False)
    op.create_index(
        "ix_question_uses_candidate", "question_uses", ["team_id", "candidate"], unique=False
    )
    op.create_table(
        "question_leaks",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.Float(), nullable=False),
        sa.Column("after", sa.Float(), nullable=False),
        sa.Column("reviewed_by", sa.String(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "question", "rev", name=op.f("pk_question_leaks")),
    )
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("reasons", sa.JSON(), nullable=False, server_default="[]"))
