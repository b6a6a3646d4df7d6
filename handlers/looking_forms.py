"""What the modal of an early look remembers."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.errors import NotFoundError
from handlers import held, ids
from handlers.held import Metadata


class LookMetadata(Metadata):
    """Which logged look is being read: the ``n``-th at a candidate's cards."""

    candidate: str = Field(pattern=ids.OPAQUE)
    n: int = Field(ge=1, le=10_000)


def remembered(view: Mapping[str, Any]) -> LookMetadata:
    """Return what the modal remembers."""
    return held.metadata(view, LookMetadata)


def page(action: Mapping[str, Any]) -> int:
    """Return which page a button turns to, counted from 0; another one was never offered."""
    value = action.get("value")
    if not (isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 4):  # noqa: PLR2004
        raise NotFoundError
    return int(value)
