"""What the form of a decision holds and remembers."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.debrief.decide_form import (
    COMPETENCIES,
    DEPARTURE,
    DISSENT,
    DISSENTERS,
    REASON,
    VERDICT,
    DecideForm,
)
from handlers import held, ids
from handlers.held import Metadata


class DecideMetadata(Metadata):
    """Whom it is about, and how many decisions there were when this was shown."""

    candidate: str = Field(pattern=ids.OPAQUE)
    seen: int = Field(ge=0, le=10_000)


def remembered(view: Mapping[str, Any]) -> DecideMetadata:
    """Return what the form remembers."""
    return held.metadata(view, DecideMetadata)


def form(view: Mapping[str, Any]) -> DecideForm:
    """Read what was filled in."""
    values = held.values(view)
    return DecideForm(
        verdict=held.chosen(values, VERDICT),
        competencies=held.several(values, COMPETENCIES),
        dissenters=held.several(values, DISSENTERS),
        dissent=held.text(values, DISSENT),
        departure=held.text(values, DEPARTURE),
        reason=held.text(values, REASON),
        seen=remembered(view).seen,
    )
