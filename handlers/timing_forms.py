"""Payloads of the form that moves a debrief in, what was chosen out: hints, as ever."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import Field

from handlers import held, ids
from handlers.held import Metadata


class MoveMetadata(Metadata):
    """Whose debrief is shown."""

    candidate: str = Field(pattern=ids.OPAQUE)


def candidate(view: Mapping[str, Any]) -> str:
    """Return whose debrief a form moves."""
    return held.metadata(view, MoveMetadata).candidate


def due(view: Mapping[str, Any]) -> datetime | None:
    """Return the moment that was chosen."""
    return held.moment(held.values(view), "due")


def sealed(view: Mapping[str, Any]) -> bool:
    """Tell whether it is to come when all cards are sealed."""
    return held.chosen(held.values(view), "release") == "sealed"
