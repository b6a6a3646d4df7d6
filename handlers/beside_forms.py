"""What a comparison of candidates remembers, and what is chosen in it."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from handlers import forms, held, ids
from handlers.held import Metadata

EVERY = "every"  # competency


class BesideMetadata(Metadata):
    """Whose candidates are compared."""

    job: str = Field(pattern=ids.OPAQUE)


def job(view: Mapping[str, Any]) -> str:
    """Return the job of a comparison."""
    return held.metadata(view, BesideMetadata).job


def competency(body: Mapping[str, Any]) -> str | None:
    """Return the competency that was chosen; None for all of them."""
    chosen = forms.competency(body)
    return None if chosen == EVERY else chosen
