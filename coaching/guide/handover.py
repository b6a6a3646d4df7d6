"""What one interviewer hands over to the next: which competencies are still open, never opinion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.guide.guide import Guide
from coaching.guide.stops import stops
from coaching.guide.walking import walk
from coaching.loop import Interview, Loop
from coaching.plan import items
from coaching.repositories import Work
from coaching.scorecard import Item, Scorecard


@dataclass(frozen=True, slots=True)
class Heard:
    """What an earlier interview was to cover, and what of it was asked or rated."""

    planned: Sequence[str]
    covered: frozenset[str]


def uncovered(earlier: Iterable[Heard]) -> Sequence[str]:
    """Return the competencies that were planned and that nobody has covered, each once."""
    heard = list(earlier)
    covered = frozenset().union(*(each.covered for each in heard))
    planned = dict.fromkeys(competency for each in heard for competency in each.planned)
    return [competency for competency in planned if competency not in covered]


def asked(guide: Guide, rated: Sequence[Item]) -> frozenset[str]:
    """Return the competencies of which at least one question was asked."""
    return frozenset(item.competency for item in rated if guide.asked_at(item.key))


def assessed(card: Scorecard) -> frozenset[str]:
    """Return the competencies of which at least one answer got points; which, stays sealed."""
    return frozenset(rating.item.competency for rating in card.ratings if rating.points)


async def open_before(
    work: Work, catalogue: Catalogue, loop: Loop, mine: Interview
) -> Sequence[str]:
    """Return what the interviews before this one were to cover and did not, in their order.

    Of an interview that left neither a guide nor a sealed card nobody knows: it says nothing.
    """
    library = await catalogue.frozen(work, loop.refs)
    sealed = await work.scorecards.sealed(loop.candidate.id)
    earlier = [each for each in loop.panel if each.end <= mine.start and each.id != mine.id]
    heard = []
    for each in sorted(earlier, key=lambda each: each.start):
        rated = items(each, loop.job, library)
        if each.id in sealed:
            covered = assessed(await work.scorecards.of(each, rated))
        elif steps := await work.guides.steps(each.id):
            covered = asked(walk(stops(rated, library), steps), rated)
        else:
            continue
        heard.append(Heard(each.competencies, covered))
    return uncovered(heard)
