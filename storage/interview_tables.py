"""The tables of what happens around one interview: its guide, its reminders, what comes after."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from storage.columns import Utc, metadata, of_team

guides = Table(
    "guides",
    metadata,
    *of_team("interview"),
    Column("shown", Integer, nullable=False),  # how often its card was posted
    Column("started_at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["interviews.team_id", "interviews.id"]),
)

guide_steps = Table(
    "guide_steps",
    metadata,
    *of_team("interview", "key"),  # what Slack calls it: action_ts of a press, ts of a message
    Column("position", Integer, nullable=False),  # the order in which they came
    Column("at", Utc, nullable=False),  # by Slack's clock
    Column("kind", String, nullable=False),
    Column("item", String),
    Column("detail", Text, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["guides.team_id", "guides.interview"]),
)

nudges = Table(
    "nudges",
    metadata,
    *of_team("interview"),
    Column("sent", SmallInteger, nullable=False, server_default="0"),
    Column("last_at", Utc),
    Column("later", String),  # what was answered to a nudge: hour, tonight, tomorrow
    Column("chosen_at", Utc),
    Column("told", Boolean, nullable=False, server_default=text("false")),  # the organiser
    Column("kit_at", Utc),  # when the kit comes again; null: it came, or does not
    Column("due_at", Utc),  # when to look next; null: nothing is left to say
    ForeignKeyConstraint(["team_id", "interview"], ["interviews.team_id", "interviews.id"]),
    Index(
        "ix_nudges_due",
        "due_at",
        sqlite_where=text("due_at IS NOT NULL"),
        postgresql_where=text("due_at IS NOT NULL"),
    ),
    Index(
        "ix_nudges_kit",
        "kit_at",
        sqlite_where=text("kit_at IS NOT NULL"),
        postgresql_where=text("kit_at IS NOT NULL"),
    ),
)

preferences = Table(
    "preferences",
    metadata,
    *of_team("person"),
    Column("locale", String),  # null: as in Slack
    Column("quiet_start", String, nullable=False),  # 19:00, by the clock where they are
    Column("quiet_end", String, nullable=False),
    Column("weekends", Boolean, nullable=False),  # whether these are quiet
    Column("nudges", Boolean, nullable=False),
    Column("updated_at", Utc, nullable=False),
)

amendments = Table(
    "amendments",
    metadata,
    *of_team("interview", "n"),  # counted from 1
    Column("item", String, nullable=False),  # of a rating, or `recommendation`
    Column("said", String, nullable=False),  # 1 to 5, not_assessed, or a recommendation
    Column("reason", Text, nullable=False),
    Column("released", Boolean, nullable=False),  # whether the debrief was out by then
    Column("actor", String, nullable=False),
    Column("at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "interview"], ["scorecards.team_id", "scorecards.interview"]),
)

early_looks = Table(
    "early_looks",
    metadata,
    *of_team("candidate", "n"),  # counted from 1
    Column("actor", String, nullable=False),
    Column("at", Utc, nullable=False),
    Column("sealed", SmallInteger, nullable=False),  # how many cards there were to see
    ForeignKeyConstraint(["team_id", "candidate"], ["candidates.team_id", "candidates.id"]),
)
