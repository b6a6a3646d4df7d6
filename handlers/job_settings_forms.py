"""What the form of a job's settings holds, and remembers."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.debrief.settling import SettlingForm
from handlers import held, ids
from handlers.held import Metadata

ON = "on"


class JobMetadata(Metadata):
    """Which job is being set."""

    job: str = Field(pattern=ids.OPAQUE)


def job(view: Mapping[str, Any]) -> str:
    """Return which job the form is for."""
    return held.metadata(view, JobMetadata).job


def settings(view: Mapping[str, Any]) -> SettlingForm:
    """Read the form."""
    values = held.values(view)
    return SettlingForm(
        detail=held.chosen(values, "detail"),
        initials=bool(held.several(values, "initials")),
        zone=held.chosen(values, "zone"),
        daily=bool(held.several(values, "daily")),
        hour=held.hour(values, "hour"),
        digest=bool(held.several(values, "digest")),
    )
