"""The database the URL names, with the settings each kind needs."""

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

PRAGMAS = ("journal_mode = WAL", "busy_timeout = 5000", "foreign_keys = ON", "synchronous = FULL")
POOL_TIMEOUT = 2  # seconds to wait for a connection
STATEMENT_TIMEOUT = 5000  # milliseconds, for the server; the person's deadline is shorter
COMMAND_TIMEOUT = 10  # seconds, for us: a frozen server keeps no time


def connect(url: str) -> AsyncEngine:
    """Return an engine; nothing is opened yet. Error texts hold no values.

    SQLite gets one connection: several writers only make each other wait for the file's lock.
    """
    if url.startswith("sqlite"):
        engine = create_async_engine(
            url, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=POOL_TIMEOUT
        )
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine
    settings = {"statement_timeout": str(STATEMENT_TIMEOUT), "timezone": "UTC"}
    return create_async_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=POOL_TIMEOUT,
        connect_args={
            "timeout": POOL_TIMEOUT,
            "command_timeout": COMMAND_TIMEOUT,
            "server_settings": settings,
        },
    )


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Stop the driver from beginning transactions late and by itself."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once: one taken later fails, or overwrites what others wrote."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
