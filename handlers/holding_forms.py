"""What the form remembers and holds that asks who held an interview."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.reminding.holding import HOLDER
from handlers import held, ids
from handlers.held import Metadata


class HoldingMetadata(Metadata):
    """Which interview it is about."""

    interview: str = Field(pattern=ids.OPAQUE)


def interview(view: Mapping[str, Any]) -> str:
    """Return which interview was held by somebody else."""
    return held.metadata(view, HoldingMetadata).interview


def holder(view: Mapping[str, Any]) -> str | None:
    """Return who was chosen."""
    chosen = held.element(held.values(view), HOLDER).get("selected_user")
    return str(chosen) if chosen else None
