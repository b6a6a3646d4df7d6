"""Payloads of the form that changes an interview in, what was filled in out: hints, as ever."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.changes.form import Wish
from coaching.loop_form import MINUTES
from handlers import held, ids
from handlers.held import Metadata


class ChangeMetadata(Metadata):
    """Which interview is shown, and how often it had been changed by then."""

    interview: str = Field(pattern=ids.OPAQUE)
    revision: int = Field(default=0, ge=0)


def metadata(view: Mapping[str, Any]) -> ChangeMetadata:
    """Return what the form remembers."""
    return held.metadata(view, ChangeMetadata)


def wish(view: Mapping[str, Any]) -> Wish:
    """Read what the interview is to be."""
    values = held.values(view)
    minutes = held.chosen(values, "minutes")
    return Wish(
        revision=metadata(view).revision,
        interviewer=held.element(values, "interviewer").get("selected_user"),
        start=held.moment(values, "start"),
        minutes=next((length for length in MINUTES if str(length) == minutes), None),
        covers=held.several(values, "covers"),
        instead=held.several(values, "instead"),
    )


def chosen(body: Mapping[str, Any]) -> str:
    """Return the interview that a button stands for, or that was chosen in a menu."""
    action = body["actions"][0]
    option = action.get("selected_option") or {}
    return ids.opaque(option.get("value") or action.get("value"))
