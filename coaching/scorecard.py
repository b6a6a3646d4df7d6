"""Scorecards: what one interviewer heard, and how they rated it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal, get_args

from coaching.phrase import Phrase

Points = Literal[1, 2, 3, 4, 5]
POINTS: tuple[Points, ...] = get_args(Points)
NOT_ASSESSED = "not_assessed"
Mark = Points | Literal["not_assessed"]

EVIDENCE = 2900  # UTF-16 units: under Slack's 3,000, with room for escapes
RECOMMENDATION = "recommendation"  # the field's name


class Reason(StrEnum):
    """Why something was not assessed."""

    NO_TIME = "no_time"
    NOT_COVERED = "not_covered"
    NO_EVIDENCE = "no_evidence"


class Recommendation(StrEnum):
    """The interviewer's overall word, asked last; never part of the profile."""

    STRONG_NO = "strong_no"
    NO = "no"
    YES = "yes"
    STRONG_YES = "strong_yes"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to rate: the answer to a question, or a competency as a whole.

    ``key`` is the id of the question or of the competency; ``ref`` names the very text it is
    rated against, ``id@revision#fingerprint``.
    """

    key: str
    competency: str
    ref: str

    @property
    def question(self) -> bool:
        """Whether this is one answer and not the competency as a whole."""
        return self.key != self.competency


@dataclass(frozen=True, slots=True)
class Rating:
    """A mark from 1 to 5 or *not assessed*, None while open, and the evidence for it.

    ``reason`` says why it is not assessed; None where nobody asked yet. ``marked_at`` and
    ``written_at`` are when each was last changed, in microseconds of Slack's clock; 0 when it never
    was.
    """

    item: Item
    mark: Mark | None = None
    evidence: str = ""
    marked_at: int = field(default=0, compare=False)
    written_at: int = field(default=0, compare=False)
    reason: Reason | None = None

    @property
    def points(self) -> Points | None:
        """The mark when it is a number: *not assessed* is not."""
        return None if self.mark == "not_assessed" else self.mark

    @property
    def empty(self) -> bool:
        """Whether nothing was chosen or written."""
        return self.mark is None and not self.evidence.strip()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One interviewer's ratings of one interview, in the order of the plan."""

    interview: str
    interviewer: str
    ratings: Sequence[Rating]
    recommendation: Recommendation | None = None
    sealed_at: datetime | None = None
    word_at: int = field(default=0, compare=False)  # as Rating.marked_at
    written_by: str | None = None  # somebody who writes it for the interviewer

    @property
    def writer(self) -> str:
        """Whose pen it is: nobody else opens it, drafts it, seals it or amends it."""
        return self.written_by or self.interviewer

    @property
    def on_behalf(self) -> bool:
        """Whether somebody writes it for the interviewer: then it is no independent rater."""
        return self.writer != self.interviewer

    @property
    def touched_at(self) -> datetime | None:
        """When anything on it was last chosen or typed, None when nothing ever was."""
        times = [at for each in self.ratings for at in (each.marked_at, each.written_at)]
        last = max(self.word_at, *times) if times else self.word_at
        return moment(last) if last else None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was just typed or chosen. A key that is absent was not touched.

    ``at`` orders drafts, in microseconds of Slack's clock: an older one never overwrites. None is
    the last word, said with the seal; ``heard`` is when it came, by our clock, so that what was
    typed before a refused seal and arrives after it is known to be older. ``reasons`` belong to the
    marks that are *not assessed*.
    """

    at: int | None
    marks: Mapping[str, Mark] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    recommendation: Recommendation | None = None
    heard: int = 0
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    @property
    def touched(self) -> frozenset[str]:
        """The keys of all items that it says something about."""
        return frozenset(self.marks) | frozenset(self.evidence)


def moment(microseconds: int) -> datetime:
    """Return a moment of Slack's clock, in UTC."""
    return datetime.fromtimestamp(microseconds / 1_000_000, UTC)


def mark_field(item: str) -> str:
    """Name the field that holds a rating."""
    return f"rating:{item}"


def evidence_field(item: str) -> str:
    """Name the field that holds the evidence for a rating."""
    return f"evidence:{item}"


def gaps_at(gaps: Mapping[str, Phrase], draft: Draft, *more: str) -> dict[str, Phrase]:
    """Return the gaps of the items that a draft says something about, and of ``more`` fields."""
    fields = {named(item) for item in draft.touched for named in (mark_field, evidence_field)}
    return {field: gap for field, gap in gaps.items() if field in {*fields, *more}}


def missing(card: Scorecard, besides: Collection[str] = ()) -> dict[str, Phrase]:
    """Return what a card still needs before it can be sealed, by field; empty when nothing.

    The items ``besides`` the plan may stay empty.
    """
    gaps: dict[str, Phrase] = {}
    for rating in card.ratings:
        if rating.empty and rating.item.key in besides:
            continue
        if rating.mark is None:
            gaps[mark_field(rating.item.key)] = Phrase("Choose 1 to 5, or Not assessed.")
        elif rating.points is None and rating.reason is None:
            gaps[mark_field(rating.item.key)] = Phrase("Choose why it was not assessed.")
        elif rating.points is not None and not rating.evidence.strip():
            gaps[evidence_field(rating.item.key)] = Phrase(
                "A rating needs evidence: write what the candidate said or did, "
                "or choose Not assessed."
            )
    if card.recommendation is None:
        gaps[RECOMMENDATION] = Phrase("Choose your overall recommendation.")
    return gaps
