"""`INSERT … ON CONFLICT`, which each database spells in its own dialect."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Insert = postgresql.Insert | sqlite.Insert


def insert(connection: AsyncConnection, table: Table, values: Mapping[str, Any]) -> Insert:
    """Return an insert that can say what happens when the key is there."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).values(**values)
    return sqlite.insert(table).values(**values)


async def insert_new(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert those whose key is not there, all in one statement."""
    if rows:
        await connection.execute(insert(connection, table, {}).on_conflict_do_nothing(), rows)


async def insert_once(connection: AsyncConnection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert unless the key is there; return whether it was new."""
    statement = insert(connection, table, values).on_conflict_do_nothing()
    found = await connection.execute(statement.returning(table.c.team_id))
    return found.first() is not None
