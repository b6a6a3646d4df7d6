"""SQLite's driver, with one way to its thread and back for each statement.

By itself it goes there for a cursor, for the statement, for the rows and to close: four ways of a
tenth of a millisecond, and most statements take less than one.
"""

from collections.abc import Iterable
from contextlib import closing
from sqlite3 import Connection as Underlying
from sqlite3 import connect as connect_
from typing import Any, Self

from aiosqlite import Connection as Driver

CHUNK = 64  # rows at a time for whoever goes through them one by one, which nothing here does


def connect(database: str, **options: Any) -> "Connection":
    """Return a connection that opens when it is awaited; the process does not wait for it."""
    return Connection(lambda: connect_(database, **options), CHUNK)


class Connection(Driver):
    """A connection whose cursors bring all rows at once."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._thread.daemon = True  # as SQLAlchemy has it where it connects by itself

    def cursor(self) -> "Cursor":  # type: ignore[override]  # nothing to wait for
        """Return a cursor at once; the thread hears of it with the statement."""
        return Cursor(self)

    async def bring(self, cursor: "Cursor", method: str, *given: Any) -> None:
        """Run a statement in the thread, keep in the cursor what comes of it, and be done."""
        await self._execute(_run, self._conn, cursor, method, *given)  # type: ignore[no-untyped-call]


class Cursor:
    """What the driver's own is to SQLAlchemy; there is nothing of it in the thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Iterable[Any] = ()) -> Self:
        """Run a statement."""
        await self._connection.bring(self, "execute", statement, values)
        return self

    async def executemany(self, statement: str, values: Iterable[Iterable[Any]]) -> Self:
        """Run a statement with each of these."""
        await self._connection.bring(self, "executemany", statement, values)
        return self

    async def fetchall(self) -> list[Any]:
        """Return the rows that are left; they are here."""
        rows, self.rows = self.rows, []
        return rows

    async def close(self) -> None:
        """Do nothing: it was closed when its rows had come."""


def _run(connection: Underlying, into: Cursor, method: str, *given: Any) -> None:
    """Do in the thread all that a statement needs."""
    with closing(connection.cursor()) as cursor:
        getattr(cursor, method)(*given)
        into.description = cursor.description
        into.rows = cursor.fetchall() if cursor.description else []
        into.rowcount, into.lastrowid = cursor.rowcount, cursor.lastrowid
