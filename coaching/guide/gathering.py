"""What a scorecard opens with after a guided interview: notes as evidence, ratings on the way."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from coaching.guide.guide import Guide, Note
from coaching.guide.step import Step
from coaching.scorecard import EVIDENCE, Draft, Mark, Rating, Reason, Scorecard
from coaching.typed import length

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was given to one item. ``evidence`` fits its field; ``left_out`` are whole notes."""

    mark: Mark | None = None
    evidence: str = ""
    left_out: tuple[Note, ...] = ()


def gathered(guide: Guide) -> Mapping[str, Gathered]:
    """Return what there is for each item of the plan, in its order.

    Notes stand one below the other as they were written, at most 2,900 UTF-16 units in all. A note
    that does not fit is left out whole, and later ones that do are kept.
    """
    notes = guide.notes()
    return {
        stop.key: _joined(guide.mark(stop.key), [n for n in notes if n.item == stop.key])
        for stop in guide.questions
    }


def loose(guide: Guide) -> Sequence[Note]:
    """Return the notes that belong to no item of the plan.

    They were written on a script, before the start or after the end, or on a question that the
    interview no longer has. With what is gathered they are all the notes there are.
    """
    keys = {stop.key for stop in guide.questions}
    return [note for note in guide.notes() if note.item not in keys]


def opened(card: Scorecard, guide: Guide) -> Scorecard:
    """Return a card that is not sealed with what the guide has for it, nothing typed twice.

    A rating given in the guide stands unless a later one was given on the card; what was skipped
    for want of time is not assessed for that reason. Notes are the evidence until somebody writes
    on the card; what is noted after that comes below it.
    """
    notes = guide.notes()
    return replace(card, ratings=[_opened(each, guide, notes) for each in card.ratings])


def handed(before: Scorecard, after: Scorecard) -> Sequence[Draft]:
    """Return what a guide has added to a card, as drafts of the moments when it was given."""
    drafts = []
    for old, new in zip(before.ratings, after.ratings, strict=True):
        key = new.item.key
        if new.mark is not None and new.marked_at > old.marked_at:
            reasons = {key: new.reason} if new.reason else {}
            drafts.append(Draft(new.marked_at, {key: new.mark}, reasons=reasons))
        if new.written_at > old.written_at:
            drafts.append(Draft(new.written_at, evidence={key: new.evidence}))
    return drafts


def _opened(rating: Rating, guide: Guide, notes: Sequence[Note]) -> Rating:
    key = rating.item.key
    for at, mark, reason in _given(guide, key):
        if at > rating.marked_at:
            rating = replace(rating, mark=mark, reason=reason, marked_at=at)
    new = [note for note in notes if note.item == key and micros(note.at) > rating.written_at]
    if not new:
        return rating
    evidence = _joined(None, new, rating.evidence).evidence
    return replace(rating, evidence=evidence, written_at=micros(new[-1].at))


def _given(guide: Guide, key: str) -> Iterator[tuple[int, Mark, Reason | None]]:
    """Yield what was said about an item, and when: its points, or that there was no time."""
    mark, marked = guide.mark(key), guide.marked_at(key)
    if mark and marked:
        yield micros(marked), mark, None
    if guide.skipped(key) == "no_time":
        left = [visit.until for visit in guide.visits(key) if visit.until and visit.skipped]
        yield micros(left[-1]), "not_assessed", Reason.NO_TIME


def micros(at: datetime) -> int:
    """Return a moment in microseconds, as drafts are ordered."""
    return (at - EPOCH) // timedelta(microseconds=1)


def outdated(steps: Sequence[Step], change: Step) -> Sequence[Step]:
    """Return the steps whose text is no longer what their writer wants to have said."""
    if change.kind not in {"edit", "delete"}:
        return []
    about = [step for step in steps if change.item in {step.key, step.item}]
    return [step for step in about if step.detail and step.at < change.at]


def written_on(guide: Guide, steps: Sequence[Step], items: Collection[str]) -> Sequence[Step]:
    """Return the steps that hold the notes on some items."""
    notes = {note.ts for note in guide.notes() if note.item in items}
    texts = [step for step in steps if step.kind in {"note", "edit"}]
    return [step for step in texts if {step.key, step.item} & notes]


def _joined(mark: Mark | None, notes: Sequence[Note], evidence: str = "") -> Gathered:
    left_out = []
    for note in notes:
        longer = f"{evidence}\n{note.text}" if evidence else note.text
        if length(longer) <= EVIDENCE:
            evidence = longer
        else:
            left_out.append(note)
    return Gathered(mark, evidence, tuple(left_out))
