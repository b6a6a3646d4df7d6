"""The schema's history, and the way to its newest state."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

LOCK = 20_260_101  # any number, as long as it is always the same


class SchemaError(Exception):
    """The database is ahead of this code; its text says what to do."""


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the database to the newest schema, all steps or none; SchemaError when it is newer."""
    async with engine.begin() as connection:
        await connection.run_sync(_upgrade)


async def current(engine: AsyncEngine) -> bool:
    """Return whether the database has the newest schema; SchemaError when it has a newer one."""
    async with engine.begin() as connection:
        return await connection.run_sync(_is_newest)


def config(connection: Connection) -> Config:
    """Return Alembic's configuration: it needs no file."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # replicas start together: one at a time
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    if not _is_newest(connection):
        command.upgrade(config(connection), "head")


def _is_newest(connection: Connection) -> bool:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and revision not in _known():
        message = (
            f"The database has schema {revision}, which this version does not know: "
            "run the newer version of Interview Coach."
        )
        raise SchemaError(message)
    return revision == _known()[0]


@cache
def _known() -> Sequence[str]:
    """Return all revisions, the newest first. Read once: whoever asks for readiness asks often."""
    script = ScriptDirectory(str(Path(__file__).parent))
    return [each.revision for each in script.walk_revisions()]
