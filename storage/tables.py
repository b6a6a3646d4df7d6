"""The tables of hiring. Every key begins with the team."""

from sqlalchemy import (
    JSON,
    BigInteger,
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

teams = Table(
    "teams",
    metadata,
    *of_team(),
    Column("name", String, nullable=False),
    Column("paused_at", Utc),
    Column("seen_at", Utc, nullable=False),
)

people = Table(
    "people",
    metadata,
    *of_team("id"),
    Column("name", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("guest", Boolean, nullable=False),
    Column("bot", Boolean, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("stranger", Boolean, nullable=False),
    Column("also", String, nullable=False, server_default=""),  # what else Slack calls them
    Column("seen_at", Utc, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    *of_team("id"),
    Column("title", String, nullable=False),
    Column("model", String, nullable=False),  # id@version
    Column("level", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("manager", String, nullable=False),
    Column("language", String, nullable=False),
    Column("questions", JSON, nullable=False),  # id@rev#fingerprint, frozen
    Column("reasons", JSON, nullable=False, server_default="[]"),  # of each, when it was chosen
    Column("competencies", JSON, nullable=False, server_default="[]"),  # empty: the level's
    Column("opened_by", String, nullable=False),
    Column("detail", String, nullable=False, server_default="summary"),  # of its debriefs: thread
    Column("initials", Boolean, nullable=False, server_default=text("false")),
    Column("zone", String, nullable=False, server_default="UTC"),
    Column("daily", String),  # 17:00: when complete debriefs go out on weekdays
    Column("created_at", Utc, nullable=False),
)

candidates = Table(
    "candidates",
    metadata,
    *of_team("id"),
    Column("job", String, nullable=False),
    Column("name", String, nullable=False),
    Column("account", String),  # of somebody in this workspace
    Column("planned_by", String, nullable=False),
    Column("round", SmallInteger, nullable=False, server_default="1"),
    Column("earlier", String),  # the candidate's row of the round before
    Column("accommodation", String, nullable=False, server_default=""),  # never its reason
    Column("created_at", Utc, nullable=False),
    ForeignKeyConstraint(["team_id", "job"], ["jobs.team_id", "jobs.id"]),
    Index("ix_candidates_newest", "team_id", "created_at"),
    Index("ix_candidates_job", "team_id", "job"),
)

interviews = Table(
    "interviews",
    metadata,
    *of_team("id"),
    Column("candidate", String, nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("interviewer", String, nullable=False),
    Column("start", Utc, nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("competencies", JSON, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("kind", String, nullable=False, server_default="lead"),
    Column("beside", String),  # the lead's interview, of a shadow
    Column("state", String, nullable=False, server_default="planned"),
    Column("revision", Integer, nullable=False, server_default="0"),  # of the invitation
    ForeignKeyConstraint(["team_id", "candidate"], ["candidates.team_id", "candidates.id"]),
    Index("ix_interviews_candidate", "team_id", "candidate"),
    Index("ix_interviews_interviewer", "team_id", "interviewer"),
)

scorecards = Table(
    "scorecards",
    metadata,
    *of_team("interview"),
    Column("interviewer", String, nullable=False),
    Column("recommendation", String),
    Column("recommendation_at", BigInteger, nullable=False),  # microseconds of Slack's clock
    Column("sealed_at", Utc),
    Column("written_by", String),  # null: by the interviewer
    Column("added", JSON, nullable=False, server_default="[]"),  # competencies besides the plan
    ForeignKeyConstraint(["team_id", "interview"], ["interviews.team_id", "interviews.id"]),
)

ratings = Table(
    "ratings",
    metadata,
    *of_team("interview", "item"),
    Column("position", SmallInteger, nullable=False),
    Column("competency", String, nullable=False),
    Column("ref", String, nullable=False),  # the text it is rated against, id@revision#fingerprint
    Column("points", SmallInteger),
    Column("not_assessed", Boolean, nullable=False),
    Column("mark_at", BigInteger, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("evidence_at", BigInteger, nullable=False),
    Column("reason", String),  # of not assessed: no_time, not_covered, no_evidence
    ForeignKeyConstraint(["team_id", "interview"], ["scorecards.team_id", "scorecards.interview"]),
)

debriefs = Table(
    "debriefs",
    metadata,
    *of_team("candidate"),
    Column("channel", String, nullable=False),
    Column("due_at", Utc),  # null: when all cards are sealed
    Column("released_at", Utc),
    Column("daily", Boolean, nullable=False, server_default=text("false")),  # due at the job's hour
    Column("stopped", String),  # cancelled, expired: it does not go out by itself
    ForeignKeyConstraint(["team_id", "candidate"], ["candidates.team_id", "candidates.id"]),
    Index(
        "ix_debriefs_due",
        "due_at",
        sqlite_where=text("released_at IS NULL"),
        postgresql_where=text("released_at IS NULL"),
    ),
)

audit = Table(
    "audit",
    metadata,
    *of_team("id"),
    Column("at", Utc, nullable=False),
    Column("actor", String, nullable=False),  # empty: the clock
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Index("ix_audit_subject", "team_id", "subject"),
)

outbox = Table(
    "outbox",
    metadata,
    *of_team("key"),
    Column("kind", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("page", Integer, nullable=False),
    Column("thread_ts", String, nullable=False),
    Column("state", String, nullable=False),  # pending, sent, parked, dead, expired
    Column("reason", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Utc, nullable=False),  # while it is being sent: the end of the lease
    Column("maybe_sent", Utc),
    Column("message_channel", String),
    Column("message_ts", String),
    Column("doubtful_at", Utc),  # when to look for a twin
    Column("created_at", Utc, nullable=False),
    Index("ix_outbox_message", "team_id", "message_channel", "message_ts"),  # what a reply is to
    Index(
        "ix_outbox_doubtful",
        "doubtful_at",
        sqlite_where=text("doubtful_at IS NOT NULL"),
        postgresql_where=text("doubtful_at IS NOT NULL"),
    ),
    Index(
        "ix_outbox_due",
        "due_at",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)

inbox = Table(
    "inbox",
    metadata,
    *of_team("key"),
    Column("state", String, nullable=False),  # running, done, failed
    Column("body", JSON(none_as_null=True)),  # of an event, until it is done
    Column("attempts", Integer, nullable=False),
    Column("seen_at", Utc, nullable=False),
    Column("until", Utc, nullable=False),
    Index("ix_inbox_seen", "seen_at"),
    Index(
        "ix_inbox_unfinished",
        "until",
        sqlite_where=text("body IS NOT NULL"),
        postgresql_where=text("body IS NOT NULL"),
    ),
)
