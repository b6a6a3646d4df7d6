"""SQLite as tests speak it: what one database had compiled, the next need not compile anew.

SQLAlchemy keeps compiled statements by engine and dialect, and nearly every test has a database
of its own.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

COMPILED: dict[Any, Any] = {}


class Remembering(SQLiteDialect_aiosqlite):
    """One for all: statements are compiled alike for any two of them."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Let an engine look up statements where the others do."""
        engine.update_execution_options(compiled_cache=COMPILED)


def register() -> None:
    """Let whoever asks for SQLite get this."""
    registry.register("sqlite.aiosqlite", __name__, Remembering.__name__)
