"""Whose pen it is: each card has one writer, the interviewer or somebody who stands in."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import CoachingError, NotFoundError
from coaching.loop import Interview, Loop
from coaching.phrase import Phrase
from coaching.repositories import Work
from coaching.scorecard import Scorecard

_MARKUP = re.compile(r"[<>&*_~`]")


class WrittenForYouError(CoachingError):
    """Somebody writes, or wrote, a card for the interviewer who opens it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Phrase(
                "{name} is writing this scorecard for you. /debrief lets you take it over.",
                {"name": _MARKUP.sub("", name)},
            )
        )


class SubmittedForYouError(CoachingError):
    """Somebody has sealed a card for the interviewer who opens it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Phrase(
                "{name} has submitted this scorecard for you. It cannot be changed.",
                {"name": _MARKUP.sub("", name)},
            )
        )


class NotYourPenError(CoachingError):
    """Somebody who could stand in does not, or does no longer."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "The interviewer writes this scorecard. If you were writing it for them, they "
                "have taken it over: copy what you need before you close this."
            )
        )


@dataclass(frozen=True, slots=True)
class Pens:
    """Who writes the cards of a loop: ``writers`` stand in, by interview."""

    loop: Loop
    sealed: Collection[str]
    writers: Mapping[str, str]

    def writes(self, person: str) -> bool:
        """Whether a person still has a card of this loop to seal: then they see no other.

        An interviewer has, too, while somebody writes it for them: they may take it over.
        """
        return any(
            person in {each.interviewer, self.writers.get(each.id)}
            for each in self.loop.interviews
            if each.state == "planned" and each.id not in self.sealed
        )

    def may_stand_in(self, person: str, interview: Interview, now: datetime) -> bool:
        """Whether a person may write for an interviewer who has not begun.

        An organiser may, once the interview is over and until the debrief is out; not the
        candidate, and nobody who has a card of their own to seal first.
        """
        return (
            person in self.loop.organisers() - {self.loop.candidate.account}
            and interview.counts
            and interview.end <= now
            and self.loop.debrief.released_at is None
            and interview.id not in self.sealed
            and interview.id not in self.writers
            and not self.writes(person)
        )

    def may_take_over(self, person: str, interview: Interview) -> bool:
        """Whether an interviewer may write the card themselves after all."""
        return (
            person == interview.interviewer
            and interview.state == "planned"
            and interview.id in self.writers
            and interview.id not in self.sealed
        )

    def to_see(self) -> Sequence[Interview]:
        """Return the interviews whose sealed card the debrief would show now."""
        return [each for each in self.loop.panel if each.id in self.sealed]

    def may_look(self, person: str) -> bool:
        """Whether a person may look at sealed cards before the debrief: its manager may."""
        return (
            person == self.loop.job.manager
            and person != self.loop.candidate.account
            and self.loop.debrief.released_at is None
            and bool(self.to_see())
            and not self.writes(person)
        )


@dataclass(frozen=True, slots=True)
class Offers:
    """What one person may do about the missing cards of a loop; ``look``: read those that are not.

    ``written`` are those that somebody writes for the interviewer, and who does.
    """

    stand_in: Sequence[Interview] = ()
    take_over: Sequence[Interview] = ()
    written: Sequence[tuple[Interview, str]] = ()
    look: bool = False


NOTHING = Offers()


def offers_to(person: str, pens: Pens, now: datetime) -> Offers:
    """Return what a person may do now."""
    panel = [each for each in pens.loop.panel if each.id not in pens.sealed]
    return Offers(
        [each for each in panel if pens.may_stand_in(person, each, now)],
        [each for each in panel if pens.may_take_over(person, each)],
        [(each, pens.writers[each.id]) for each in panel if each.id in pens.writers],
        pens.may_look(person),
    )


async def pens_of(work: Work, loop: Loop) -> Pens:
    """Read who writes what of a loop, and what is sealed."""
    candidate = loop.candidate.id
    return Pens(
        loop, await work.scorecards.sealed(candidate), await work.scorecards.writers(candidate)
    )


async def refuse_others(work: Work, loop: Loop, card: Scorecard, person: str) -> None:
    """Let only its writer come near a card; whoever it concerns is told why they may not."""
    if person == card.writer:
        return
    if person == card.interviewer:
        name = (await work.people.names([card.writer]))[card.writer]
        raise SubmittedForYouError(name) if card.sealed_at else WrittenForYouError(name)
    if person in loop.organisers() - {loop.candidate.account}:
        raise NotYourPenError
    raise NotFoundError
