"""What all tables share: the team in front of every key, and times in UTC."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Integer, MetaData, String, TypeDecorator

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """An aware datetime, also on SQLite, which forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC."""
        del dialect
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return UTC."""
        del dialect
        return value and value.replace(tzinfo=value.tzinfo or UTC)


def of_team(*keys: str) -> Iterator[Column[Any]]:
    """Return the columns of a primary key: the team and then ``keys``; ``n`` is a number."""
    yield Column("team_id", String, primary_key=True)
    for key in keys:
        if key == "n":
            yield Column(key, Integer, primary_key=True, autoincrement=False)
        else:
            yield Column(key, String, primary_key=True)
