"""A shadow's ratings beside those of the interviewer they sat with: for the two of them alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.loop import Interview, Loop
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Item, Points, Scorecard
from questions.library import Library

COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing that both could rate; points are None where one did not assess it."""

    item: Item
    shadow: Points | None
    lead: Points | None

    @property
    def apart(self) -> int | None:
        """Points from the lead's to the shadow's, -4 to 4, or None when there are no two."""
        if self.shadow is None or self.lead is None:
            return None
        return self.shadow - self.lead


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sealed cards of one conversation; ``people`` and ``names``: the shadow, the lead."""

    loop: Loop
    interview: Interview
    pairs: Sequence[Pair]
    people: tuple[str, str]
    names: tuple[str, str]
    library: Library


def pairs(shadow: Scorecard, lead: Scorecard) -> Sequence[Pair]:
    """Return what either rated, in the order of the lead's card; what only one has comes last."""
    ours = {rating.item.key: rating for rating in shadow.ratings}
    theirs = {rating.item.key: rating for rating in lead.ratings}
    return [
        Pair(
            (theirs.get(key) or ours[key]).item,
            ours[key].points if key in ours else None,
            theirs[key].points if key in theirs else None,
        )
        for key in dict.fromkeys([*theirs, *ours])
    ]


async def compare_if_ready(work: Work, loop: Loop, now: datetime) -> None:
    """Owe each pair its comparison once both cards are sealed and the debrief is out.

    To be asked after a seal and after a release, in the same transaction; a comparison that is
    owed already is not owed twice.
    """
    promise = await work.loops.lock(loop.candidate.id)
    if promise.released_at is None:
        return
    sealed = await work.scorecards.sealed(loop.candidate.id)
    written = await work.scorecards.writers(loop.candidate.id)
    for shadow, lead in _seats(loop):
        seats = {shadow.id, lead.id}
        if seats <= sealed.keys() and not seats & written.keys():
            for n, person in enumerate((shadow.interviewer, lead.interviewer)):
                post = owed(work.team, COMPARISON, person, f"{shadow.id}:{n}")
                await work.posts.owe(post, now)


def _seats(loop: Loop) -> Iterator[tuple[Interview, Interview]]:
    """Yield each interview of a shadow or reverse shadow, with the one it is beside."""
    held = {each.id: each for each in loop.interviews if each.state == "planned"}
    for each in held.values():
        if each.kind != "lead" and each.beside in held:
            yield each, held[each.beside]


@dataclass(frozen=True, slots=True)
class Comparing:
    """Finds what a comparison says at the moment it is sent."""

    begin: UnitOfWork
    catalogue: Catalogue

    async def of(self, team: str, interview: str) -> Comparison | None:
        """Return the comparison of a shadow's interview, or None when there is none."""
        async with self.begin(team) as work:
            seat = await work.loops.interview(interview)
            loop = await work.loops.of(seat.candidate) if seat else None
            if loop is None or loop.debrief.released_at is None:
                return None
            found = next((pair for pair in _seats(loop) if pair[0].id == interview), None)
            if found is None:
                return None
            shadow, lead = [await work.scorecards.of(each, ()) for each in found]
            if shadow.sealed_at is None or lead.sealed_at is None:
                return None
            people = (shadow.interviewer, lead.interviewer)
            known = await work.people.names(people)
            library = await self.catalogue.frozen(work, loop.refs)
        names = (known[shadow.interviewer], known[lead.interviewer])
        return Comparison(loop, found[0], pairs(shadow, lead), people, names, library)
