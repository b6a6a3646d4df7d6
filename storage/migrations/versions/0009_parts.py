"""Parts found in practice, kept as numbers; answers that a language model may comment on."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add them; nobody has let a language model read anything so far."""
    for name in ("commented", "uncommented"):
        op.add_column(
            "mocks", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
        )
    waiting = sa.text("uncommented")
    op.create_index(
        "ix_mocks_uncommented",
        "mocks",
        ["updated_at"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.create_table(
        "found_parts",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mock", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "mock"], ["mocks.team_id", "mocks.id"], name=op.f("fk_found_parts_mocks")
        ),
        sa.PrimaryKeyConstraint("team_id", "mock", "question", "part", name=op.f("pk_found_parts")),
    )
    op.create_index("ix_found_parts_person", "found_parts", ["team_id", "person"])
