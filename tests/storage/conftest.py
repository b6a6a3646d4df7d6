"""The same database twice: SQLite in a file, and a real PostgreSQL."""

import pytest

from storage.engine import connect
from storage.migrations import upgrade
from storage.transactions import store as store_


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "postgresql":
        return request.getfixturevalue("new_postgres")
    return f"sqlite+aiosqlite:///{tmp_path / 'db'}"


@pytest.fixture
async def engine(url):
    engine = connect(url)
    await upgrade(engine)
    yield engine
    await engine.dispose()


@pytest.fixture
def store(engine):
    return store_(engine)
