"""What a panel reads: the cards of a loop, and what they amount to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.loop import Interview, Loop
from coaching.plan import bars, items
from coaching.profile import Line, profile
from coaching.repositories import Work
from coaching.scorecard import Scorecard
from coaching.sealed.amendment import Amendment
from coaching.sealed.early_look import EarlyLook
from questions.library import Library


@dataclass(frozen=True, slots=True)
class Report:
    """What a panel reads. ``cards`` are those sealed when the debrief was released.

    ``amendments`` and ``looks`` are those made by then.
    """

    loop: Loop
    cards: Sequence[Scorecard]
    lines: Sequence[Line]
    names: Mapping[str, str]
    library: Library
    amendments: Sequence[Amendment] = ()
    looks: Sequence[EarlyLook] = ()

    @property
    def missing(self) -> Sequence[Interview]:
        """Return the interviews whose card was not there in time."""
        there = {card.interview for card in self.cards}
        return [each for each in self.loop.panel if each.id not in there]

    @property
    def apart(self) -> Sequence[Scorecard]:
        """Return the cards written for an interviewer: they are no part of the lines."""
        return [card for card in self.cards if card.on_behalf]

    def interview(self, card: Scorecard) -> Interview:
        """Return the interview that a card is about."""
        return next(each for each in self.loop.panel if each.id == card.interview)


async def report_of(work: Work, catalogue: Catalogue, loop: Loop, until: datetime) -> Report:
    """Say what the panel's cards and amendments up to a moment amount to."""
    library = await catalogue.frozen(work, loop.refs)
    cards = await _cards(work, loop, library, until)
    rated = {each.item.competency for card in cards for each in card.ratings}
    looks = await work.looks.of(loop.candidate.id)
    others = [*(card.writer for card in cards), *(look.actor for look in looks)]
    names = await work.people.names([*(each.interviewer for each in loop.interviews), *others])
    amended = await work.amendments.of([card.interview for card in cards])
    return Report(
        loop=loop,
        cards=cards,
        lines=profile(cards, bars(loop.panel, loop.job, library, rated)),
        names=names,
        library=library,
        amendments=[each for each in amended if not each.released],
        looks=looks,
    )


async def _cards(work: Work, loop: Loop, library: Library, until: datetime) -> Sequence[Scorecard]:
    """Return the panel's cards sealed up to a moment; a shadow's is none of them."""
    sealed = await work.scorecards.sealed(loop.candidate.id)
    return [
        await work.scorecards.of(each, items(each, loop.job, library))
        for each in loop.panel
        if each.id in sealed and sealed[each.id] <= until
    ]
