"""What a panel reads: the cards of a loop, and what they amount to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from coaching.catalogue import Catalogue
from coaching.debrief.following_up import FollowUp
from coaching.loop import Interview, Loop
from coaching.plan import bars, items
from coaching.profile import Line, profile
from coaching.repositories import Work
from coaching.scorecard import Scorecard
from coaching.sealed.amendment import Amendment
from coaching.sealed.early_look import EarlyLook
from questions.library import Library
from questions.model import Model

NOT_HELD = "interview.missed"  # in the audit trail
Gap = Literal["to_come", "begun", "not_begun"]  # why a card was not there


@dataclass(frozen=True, slots=True)
class Report:
    """What a panel reads. ``cards`` are those sealed when the debrief was released.

    ``amendments`` and ``looks`` are those made by then. ``names`` has everybody it speaks of, the
    hiring manager too. ``follow_ups`` are what could be asked yet, where somebody asked for them.
    ``begun`` are the interviews whose card was begun and is not there. ``panel`` are those whose
    cards it waited for, whatever was said of them later.
    """

    loop: Loop
    panel: Sequence[Interview]
    cards: Sequence[Scorecard]
    lines: Sequence[Line]
    names: Mapping[str, str]
    library: Library
    amendments: Sequence[Amendment] = ()
    looks: Sequence[EarlyLook] = ()
    follow_ups: Sequence[FollowUp] = ()
    begun: Collection[str] = ()

    @property
    def model(self) -> Model:
        """Return the competency model of the job."""
        return self.library.model(self.loop.job.model_id)

    @property
    def coverage(self) -> tuple[int, int]:
        """Return how many competencies somebody rated, and how many the job or a rater names."""
        wanted = {each.id for each in self.loop.job.assessed(self.model)}
        wanted |= {line.competency for line in self.lines}
        return len([line for line in self.lines if line.raters]), len(wanted)

    @property
    def below(self) -> Sequence[Line]:
        """Return what nothing makes up for and whose mean is below the bar, in order."""
        required = self.model.required
        return [line for line in self.lines if line.competency in required and line.below]

    @property
    def missing(self) -> Sequence[Interview]:
        """Return the interviews whose card was not there in time."""
        there = {card.interview for card in self.cards}
        return [each for each in self.panel if each.id not in there]

    def why(self, interview: Interview) -> Gap:
        """Return why the card of an interview was not there in time."""
        released = self.loop.debrief.released_at
        if released and interview.end > released:
            return "to_come"
        return "begun" if interview.id in self.begun else "not_begun"

    @property
    def independent(self) -> Sequence[Scorecard]:
        """Return the cards that the lines are made of, in the order of the panel."""
        return [card for card in self.cards if not card.on_behalf]

    @property
    def raters(self) -> Sequence[str]:
        """Return whose cards those are, by account: each once, whatever they held."""
        return list(dict.fromkeys(card.interviewer for card in self.independent))

    @property
    def apart(self) -> Sequence[Scorecard]:
        """Return the cards written for an interviewer: they are no part of the lines."""
        return [card for card in self.cards if card.on_behalf]

    def interview(self, card: Scorecard) -> Interview:
        """Return the interview that a card is about."""
        return next(each for each in self.panel if each.id == card.interview)


async def report_of(work: Work, catalogue: Catalogue, loop: Loop, until: datetime) -> Report:
    """Say what the panel's cards and amendments up to a moment amount to."""
    library = await catalogue.frozen(work, loop.refs)
    panel = await _panel(work, loop)
    cards = await _cards(work, loop, library, until)
    rated = {each.item.competency for card in cards for each in card.ratings}
    looks = await work.looks.of(loop.candidate.id)
    others = [*(card.writer for card in cards), *(look.actor for look in looks)]
    seated = (each.interviewer for each in loop.interviews)
    names = await work.people.names([*seated, loop.job.manager, *others])
    amended = await work.amendments.of([card.interview for card in cards])
    there = {card.interview for card in cards}
    open_ = [each.id for each in panel if each.id not in there]
    return Report(
        loop=loop,
        panel=panel,
        cards=cards,
        lines=profile(cards, bars(panel, loop.job, library, rated)),
        names=names,
        library=library,
        amendments=[each for each in amended if not each.released],
        looks=looks,
        begun=[each for each in open_ if await work.scorecards.begun(each)],
    )


async def _panel(work: Work, loop: Loop) -> Sequence[Interview]:
    """Return the interviews whose cards the debrief waited for when it went out.

    Of one that is said afterwards not to have happened, the panel read that its card is missing.
    """
    released = loop.debrief.released_at
    missed = [each.id for each in loop.interviews if (each.kind, each.state) == ("lead", "missed")]
    if released is None or not missed:
        return loop.panel
    said = await work.audit.of(missed)
    since = {act.subject for act in said if act.action == NOT_HELD and act.at > released}
    return [each for each in loop.interviews if each.counts or each.id in since]


async def _cards(work: Work, loop: Loop, library: Library, until: datetime) -> Sequence[Scorecard]:
    """Return the panel's cards sealed up to a moment; a shadow's is none of them."""
    sealed = await work.scorecards.sealed(loop.candidate.id)
    return [
        await work.scorecards.of(each, items(each, loop.job, library))
        for each in loop.panel
        if each.id in sealed and sealed[each.id] <= until
    ]
