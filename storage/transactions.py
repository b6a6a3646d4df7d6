"""A block is a transaction: it commits when it ends well, rolls back when it does not."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from sqlalchemy import exc
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from coaching.errors import BusyError
from coaching.practice.repositories import PracticeStore
from coaching.repositories import Store
from storage.claims import SqlClaims
from storage.practice_work import SqlPracticeClaims, SqlPracticeWork, practice_of
from storage.work import SqlWork, work_of

UNREACHED = (exc.TimeoutError, exc.OperationalError, exc.InterfaceError, OSError, TimeoutError)


def store(engine: AsyncEngine) -> Store:
    """Return the database as the use cases see it; any task may open a transaction."""

    @asynccontextmanager
    async def begin(team: str) -> AsyncIterator[SqlWork]:
        async with _begun(engine) as connection:
            yield work_of(connection, team)

    @asynccontextmanager
    async def claim() -> AsyncIterator[SqlClaims]:
        async with _begun(engine) as connection:
            yield SqlClaims(connection)

    return Store(begin, claim)


def practice_store(engine: AsyncEngine) -> PracticeStore:
    """Return the database as practice sees it, which nothing else does."""

    @asynccontextmanager
    async def begin(team: str) -> AsyncIterator[SqlPracticeWork]:
        async with _begun(engine) as connection:
            yield practice_of(connection, team)

    @asynccontextmanager
    async def claim() -> AsyncIterator[SqlPracticeClaims]:
        async with _begun(engine) as connection:
            yield SqlPracticeClaims(connection)

    return PracticeStore(begin, claim)


@asynccontextmanager
async def _begun(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Begin, or raise BusyError: no free connection, no server, a lock that others hold."""
    async with AsyncExitStack() as stack:
        try:
            connection = await stack.enter_async_context(engine.begin())
        except UNREACHED as error:
            raise BusyError from error
        yield connection
