"""SQLite's driver, asked for a whole statement at once.

The driver has a thread of its own, and each thing asked of it is an errand there and back: to
open a cursor, to execute, to fetch, to close. Most of our statements take less time than one.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, Self

import aiosqlite

ROWS = 64  # fetched at once by whoever iterates over a cursor, which nobody here does

Ask = Callable[[sqlite3.Cursor], object]


class Answer(NamedTuple):
    """What came of a statement, all of it."""

    description: Any
    rowcount: int
    lastrowid: int | None
    rows: Sequence[Any]


class Errands(aiosqlite.Connection):
    """A connection whose cursors execute, fetch and close in one errand."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, ROWS)
        self._thread.daemon = True  # as SQLAlchemy has it: a process that ends waits for nothing

    def cursor(self) -> Any:
        """Return a cursor; the thread hears of it with the statement."""
        return Cursor(self)

    async def answer(self, ask: Ask) -> Answer:
        """Let a cursor be asked something, and return all that it says."""
        return await self._execute(self._asked, ask)  # type: ignore[no-any-return,no-untyped-call]

    def _asked(self, ask: Ask) -> Answer:
        cursor = self._conn.cursor()
        try:
            ask(cursor)
            rows = cursor.fetchall() if cursor.description else ()
            return Answer(cursor.description, cursor.rowcount, cursor.lastrowid, rows)
        finally:
            cursor.close()


class Cursor:
    """What SQLAlchemy wants of a driver's cursor for one statement."""

    arraysize = 1

    def __init__(self, connection: Errands) -> None:
        self._connection = connection
        self._said(Answer(None, -1, None, ()))

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        """Execute a statement, and fetch what it returns."""
        self._said(await self._connection.answer(lambda c: c.execute(statement, parameters)))
        return self

    async def executemany(self, statement: str, parameters: Sequence[Any]) -> Self:
        """Execute a statement with each of several sets of parameters."""
        self._said(await self._connection.answer(lambda c: c.executemany(statement, parameters)))
        return self

    async def fetchall(self) -> Sequence[Any]:
        """Return what was fetched."""
        return self._rows

    async def close(self) -> None:
        """Do nothing: it was closed once it had answered."""

    def _said(self, answer: Answer) -> None:
        self.description, self.rowcount, self.lastrowid, self._rows = answer


def opened(*path: str, **options: Any) -> Errands:
    """Return a connection to be awaited, as the driver's own ``connect`` does."""
    return Errands(partial(sqlite3.connect, *path, **options))
