"""What people agree to in practice: with whom not again, and which language model may read.

A refusal names nobody but who keeps it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add both; a practice under way lets no model read any more."""
    op.add_column("mocks", sa.Column("reader", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "peer_refusals",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "person", "mark", name=op.f("pk_peer_refusals")),
    )
