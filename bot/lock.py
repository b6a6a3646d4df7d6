"""SQLite is for one process: a lock file beside the database keeps the second one out."""

import fcntl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.settings import SettingsError, StartError


def alone(database: str) -> AbstractContextManager[None]:
    """Hold the lock of an SQLite file while the block runs; PostgreSQL needs none.

    The system lets go of it when the process ends, however it ends.
    """
    url = make_url(database)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return nullcontext()
    return _held(Path(f"{url.database}.lock"))


@contextmanager
def _held(path: Path) -> Iterator[None]:
    try:
        file = path.open("a")
    except OSError as error:
        message = f"DATABASE_URL: cannot write beside the database: {error.strerror}"
        raise SettingsError(message) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = (
                "DATABASE_URL: another process is using this SQLite file: "
                "stop it, or use PostgreSQL for more than one"
            )
            raise StartError(message) from None
        yield
