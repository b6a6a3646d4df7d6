"""What is pressed or written during an interview, step by step, and how a step is kept."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Self, TypedDict

Reason = Literal["no_time", "covered", "other"]  # covered: an earlier answer has told it already


class Row(TypedDict):
    """A step in plain values; the time is ISO 8601 in UTC."""

    key: str
    at: str
    kind: str
    item: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Step:
    """One press or line. All are kept in the order they came, also those that change nothing.

    ``key`` is what Slack calls it (the action_ts of a press, the ts of a message): it counts once.
    ``at`` is when it was done, by Slack's clock, not when it came. ``item`` is what it was done on,
    so that a press on an old card is known for one. A kind that is not in this list comes from a
    newer version: it is kept, and ignored.

    ============================  ===================================  ==========================
    kind                          item                                 detail
    ============================  ===================================  ==========================
    start, reopen                 –                                    –
    next, back                    the stop whose card it was           –
    skip                          the same                             a Reason
    go                            the same, or None from elsewhere     the stop to go to
    finish                        the same, or None from elsewhere     –
    use, unuse                    the question                         a probe's id
    rate                          the question or competency           1 to 5, or not_assessed
    note (its key is the ts)      the stop, or None: the time tells    the text
    edit                          the ts of the note                   the new text
    delete                        the ts of the note                   –
    ============================  ===================================  ==========================

    ValueError when the time has no zone.
    """

    key: str
    at: datetime
    kind: str
    item: str | None = None
    detail: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            message = "a step needs a time with a zone"
            raise ValueError(message)

    def row(self) -> Row:
        """Return it in plain values, to be kept as JSON."""
        at = self.at.astimezone(UTC).isoformat()
        return Row(key=self.key, at=at, kind=self.kind, item=self.item, detail=self.detail)

    @classmethod
    def of(cls, row: Row) -> Self:
        """Read it back; what a newer version has added to the row is passed over."""
        at = datetime.fromisoformat(row["at"])
        return cls(row["key"], at, row["kind"], row["item"], row["detail"])
