"""What a debrief shows and when it goes; decisions, votes after the talk, digests."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add them; jobs that are open keep posting the evidence, as they did."""
    _columns()
    _decisions()
    _votes()
    _digests()


def _columns() -> None:
    no = sa.text("false")
    op.add_column(
        "jobs", sa.Column("detail", sa.String(), nullable=False, server_default="summary")
    )
    op.add_column("jobs", sa.Column("initials", sa.Boolean(), nullable=False, server_default=no))
    op.add_column("jobs", sa.Column("zone", sa.String(), nullable=False, server_default="UTC"))
    op.add_column("jobs", sa.Column("daily", sa.String(), nullable=True))
    op.execute(sa.text("UPDATE jobs SET detail = 'thread'"))
    op.add_column("debriefs", sa.Column("daily", sa.Boolean(), nullable=False, server_default=no))
    op.add_column("debriefs", sa.Column("stopped", sa.String(), nullable=True))
    op.create_index("ix_candidates_job", "candidates", ["team_id", "job"])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("candidate", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("competencies", sa.JSON(), nullable=False),
        sa.Column("dissent", sa.Text(), nullable=False),
        sa.Column("dissenters", sa.JSON(), nullable=False),
        sa.Column("departure", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "candidate"],
            ["candidates.team_id", "candidates.id"],
            name=op.f("fk_decisions_candidates"),
        ),
        sa.PrimaryKeyConstraint("team_id", "candidate", "n", name=op.f("pk_decisions")),
    )


def _votes() -> None:
    op.create_table(
        "votes",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("candidate", sa.String(), nullable=False),
        sa.Column("rater", sa.String(), nullable=False),
        sa.Column("competency", sa.String(), nullable=False),
        sa.Column("points", sa.SmallInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "candidate"],
            ["candidates.team_id", "candidates.id"],
            name=op.f("fk_votes_candidates"),
        ),
        sa.PrimaryKeyConstraint(
            "team_id", "candidate", "rater", "competency", name=op.f("pk_votes")
        ),
    )


def _digests() -> None:
    op.create_table(
        "digests",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("last_on", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "channel", name=op.f("pk_digests")),
    )
    op.create_index("ix_digests_due", "digests", ["due_at"])
