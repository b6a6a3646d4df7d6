"""Interviews that change: kinds, states, rounds, and what a candidate needs."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns; what was planned before is a lead's, planned, in the first round."""
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
