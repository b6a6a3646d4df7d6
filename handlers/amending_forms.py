"""What the form of an amendment holds and remembers."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.errors import NotFoundError
from coaching.sealed.amendment import WHY, AmendForm, said_field
from handlers import held, ids
from handlers.held import Metadata


class AmendMetadata(Metadata):
    """Which card is amended and where, and how many amendments it had when this was shown.

    ``told``: its writer was told about what they give as a reason.
    """

    interview: str = Field(pattern=ids.OPAQUE)
    item: str | None = Field(default=None, pattern=ids.QUESTION)
    seen: int = Field(ge=0, le=10_000)
    told: bool = False


def remembered(view: Mapping[str, Any]) -> AmendMetadata:
    """Return what the form remembers."""
    return held.metadata(view, AmendMetadata)


def form(view: Mapping[str, Any]) -> AmendForm:
    """Read what was filled in; NotFoundError before anything to amend was chosen."""
    remembers = remembered(view)
    if remembers.item is None:
        raise NotFoundError
    values = held.values(view)
    said = held.chosen(values, said_field(remembers.item))
    return AmendForm(remembers.item, said, held.text(values, WHY), remembers.seen)


def choosing(view: Mapping[str, Any], action: Mapping[str, Any]) -> AmendForm:
    """Read what is to be amended from the menu; a reason typed before is kept."""
    option = action.get("selected_option") or {}
    reason = held.text(held.values(view), WHY)
    return AmendForm(ids.question(option.get("value")), None, reason, remembered(view).seen)
