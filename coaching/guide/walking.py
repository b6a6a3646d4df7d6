"""What each step does to the live guide. Every step may come twice, late, or from an old card."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce

from coaching.guide.guide import MARKS, REASONS, Guide, Subject, Visit
from coaching.guide.step import Step
from coaching.guide.stops import Stop

MOVES = {"start", "next", "back", "skip", "go", "finish", "reopen"}


def walk(stops: Sequence[Stop], steps: Iterable[Step]) -> Guide:
    """Return the guide after all these steps, in the order they came; the same every time."""
    return reduce(after, steps, Guide(tuple(stops)))


def after(guide: Guide, step: Step) -> Guide:
    """Return the guide after one more step.

    A key counts once. Moves count only on the card as it stands; probes, ratings and notes count
    on the question they name, from whatever card, and of two the one done later is right.
    """
    if step.key in guide.keys:
        return guide
    seen = replace(guide, keys=guide.keys | {step.key})
    if step.kind in MOVES:
        return _heard(_moved(seen, step), step)
    subjects = _subjects(step)
    newer = {key: step for key in subjects if _later(step, guide.said.get(key))}
    return _heard(replace(seen, said={**guide.said, **newer}), step) if subjects else seen


def _heard(guide: Guide, step: Step) -> Guide:
    return replace(guide, last=max(guide.last or step.at, step.at))


def _moved(guide: Guide, step: Step) -> Guide:
    if step.kind == "start":
        return guide if guide.trail or not guide.stops else _shown(guide, guide.stops[0], step)
    if step.kind == "reopen":
        return _reopened(guide, step)
    if guide.current is None or not _made_here(guide, step):
        return guide
    if step.kind == "finish":
        return _left(guide, step)
    target = _target(guide, guide.current, step)
    return _shown(_left(guide, step), target, step) if target else guide


def _made_here(guide: Guide, step: Step) -> bool:
    """Tell whether a move was made on the card as it stands now.

    Not when it names another stop. Nor when it is older than this visit and the stop was shown
    before: then it was made on that earlier card, and comes late.
    """
    here = guide.trail[-1]
    if step.item is not None and step.item != here.key:
        return False
    once = len(guide.visits(here.key)) == 1
    return step.at >= here.since or (once and step.item is not None)


def _target(guide: Guide, here: Stop, step: Step) -> Stop | None:
    """Return the stop that a move leads to; None at the ends, and for what makes no sense.

    From elsewhere only *go* leads anywhere: the others are about the card they are pressed on.
    """
    if step.kind == "go":
        return guide.stop(step.detail) if step.detail != here.key else None
    if step.item is None or (step.kind == "skip" and not _may_skip(here, step)):
        return None
    n = guide.stops.index(here) + (-1 if step.kind == "back" else 1)
    return guide.stops[n] if 0 <= n < len(guide.stops) else None


def _may_skip(here: Stop, step: Step) -> bool:
    return not here.script and step.detail in REASONS


def _shown(guide: Guide, stop: Stop, step: Step) -> Guide:
    """Show a stop, never from before the last one was left."""
    left = guide.trail[-1].until if guide.trail else None
    since = max(step.at, left or step.at)
    return replace(guide, trail=(*guide.trail, Visit(stop.key, since)))


def _left(guide: Guide, step: Step) -> Guide:
    *before, here = guide.trail
    until = max(step.at, here.since)
    return replace(guide, trail=(*before, replace(here, until=until, left=step)))


def _reopened(guide: Guide, step: Step) -> Guide:
    """Show the last stop again, unless this is from before the guide was ended."""
    if not guide.finished:
        return guide
    last = guide.trail[-1]
    if last.until and step.at < last.until:
        return guide
    return replace(guide, trail=(*guide.trail, Visit(last.key, step.at)))


def _subjects(step: Step) -> Sequence[Subject]:
    """Return what a step is about; nothing for what is unknown or makes no sense."""
    item = step.item or ""
    if step.kind == "note":
        return [("note", step.key), ("text", step.key)]
    if not item:
        return []
    if step.kind in {"edit", "delete"}:
        return [("text", item)]
    if step.kind in {"use", "unuse"}:
        return [("probe", item, step.detail)]
    if step.kind == "rate" and step.detail in MARKS:
        return [("mark", item)]
    return []


def _later(step: Step, known: Step | None) -> bool:
    """Tell which of two steps on one thing is the last word: a deleted note stays deleted."""
    return known is None or _order(step) > _order(known)


def _order(step: Step) -> tuple[bool, datetime, str]:
    return (step.kind == "delete", step.at, step.key)
