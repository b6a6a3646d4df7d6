"""Reminders, and how each person wants them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "preferences",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=True),
        sa.Column("quiet_from", sa.String(), nullable=False),
        sa.Column("quiet_until", sa.String(), nullable=False),
        sa.Column("weekends", sa.Boolean(), nullable=False),
        sa.Column("nudges", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "person", name=op.f("pk_preferences")),
    )
    op.create_table(
        "nudges",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent", sa.SmallInteger(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_organiser", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["interviews.team_id", "interviews.id"],
            name=op.f("fk_nudges_interviews"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", name=op.f("pk_nudges")),
    )
    op.create_index(
        "ix_nudges_due",
        "nudges",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
