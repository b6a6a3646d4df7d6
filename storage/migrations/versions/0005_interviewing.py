"""What happens around an interview: guides, nudges, preferences, amendments, early looks."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

FIRST, KIT = timedelta(minutes=5), timedelta(minutes=15)


def upgrade() -> None:
    """Add them; interviews still to come are reminded of like new ones."""
    _columns()
    _guides()
    _reminders()
    _afterwards()
    _remind()


def _columns() -> None:
    with op.batch_alter_table("scorecards") as scorecards:
        scorecards.add_column(sa.Column("written_by", sa.String(), nullable=True))
        scorecards.add_column(sa.Column("added", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("ratings") as ratings:
        ratings.add_column(sa.Column("reason", sa.String(), nullable=True))


def _guides() -> None:
    op.create_index(
        "ix_outbox_message", "outbox", ["team_id", "message_channel", "message_ts"], unique=False
    )
    op.create_table(
        "guides",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["interviews.team_id", "interviews.id"],
            name=op.f("fk_guides_interviews"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", name=op.f("pk_guides")),
    )
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


def _reminders() -> None:
    op.create_table(
        "nudges",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("sent", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("later", sa.String(), nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("kit_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["interviews.team_id", "interviews.id"],
            name=op.f("fk_nudges_interviews"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", name=op.f("pk_nudges")),
    )
    for name, column in (("ix_nudges_due", "due_at"), ("ix_nudges_kit", "kit_at")):
        waiting = sa.text(f"{column} IS NOT NULL")
        op.create_index(name, "nudges", [column], sqlite_where=waiting, postgresql_where=waiting)
    op.create_table(
        "preferences",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=True),
        sa.Column("quiet_start", sa.String(), nullable=False),
        sa.Column("quiet_end", sa.String(), nullable=False),
        sa.Column("weekends", sa.Boolean(), nullable=False),
        sa.Column("nudges", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "person", name=op.f("pk_preferences")),
    )


def _afterwards() -> None:
    op.create_table(
        "amendments",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("interview", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "interview"],
            ["scorecards.team_id", "scorecards.interview"],
            name=op.f("fk_amendments_scorecards"),
        ),
        sa.PrimaryKeyConstraint("team_id", "interview", "n", name=op.f("pk_amendments")),
    )
    op.create_table(
        "early_looks",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("candidate", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "candidate"],
            ["candidates.team_id", "candidates.id"],
            name=op.f("fk_early_looks_candidates"),
        ),
        sa.PrimaryKeyConstraint("team_id", "candidate", "n", name=op.f("pk_early_looks")),
    )


def _remind() -> None:
    connection, now = op.get_bind(), datetime.now(UTC)
    moment = sa.DateTime(timezone=True)
    interviews = sa.table(
        "interviews",
        *(sa.column(name, sa.String()) for name in ("team_id", "id", "state")),
        sa.column("start", moment),
        sa.column("minutes", sa.SmallInteger()),
    )
    nudges = sa.table(
        "nudges",
        *(sa.column(name, sa.String()) for name in ("team_id", "interview")),
        sa.column("kit_at", moment),
        sa.column("due_at", moment),
    )
    coming = (interviews.c.start > now) & (interviews.c.state == "planned")
    rows = [
        {
            "team_id": row.team_id,
            "interview": row.id,
            "kit_at": row.start - KIT,
            "due_at": row.start + timedelta(minutes=row.minutes) + FIRST,
        }
        for row in connection.execute(sa.select(interviews).where(coming))
    ]
    if rows:
        connection.execute(nudges.insert(), rows)
