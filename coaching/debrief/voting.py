"""Use case: raters say where they stand after the talk, and the panel learns how far it moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.released import in_thread, released
from coaching.debrief.report import Report, report_of
from coaching.debrief.vote import MOVEMENT, Shift, Vote, all_voted, firsts, movement
from coaching.errors import CoachingError, FormError, NotFoundError
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Points
from questions.model import Model

NOTHING = Phrase("Choose where you stand on one competency at least.")


class NotARaterError(CoachingError):
    """Somebody of the panel or an organiser would vote who has no rating in the debrief."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "Only people whose own ratings are in the debrief can vote. Yours are not in it."
            )
        )


class ClosedError(CoachingError):
    """The panel has seen how far it moved, or has decided: then nobody moves any more."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a rater may vote on: their ``firsts`` by competency, and what they have ``cast``.

    ``last``: every rater has voted now.
    """

    report: Report
    firsts: Mapping[str, float]
    cast: Mapping[str, Points]
    last: bool = False

    @property
    def model(self) -> Model:
        """What was assessed."""
        return self.report.model


@dataclass(frozen=True, slots=True)
class Moved:
    """How far the talk moved a panel, competency by competency; nobody is named."""

    report: Report
    shifts: Sequence[Shift]

    @property
    def model(self) -> Model:
        """What was assessed."""
        return self.report.model


@dataclass(frozen=True, slots=True)
class Voting:
    """Keeps votes apart from ratings: what was rated before the talk stays what counts."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    wake: Wake

    async def open(self, actor: Person, candidate: str) -> Ballot:
        """Return what a rater may vote on; NotFoundError, NotOutError, NotARater-, ClosedError."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, candidate))

    async def vote(self, actor: Person, candidate: str, said: Mapping[str, Points]) -> Ballot:
        """Keep where a rater stands, in place of what they said before.

        Once every rater has voted, the thread of the debrief says how far the panel moved.
        """
        await self.people.member(actor)
        ballot = await self.deadline.within(self._vote(actor, candidate, said))
        if ballot.last:
            self.wake()
        return ballot

    async def moved(self, team: str, candidate: str) -> Moved | None:
        """Return how far the talk moved a panel, or None when nobody has voted."""
        async with self.begin(team) as work:
            loop = await work.loops.of(candidate)
            votes = await work.votes.of(candidate)
            if loop is None or loop.debrief.released_at is None or not votes:
                return None
            report = await report_of(work, self.catalogue, loop, loop.debrief.released_at)
        return Moved(report, movement(report.lines, votes))

    async def _open(self, actor: Person, candidate: str) -> Ballot:
        async with self.begin(actor.team) as work:
            return (await self._ballot(work, actor, candidate))[0]

    async def _ballot(
        self, work: Work, actor: Person, candidate: str
    ) -> tuple[Ballot, Sequence[Vote]]:
        """Read what a rater may vote on, and all votes; refuse whoever may not vote now."""
        loop = await released(work, candidate, actor.id, self.admins)
        report = await report_of(work, self.catalogue, loop, loop.debrief.released_at or self.now())
        mine = {
            competency: scores[actor.id]
            for competency, scores in firsts(report.lines).items()
            if actor.id in scores
        }
        if not mine:
            raise NotARaterError
        votes = await work.votes.of(candidate)
        if await work.decisions.of(candidate):
            raise ClosedError(Phrase("A decision is recorded, so the vote is closed."))
        if all_voted(report.lines, votes):
            raise ClosedError(
                Phrase(
                    "Every rater has voted and the debrief's thread says how far the talk moved "
                    "the panel, so the vote is closed."
                )
            )
        cast = {vote.competency: vote.points for vote in votes if vote.rater == actor.id}
        return Ballot(report, mine, cast), votes

    async def _vote(self, actor: Person, candidate: str, said: Mapping[str, Points]) -> Ballot:
        async with self.begin(actor.team) as work:
            await released(work, candidate, actor.id, self.admins)
            await work.loops.lock(candidate)  # of two last ones, the second sees the first
            ballot, votes = await self._ballot(work, actor, candidate)
            if said.keys() - ballot.firsts.keys():
                raise NotFoundError
            if not said:
                raise FormError({vote_field(next(iter(ballot.firsts))): NOTHING})
            now = self.now()
            mine = [Vote(candidate, actor.id, each, points, now) for each, points in said.items()]
            await work.votes.cast(candidate, actor.id, mine)
            await work.audit.add(actor.id, "debrief.vote", candidate, now)
            others = [vote for vote in votes if vote.rater != actor.id]
            last = all_voted(ballot.report.lines, [*others, *mine])
            if last:
                loop = ballot.report.loop
                await work.posts.owe(await in_thread(work, loop, MOVEMENT, candidate), now)
            return Ballot(ballot.report, ballot.firsts, said, last)


def vote_field(competency: str) -> str:
    """Name the field that holds where one stands on a competency."""
    return f"vote:{competency}"
