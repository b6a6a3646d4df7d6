"""The live guide."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "guides",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["interviews.team_id", "interviews.id"],
            name=op.f("fk_guides_interviews"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", name=op.f("pk_guides")),
    )
    op.create_index("ix_guides_card", "guides", ["team_id", "channel", "ts"], unique=False)
    op.create_table(
        "guide_steps",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["guides.team_id", "guides.interview"],
            name=op.f("fk_guide_steps_guides"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", "key", name=op.f("pk_guide_steps")),
    )
