"""Who asks which question: no candidate hears the same one twice in a loop.

Raters of one competency share its questions: the first asks the first, the second the next one.
A single rater asks as many as their time allows.
"""

from collections.abc import Iterator, Mapping, Sequence

from coaching.asking import question_of
from coaching.covering.coverage import OVERHEAD, UNASKED
from questions.library import Library

Asks = Mapping[str, Sequence[str]]  # of each competency, the references of its questions


def by_competency(refs: Sequence[str], library: Library) -> Asks:
    """Return the references of each competency, in the job's order."""
    found: dict[str, list[str]] = {}
    for ref in refs:
        if question := question_of(ref, library):
            found.setdefault(question.competency, []).append(ref)
    return found


def needed(competency: str, asks: Asks, library: Library) -> int:
    """Return the minutes that one rater of a competency needs at least: its longest question."""
    return max((_minutes(ref, library) for ref in asks.get(competency, ())), default=UNASKED)


def taken(covers: Sequence[str], refs: Sequence[str], asks: Asks, library: Library) -> int:
    """Return the minutes of an interview that covers and asks this, from welcome to closing."""
    whole = sum(UNASKED for competency in covers if not asks.get(competency))
    return OVERHEAD + whole + sum(_minutes(ref, library) for ref in refs)


def shared(
    covers: Sequence[Sequence[str]], minutes: Sequence[int], asks: Asks, library: Library
) -> Sequence[tuple[str, ...]]:
    """Return what each interview asks, in the job's order.

    ``covers`` are the competencies of each interview, ``minutes`` its length.
    """
    order = [ref for refs in asks.values() for ref in refs]
    found: list[tuple[str, ...]] = []
    for n, mine in enumerate(covers):
        refs = list(_turns(n, covers, asks))
        for ref in _others(n, covers, asks):
            if ref not in refs and taken(mine, [*refs, ref], asks, library) <= minutes[n]:
                refs.append(ref)
        found.append(tuple(sorted(refs, key=order.index)))
    return found


def _turns(n: int, covers: Sequence[Sequence[str]], asks: Asks) -> Iterator[str]:
    """Yield the one question of each competency whose turn it is in this interview."""
    for competency in covers[n]:
        if refs := asks.get(competency):
            earlier = sum(competency in others for others in covers[:n])
            yield refs[earlier % len(refs)]


def _others(n: int, covers: Sequence[Sequence[str]], asks: Asks) -> Iterator[str]:
    """Yield the questions that nobody else asks, of what only this interview covers."""
    for competency in covers[n]:
        if sum(competency in each for each in covers) == 1:
            yield from asks.get(competency, ())


def _minutes(ref: str, library: Library) -> int:
    """Return how long a question takes; 0 when nobody knows it any more."""
    question = question_of(ref, library)
    return question.minutes.total if question else 0
