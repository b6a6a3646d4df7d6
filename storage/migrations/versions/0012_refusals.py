"""With whom somebody does not practise again. A row names nobody but who keeps it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"


def upgrade() -> None:
    """Add them."""
    op.create_table(
        "peer_refusals",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "person", "mark", name=op.f("pk_peer_refusals")),
    )
