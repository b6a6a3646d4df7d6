"""Practice as it is wished for: stages, a clock, forms with drafts, and self-ratings."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

LONG_AGO = "1970-01-01 00:00:00+00:00"


def upgrade() -> None:
    """Add them; a mock from before goes on as a free round in which nobody watches the clock."""
    _mocks()
    _turns()
    _drafts()
    _objections()
    _ratings()


def _mocks() -> None:
    texts = {"topic": "", "level": "mid", "form": "free", "stage": "answering"}
    for name, default in texts.items():
        op.add_column("mocks", sa.Column(name, sa.String(), nullable=False, server_default=default))
    for name, flag in {"whole": sa.true(), "timed": sa.false()}.items():
        op.add_column("mocks", sa.Column(name, sa.Boolean(), nullable=False, server_default=flag))
    op.add_column("mocks", sa.Column("listening", sa.Integer(), nullable=True))
    op.add_column("mocks", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("mocks", sa.Column("spent", sa.Integer(), nullable=False, server_default="0"))
    for name in ("since", "begun_at"):
        moment = sa.DateTime(timezone=True)
        op.add_column("mocks", sa.Column(name, moment, nullable=False, server_default=LONG_AGO))
    op.execute("UPDATE mocks SET since = updated_at, begun_at = updated_at")
    waiting = sa.text("due_at IS NOT NULL")
    op.create_index(
        "ix_mocks_due", "mocks", ["due_at"], sqlite_where=waiting, postgresql_where=waiting
    )


def _turns() -> None:
    for name in ("ts", "field"):
        op.add_column("mock_turns", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.create_index("ix_mock_turns_at", "mock_turns", ["at"])


def _drafts() -> None:
    op.create_table(
        "mock_drafts",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mock", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "mock"], ["mocks.team_id", "mocks.id"], name=op.f("fk_mock_drafts_mocks")
        ),
        sa.PrimaryKeyConstraint(
            "team_id", "mock", "question", "field", name=op.f("pk_mock_drafts")
        ),
    )


def _objections() -> None:
    op.create_table(
        "mock_objections",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mock", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "mock"],
            ["mocks.team_id", "mocks.id"],
            name=op.f("fk_mock_objections_mocks"),
        ),
        sa.PrimaryKeyConstraint("team_id", "mock", "n", "rule", name=op.f("pk_mock_objections")),
    )


def _ratings() -> None:
    op.create_table(
        "self_ratings",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mock", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("points", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "mock"], ["mocks.team_id", "mocks.id"], name=op.f("fk_self_ratings_mocks")
        ),
        sa.PrimaryKeyConstraint("team_id", "mock", "question", name=op.f("pk_self_ratings")),
    )
    op.create_index("ix_self_ratings_person", "self_ratings", ["team_id", "person"])
