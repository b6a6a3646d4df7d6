"""Payloads of the planner in, what the organiser filled in out: hints, which coaching checks."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from coaching.drawing_up import Covers
from coaching.loop import Kind
from coaching.loop_form import MINUTES, LoopForm, Seat
from handlers import held, ids
from handlers.held import Metadata, Values

SEATS = 8  # rows of a panel at most
COVERS = "covers:"
ROLES: Mapping[str, Kind] = {"shadow": "shadow", "reverse": "reverse"}


class PlanMetadata(Metadata):
    """How many rows the form has, and which candidate's next round it is.

    ``drawn`` counts how often it was begun afresh: a field forgets only under another name.
    """

    seats: int = Field(ge=1, le=SEATS)
    drawn: int = Field(default=0, ge=0)
    earlier: str | None = Field(default=None, pattern=ids.OPAQUE)


class CoverMetadata(Metadata):
    """Which draft is shown, and which of its rows were set by hand.

    ``drawn`` counts for each row how often it was drawn with something else than was left there.
    ``seen`` is the state of a loop that is proposed anew without one of its interviews: ``draft``.
    """

    draft: str = Field(pattern=ids.OPAQUE)
    by_hand: list[int] = Field(default=[], max_length=SEATS)
    drawn: dict[int, int] = Field(default={}, max_length=SEATS)
    seen: str = Field(default="", pattern=r"^[0-9a-f]{0,32}$")


def loop(view: Mapping[str, Any]) -> LoopForm:
    """Read the form with people and times."""
    values, remembers = held.values(view), held.metadata(view, PlanMetadata)
    return LoopForm(
        job=held.chosen(values, "job"),
        candidate=held.text(values, "candidate"),
        account=held.element(values, "account").get("selected_user"),
        seats=[_seat(values, n) for n in range(remembers.seats)],
        release="sealed" if held.chosen(values, "release") == "sealed" else "at",
        due=held.moment(values, "due"),
        accommodation=held.text(values, "accommodation"),
        earlier=remembers.earlier,
    )


def drawn(view: Mapping[str, Any]) -> int:
    """Return how often the form with people and times was begun afresh."""
    return held.metadata(view, PlanMetadata).drawn


def metadata(view: Mapping[str, Any]) -> CoverMetadata:
    """Return what the form about competencies remembers."""
    return held.metadata(view, CoverMetadata)


def covers(view: Mapping[str, Any]) -> Covers:
    """Return the competencies chosen in each row."""
    values = held.values(view)
    fields = [field for field in values if field.startswith(COVERS)]
    return {_row(field): held.several(values, field) for field in fields}


def by_hand(view: Mapping[str, Any]) -> frozenset[int]:
    """Return the rows set by hand: those known, and where another choice is than was shown."""
    chosen, known = covers(view), set(metadata(view).by_hand)
    rows = [each for each in view["blocks"] if str(each.get("block_id", "")).startswith(COVERS)]
    for block in rows:
        n = _row(block["block_id"])
        drawn = block.get("element") or {}
        shown = {each["value"] for each in drawn.get("initial_options") or ()}
        if shown != set(chosen.get(n, ())):
            known.add(n)
    return frozenset(known)


def drawn_anew(remembers: CoverMetadata, chosen: Covers, covers: Covers) -> Mapping[int, int]:
    """Return how often each row came out otherwise than was chosen, this time included."""
    return {
        n: remembers.drawn.get(n, 0) + (set(mine) != set(chosen.get(n, ())))
        for n, mine in covers.items()
    }


def _row(field: str) -> int:
    """Return the number in a field's name; one that we never wrote is a row nobody has."""
    number = field.removeprefix(COVERS)
    return int(number) if number in {str(n) for n in range(SEATS)} else SEATS


def _seat(values: Values, n: int) -> Seat:
    minutes = held.chosen(values, f"minutes:{n}")
    role, _, above = (held.chosen(values, f"role:{n}") or "lead").partition(":")
    return Seat(
        interviewer=held.element(values, f"interviewer:{n}").get("selected_user"),
        start=held.moment(values, f"start:{n}"),
        minutes=next((length for length in MINUTES if str(length) == minutes), None),
        kind=ROLES.get(role, "lead"),
        beside=_row(above) if role in ROLES else None,
    )
