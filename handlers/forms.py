"""Payloads in, what the person filled in out. Values are hints: coaching checks them.

That they have the types Slack gives them was seen at the gate.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import Field

from coaching.errors import NotFoundError
from coaching.guide.gathering import EPOCH, micros
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
PAGES, ITEMS = 20, 60  # of a card, more than there ever are
Key = Annotated[str, Field(pattern=ids.QUESTION)]


class ScoreMetadata(Metadata):
    """Which interview the card is for, and whether its writer was told about their notes.

    ``drawn`` counts for each item how often its note was shown with other words than were left
    there: a field forgets only under another name. No ``page`` is the one that wants attention.
    """

    interview: str = Field(pattern=ids.OPAQUE)
    told: bool = False
    page: int | None = Field(default=None, ge=0, le=PAGES)
    drawn: dict[Key, Annotated[int, Field(ge=1)]] = Field(default={}, max_length=ITEMS)


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


def remembered(view: Mapping[str, Any]) -> ScoreMetadata:
    """Return what a card remembers."""
    return held.metadata(view, ScoreMetadata)


def interview(view: Mapping[str, Any]) -> str:
    """Return which interview a card is for."""
    return remembered(view).interview


def card(view: Mapping[str, Any]) -> Draft:
    """Read a whole card, as it was sealed: the last word on everything in it."""
    values = held.values(view).items()
    fields = {field: next(iter(elements.values()), {}) for field, elements in values}
    return _draft(None, fields)


def draft(actions: Sequence[Mapping[str, Any]]) -> Draft:
    """Read what was just chosen or typed: from the action itself, which is always there."""
    return _draft(_at(actions), {action["block_id"]: action for action in actions})


def left(body: Mapping[str, Any]) -> Draft:
    """Read a whole card, as it stood when a button on it was pressed."""
    return replace(card(shown(body)), at=_at(body["actions"]))


def left_at(body: Mapping[str, Any]) -> tuple[str, Draft]:
    """Return the item that a button stands for, and what its own fields held then."""
    item, whole = held.question(body), left(body)
    mark, note = whole.marks.get(item), whole.evidence.get(item, "")
    reasons = {item: whole.reasons[item]} if item in whole.reasons else {}
    return item, Draft(whole.at, {item: mark} if mark else {}, {item: note}, reasons=reasons)


def competency(body: Mapping[str, Any]) -> str:
    """Return what was chosen from a menu of competencies."""
    return ids.question((body["actions"][0].get("selected_option") or {}).get("value"))


def moment(stamp: str) -> datetime:
    """Return the time of one of Slack's timestamps: seconds, with at most six decimals."""
    seconds, _, rest = stamp.partition(".")
    return EPOCH + timedelta(seconds=int(seconds), microseconds=int(rest.ljust(6, "0")))


def _at(actions: Sequence[Mapping[str, Any]]) -> int:
    """Return when something was done, in microseconds of Slack's clock."""
    return micros(moment(actions[0]["action_ts"]))


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
