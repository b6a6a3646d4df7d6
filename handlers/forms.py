"""Payloads in, what the person filled in out. Values are hints: coaching checks them.

That they have the types Slack gives them was seen at the gate.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import Field

from coaching.errors import NotFoundError
from coaching.opening import JobForm
from coaching.scorecard import (
    NOT_ASSESSED,
    POINTS,
    RECOMMENDATION,
    Draft,
    Mark,
    Reason,
    Recommendation,
)
from handlers import held, ids
from handlers.held import Metadata

RATING, EVIDENCE = "rating:", "evidence:"


class ScoreMetadata(Metadata):
    """Which interview the card is for, and whether its writer was told about their notes."""

    interview: str = Field(pattern=ids.OPAQUE)
    told: bool = False


def shown(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the view that something was done in."""
    view: Mapping[str, Any] | None = body.get("view")
    if view is None:
        raise NotFoundError
    return view


def job(view: Mapping[str, Any]) -> JobForm:
    """Read the form that opens a job."""
    values = held.values(view)
    return JobForm(
        title=held.text(values, "title"),
        model=held.chosen(values, "model"),
        level=held.chosen(values, "level"),
        channel=held.element(values, "channel").get("selected_conversation"),
        manager=held.element(values, "manager").get("selected_user"),
        language=held.chosen(values, "language"),
        competencies=held.several(values, "competencies"),
        cases=bool(held.several(values, "cases")),
    )


def interview(view: Mapping[str, Any]) -> str:
    """Return which interview a card is for."""
    return held.metadata(view, ScoreMetadata).interview


def told(view: Mapping[str, Any]) -> bool:
    """Return whether the card was shown with tips before."""
    return held.metadata(view, ScoreMetadata).told


def card(view: Mapping[str, Any]) -> Draft:
    """Read a whole card, as it was sealed: the last word on everything in it."""
    values = held.values(view).items()
    fields = {field: next(iter(elements.values()), {}) for field, elements in values}
    return _draft(None, fields)


def draft(actions: Sequence[Mapping[str, Any]]) -> Draft:
    """Read what was just chosen or typed: from the action itself, which is always there."""
    fields = {action["block_id"]: action for action in actions}
    seconds, _, micros = actions[0]["action_ts"].partition(".")
    at = int(seconds) * 1_000_000 + int(micros.ljust(6, "0")[:6])
    return _draft(at, fields)


def _draft(at: int | None, fields: Mapping[str, Mapping[str, Any]]) -> Draft:
    chosen = dict(_chosen(fields))
    return Draft(
        at,
        {item: _mark(value) for item, value in chosen.items()},
        dict(_evidence(fields)),
        _word(fields),
        reasons={item: Reason(value) for item, value in chosen.items() if value in set(Reason)},
    )


def _chosen(fields: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for field, element in fields.items():
        option = element.get("selected_option")
        if field.startswith(RATING) and option:
            yield field.removeprefix(RATING), option["value"]


def _mark(value: str) -> Mark:
    """Return an offered mark, which may be a reason for none; another one was never offered.

    A card that was opened in an earlier release does not offer the reasons apart.
    """
    offered: dict[str, Mark] = {str(points): points for points in POINTS}
    offered |= dict.fromkeys((NOT_ASSESSED, *Reason), "not_assessed")
    if value not in offered:
        raise NotFoundError
    return offered[value]


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
