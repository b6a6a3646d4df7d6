"""From a row to what it describes."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Column, Table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def read(kind: type[T], row: Mapping[Any, Any], table: Table, *lists: str) -> T:
    """Return a dataclass whose fields are columns of ``table``, from a row that has them.

    ``lists`` are fields that JSON keeps as lists; here they are tuples.
    """
    found = {name: row[column] for name, column in _columns(kind, table)}
    return kind(**found | {name: tuple(found[name]) for name in lists})


@cache
def _columns(kind: "type[DataclassInstance]", table: Table) -> Sequence[tuple[str, Column[Any]]]:
    """Return the columns of a kind, found once: a page of them is read at a time."""
    return [(field.name, table.c[field.name]) for field in fields(kind)]
