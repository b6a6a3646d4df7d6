"""What Alembic runs: the steps, in the transaction it was handed."""

from alembic import context

from storage import (
    debrief_tables,
    draft_tables,
    interview_tables,
    practice_tables,
    question_tables,
    tables,
)
from storage.columns import metadata

DRAWN = (
    debrief_tables.decisions,
    draft_tables.plan_drafts,
    interview_tables.guides,
    tables.jobs,
    practice_tables.mocks,
    question_tables.own_questions,
)  # importing them fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
