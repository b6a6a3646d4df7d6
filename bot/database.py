"""The database, opened: the lock, the engine, the newest schema."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.lock import alone
from bot.settings import DatabaseSettings, StartError
from bot.tracebacks import fact
from coaching.deadline import Deadline
from coaching.errors import BusyError
from storage import migrations
from storage.engine import connect
from storage.migrations import SchemaError

TROUBLE = (OSError, SQLAlchemyError, TimeoutError)
PATIENCE = 5.0  # seconds for a database to say that it is there


@asynccontextmanager
async def opened(settings: DatabaseSettings) -> AsyncIterator[AsyncEngine]:
    """Give an engine whose schema is the newest; StartError says what stands in the way."""
    with alone(settings.database):
        engine = connect(settings.database)
        try:
            await _upgrade(engine)
            yield engine
        finally:
            await engine.dispose()


async def missing(engine: AsyncEngine, deadline: Deadline) -> str:
    """Return what keeps us from serving, or nothing: the database, or its schema."""
    try:
        newest = await deadline.within(migrations.current(engine))
    except BusyError:
        return "the database does not answer"
    except SchemaError as error:
        return str(error)
    except TROUBLE as error:
        return _silence(error)
    return "" if newest else "the schema is not the newest: run python -m bot migrate"


async def _upgrade(engine: AsyncEngine) -> None:
    try:
        await migrations.upgrade(engine)
    except SchemaError as error:
        raise StartError(str(error)) from None
    except TROUBLE as error:
        message = f"DATABASE_URL: {_silence(error)}"
        raise StartError(message) from error


def _silence(error: Exception) -> str:
    return f"the database does not answer ({fact(error) or type(error).__name__})"
