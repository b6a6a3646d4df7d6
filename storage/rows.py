"""From a row to what it describes."""

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def read(kind: type[T], row: Mapping[Any, Any], table: Table) -> T:
    """Return a dataclass whose fields are columns of ``table``, from a row that has them."""
    return kind(**{field.name: row[table.c[field.name]] for field in fields(kind)})
