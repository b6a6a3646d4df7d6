"""The same database twice: SQLite in a file, and a real PostgreSQL."""

import pytest
import uvloop

from storage.engine import connect
from storage.transactions import practice_store
from storage.transactions import store as store_


def pytest_asyncio_loop_factories(config, item):
    """Play on a quicker loop than the bot's: these go from thread to thread all the time."""
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request):
    return request.param


@pytest.fixture
def url(kind, request, tmp_path):
    """Return where there is nothing yet."""
    if kind == "postgresql":
        return request.getfixturevalue("new_postgres")
    return f"sqlite+aiosqlite:///{tmp_path / 'db'}"


@pytest.fixture
def migrated_url(kind, request):
    if kind == "postgresql":
        return request.getfixturevalue("migrated_postgres")
    return f"sqlite+aiosqlite:///{request.getfixturevalue('migrated_sqlite')}"


@pytest.fixture
async def engine(migrated_url):
    engine = connect(migrated_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def store(engine):
    return store_(engine)


@pytest.fixture
def practised(engine):
    return practice_store(engine)
