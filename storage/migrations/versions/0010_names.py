"""All names that Slack has of a person: none of them leaves with what they practise."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add them; who is known already is asked for anew soon enough."""
    op.add_column("people", sa.Column("also", sa.String(), nullable=False, server_default=""))
