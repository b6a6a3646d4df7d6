"""Who would have to be in two rooms at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from coaching.loop import Interview


@dataclass(frozen=True, slots=True)
class Busy:
    """Something else that a person does, from ``start`` until just before ``end``."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Clash:
    """One person at two things that overlap. ``person`` is None for the candidate."""

    person: str | None
    interview: Interview
    other: Interview | Busy


def clashes(
    interviews: Sequence[Interview],
    busy: Mapping[str, Sequence[Busy]],
    shadows: Collection[str] = (),
) -> Sequence[Clash]:
    """Return every overlap, by start: of interviewers, and of the candidate of each interview.

    What ends at 10:00 does not clash with what starts at 10:00. ``shadows`` are the ids of the
    interviews in which somebody only listens: in their lead's room the candidate is once, but who
    listens cannot be elsewhere either. ``busy`` is by person. Times must know their zone.
    """
    ordered = sorted(interviews, key=lambda each: (each.start, each.id))
    found = list(_with_each_other(ordered, frozenset(shadows)))
    for interview in ordered:
        elsewhere = busy.get(interview.interviewer, ())
        overlaps = (other for other in elsewhere if _overlap(interview, other))
        found += [Clash(interview.interviewer, interview, other) for other in overlaps]
    return sorted(found, key=lambda clash: (clash.interview.start, clash.interview.id))


def _with_each_other(interviews: Sequence[Interview], shadows: frozenset[str]) -> Iterator[Clash]:
    for one, other in combinations(interviews, 2):
        if not _overlap(one, other):
            continue
        if one.interviewer == other.interviewer:
            yield Clash(one.interviewer, one, other)
        if one.candidate == other.candidate and not {one.id, other.id} & shadows:
            yield Clash(None, one, other)


def _overlap(one: Interview | Busy, other: Interview | Busy) -> bool:
    return one.start < other.end and other.start < one.end
