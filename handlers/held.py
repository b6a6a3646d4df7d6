"""What a view holds and remembers: typed, chosen, written into its metadata."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from coaching.errors import NotFoundError
from handlers import ids

Values = Mapping[str, Mapping[str, Mapping[str, Any]]]


class Metadata(BaseModel):
    """What a modal remembers: opaque ids and counts, never a name."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


M = TypeVar("M", bound=Metadata)


def values(view: Mapping[str, Any]) -> Values:
    """Return what was typed and chosen, by field."""
    found: Values = (view.get("state") or {}).get("values") or {}
    return found


def element(held: Values, field: str) -> Mapping[str, Any]:
    """Return what a field's one element holds."""
    return next(iter(held.get(field, {}).values()), None) or {}


def text(held: Values, field: str) -> str:
    """Return what was typed."""
    return str(element(held, field).get("value") or "")


def chosen(held: Values, field: str) -> str | None:
    """Return the value of the option that was chosen."""
    option = element(held, field).get("selected_option")
    return str(option["value"]) if option else None


def several(held: Values, field: str) -> tuple[str, ...]:
    """Return the values of all options that were chosen."""
    options = element(held, field).get("selected_options") or ()
    return tuple(str(option["value"]) for option in options)


def moment(held: Values, field: str) -> datetime | None:
    """Return the date and time that was chosen."""
    seconds = element(held, field).get("selected_date_time")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else None


def hour(held: Values, field: str) -> str | None:
    """Return the time of day that was chosen, as in *17:00*."""
    time = element(held, field).get("selected_time")
    return str(time) if time else None


def question(body: Mapping[str, Any]) -> str:
    """Return which question a button stands for; NotFoundError when it cannot be one's id."""
    return ids.question(body["actions"][0].get("value"))


def metadata(view: Mapping[str, Any], kind: type[M]) -> M:
    """Return what the view remembers; NotFoundError when we never wrote that."""
    try:
        return kind.model_validate_json(view.get("private_metadata") or "{}")
    except ValidationError as error:
        raise NotFoundError from error
