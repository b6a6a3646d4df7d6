"""A block is a transaction: it commits when it ends well, rolls back when it does not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncEngine

from coaching.repositories import Store
from storage.claims import SqlClaims
from storage.work import SqlWork, work_of


def store(engine: AsyncEngine) -> Store:
    """Return the database as the use cases see it; any task may open a transaction."""

    @asynccontextmanager
    async def begin(team: str) -> AsyncIterator[SqlWork]:
        async with engine.begin() as connection:
            yield work_of(connection, team)

    @asynccontextmanager
    async def claim() -> AsyncIterator[SqlClaims]:
        async with engine.begin() as connection:
            yield SqlClaims(connection)

    return Store(begin, claim)
