"""Payloads in, what the person filled in out. Values are hints: coaching checks them.

That they have the types Slack gives them was seen at the gate.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coaching.errors import NotFoundError
from coaching.loop_form import MINUTES, LoopForm, Seat
from coaching.opening import JobForm
from coaching.scorecard import POINTS, RECOMMENDATION, Draft, Mark, Recommendation
from handlers import ids

Values = Mapping[str, Mapping[str, Mapping[str, Any]]]
RATING, EVIDENCE = "rating:", "evidence:"
SEATS = 8  # rows of a panel at most


class Metadata(BaseModel):
    """What a modal remembers: opaque ids and counts, never a name."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class PlanMetadata(Metadata):
    """How many rows the form has."""

    seats: int = Field(ge=1, le=SEATS)


class ScoreMetadata(Metadata):
    """Which interview the card is for."""

    interview: str = Field(pattern=ids.OPAQUE)


M = TypeVar("M", bound=Metadata)


def shown(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the view that something was done in."""
    view: Mapping[str, Any] | None = body.get("view")
    if view is None:
        raise NotFoundError
    return view


def job(view: Mapping[str, Any]) -> JobForm:
    """Read the form that opens a job."""
    values = _values(view)
    return JobForm(
        title=_text(values, "title"),
        model=_chosen(values, "model"),
        level=_chosen(values, "level"),
        channel=_element(values, "channel").get("selected_conversation"),
        manager=_element(values, "manager").get("selected_user"),
        language=_chosen(values, "language"),
    )


def loop(view: Mapping[str, Any]) -> LoopForm:
    """Read the form that plans a loop."""
    values = _values(view)
    return LoopForm(
        job=_chosen(values, "job"),
        candidate=_text(values, "candidate"),
        account=_element(values, "account").get("selected_user"),
        seats=[_seat(values, n) for n in range(seats(view))],
        release="sealed" if _chosen(values, "release") == "sealed" else "at",
        due=_moment(values, "due"),
    )


def seats(view: Mapping[str, Any]) -> int:
    """Return how many rows the form has."""
    return _metadata(view, PlanMetadata).seats


def chosen_job(body: Mapping[str, Any]) -> str | None:
    """Return the job of the form that plans: what was just chosen, or else what the form holds."""
    for action in body["actions"]:
        if action["action_id"] == ids.PLAN_JOB:
            option = action.get("selected_option")
            return str(option["value"]) if option else None
    return _chosen(_values(shown(body)), "job")


def interview(view: Mapping[str, Any]) -> str:
    """Return which interview a card is for."""
    return _metadata(view, ScoreMetadata).interview


def card(view: Mapping[str, Any]) -> Draft:
    """Read a whole card, as it was sealed: the last word on everything in it."""
    values = _values(view).items()
    fields = {field: next(iter(elements.values()), {}) for field, elements in values}
    return Draft(None, dict(_marks(fields)), dict(_evidence(fields)), _word(fields))


def draft(actions: Sequence[Mapping[str, Any]]) -> Draft:
    """Read what was just chosen or typed: from the action itself, which is always there."""
    fields = {action["block_id"]: action for action in actions}
    seconds, _, micros = actions[0]["action_ts"].partition(".")
    at = int(seconds) * 1_000_000 + int(micros.ljust(6, "0")[:6])
    return Draft(at, dict(_marks(fields)), dict(_evidence(fields)), _word(fields))


def _marks(fields: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Mark]]:
    for field, element in fields.items():
        option = element.get("selected_option")
        if field.startswith(RATING) and option:
            yield field.removeprefix(RATING), _mark(option["value"])


def _mark(value: str) -> Mark:
    """Return an offered mark; another one was never offered."""
    offered: dict[str, Mark] = {str(points): points for points in POINTS}
    mark = (offered | {"not_assessed": "not_assessed"}).get(value)
    if mark is None:
        raise NotFoundError
    return mark


def _evidence(fields: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for field, element in fields.items():
        if field.startswith(EVIDENCE):
            yield field.removeprefix(EVIDENCE), element.get("value") or ""


def _word(fields: Mapping[str, Mapping[str, Any]]) -> Recommendation | None:
    option = fields.get(RECOMMENDATION, {}).get("selected_option")
    if not option:
        return None
    if option["value"] not in set(Recommendation):
        raise NotFoundError
    return Recommendation(option["value"])


def _seat(values: Values, n: int) -> Seat:
    minutes = _chosen(values, f"minutes:{n}")
    covers = _element(values, f"covers:{n}").get("selected_options") or ()
    return Seat(
        interviewer=_element(values, f"interviewer:{n}").get("selected_user"),
        start=_moment(values, f"start:{n}"),
        minutes=next((length for length in MINUTES if str(length) == minutes), None),
        covers=[option["value"] for option in covers],
    )


def _values(view: Mapping[str, Any]) -> Values:
    values: Values = (view.get("state") or {}).get("values") or {}
    return values


def _element(values: Values, field: str) -> Mapping[str, Any]:
    return next(iter(values.get(field, {}).values()), None) or {}


def _text(values: Values, field: str) -> str:
    return str(_element(values, field).get("value") or "")


def _chosen(values: Values, field: str) -> str | None:
    option = _element(values, field).get("selected_option")
    return str(option["value"]) if option else None


def _moment(values: Values, field: str) -> datetime | None:
    seconds = _element(values, field).get("selected_date_time")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else None


def _metadata(view: Mapping[str, Any], kind: type[M]) -> M:
    try:
        return kind.model_validate_json(view.get("private_metadata") or "{}")
    except ValidationError as error:
        raise NotFoundError from error
