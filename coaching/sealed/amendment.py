"""An amendment: what somebody would say now, beside what they sealed. The sealed value counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.scorecard import NOT_ASSESSED, POINTS, RECOMMENDATION, Recommendation, Scorecard

REASON = 1000  # UTF-16 units
WHY = "reason"  # the field's name


@dataclass(frozen=True, slots=True)
class Amendment:
    """The ``n``-th of a card, counted from 1. It is never changed or taken back, only followed.

    ``item`` is that of a rating, or the recommendation; ``said`` is 1 to 5, *not assessed* or a
    recommendation, as text. ``released``: the debrief was out by then.
    """

    interview: str
    n: int
    item: str
    said: str
    reason: str
    released: bool
    actor: str
    at: datetime

    def same(self, other: "Amendment") -> bool:
        """Tell whether it is this very amendment, sent twice."""
        return (self.item, self.said, self.reason, self.actor) == (
            *(other.item, other.said, other.reason, other.actor),
        )


@dataclass(frozen=True, slots=True)
class AmendForm:
    """What was filled in; ``seen`` is how many amendments there were when the form was opened."""

    item: str
    said: str | None
    reason: str
    seen: int


def offered(item: str) -> Sequence[str]:
    """Return what an item can be amended to."""
    if item == RECOMMENDATION:
        return [str(word) for word in Recommendation]
    return [*(str(points) for points in POINTS), NOT_ASSESSED]


def said_field(item: str) -> str:
    """Name the field that holds the new value."""
    return f"said:{item}"


def sealed_value(card: Scorecard, item: str) -> str | None:
    """Return what a card said of an item when it was sealed, None when it is not on it."""
    if item == RECOMMENDATION:
        return card.recommendation and str(card.recommendation)
    marks = {rating.item.key: rating.mark for rating in card.ratings}
    return str(marks[item] or NOT_ASSESSED) if item in marks else None


def of_item(amendments: Sequence[Amendment], interview: str, item: str) -> Sequence[Amendment]:
    """Return those of one item of one card, the earliest first."""
    return [each for each in amendments if (each.interview, each.item) == (interview, item)]
