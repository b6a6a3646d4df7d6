"""What the form of the vote after the talk holds and remembers."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.debrief.voting import vote_field
from coaching.errors import NotFoundError
from coaching.scorecard import POINTS, Points
from handlers import held, ids
from handlers.held import Metadata

VOTE = vote_field("")


class VoteMetadata(Metadata):
    """Whom it is about."""

    candidate: str = Field(pattern=ids.OPAQUE)


def remembered(view: Mapping[str, Any]) -> VoteMetadata:
    """Return what the form remembers."""
    return held.metadata(view, VoteMetadata)


def said(view: Mapping[str, Any]) -> Mapping[str, Points]:
    """Read where somebody stands, by competency; NotFoundError for what was never offered."""
    values = held.values(view)
    chosen = {field: held.chosen(values, field) for field in values if field.startswith(VOTE)}
    return {
        field.removeprefix(VOTE): _points(value)
        for field, value in chosen.items()
        if value is not None
    }


def _points(value: str) -> Points:
    offered = {str(points): points for points in POINTS}
    if value not in offered:
        raise NotFoundError
    return offered[value]
