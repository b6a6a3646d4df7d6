"""Interviews that change: kinds, states, rounds; plans that are begun and not finished."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add them; what was planned before is a lead's, planned, in the first round."""
    with op.batch_alter_table("jobs") as jobs:
        jobs.add_column(sa.Column("competencies", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("candidates") as candidates:
        candidates.add_column(
            sa.Column("round", sa.SmallInteger(), nullable=False, server_default="1")
        )
        candidates.add_column(sa.Column("earlier", sa.String(), nullable=True))
        candidates.add_column(
            sa.Column("accommodation", sa.String(), nullable=False, server_default="")
        )
    with op.batch_alter_table("interviews") as interviews:
        interviews.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="lead"))
        interviews.add_column(sa.Column("beside", sa.String(), nullable=True))
        interviews.add_column(
            sa.Column("state", sa.String(), nullable=False, server_default="planned")
        )
        interviews.add_column(
            sa.Column("revision", sa.Integer(), nullable=False, server_default="0")
        )
    op.create_table(
        "plan_drafts",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("planner", sa.String(), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_plan_drafts")),
    )
    op.create_index("ix_plan_drafts_begun", "plan_drafts", ["begun_at"], unique=False)
