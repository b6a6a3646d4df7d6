"""The very texts that jobs and candidates were given."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table. Jobs that are older than it are asked the newest text, as before."""
    op.create_table(
        "frozen_questions",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "ref", name=op.f("pk_frozen_questions")),
    )
