"""What the modal with the evidence remembers, and what its menu and buttons say."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.errors import NotFoundError
from handlers import held, ids
from handlers.held import Metadata
from handlers.looking_forms import page

PARTS = 500  # more than there ever are


class EvidenceMetadata(Metadata):
    """Whose debrief is read, and which part of it: 0 is the overview."""

    candidate: str = Field(pattern=ids.OPAQUE)
    part: int = Field(ge=0, le=PARTS)


def turned(view: Mapping[str, Any], action: Mapping[str, Any]) -> tuple[EvidenceMetadata, int]:
    """Return which part and page to show: a part that was chosen begins at its first page."""
    remembers = held.metadata(view, EvidenceMetadata)
    if action.get("action_id") != ids.DEBRIEF_COMPETENCY:
        return remembers, page(action)
    chosen = page(action.get("selected_option") or {})
    if chosen > PARTS:
        raise NotFoundError
    return remembers.model_copy(update={"part": chosen}), 0
