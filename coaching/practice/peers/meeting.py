"""Use cases: two people practise, step by step, and swap. What they say is theirs alone."""

from dataclasses import dataclass, replace

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import CoachingError, NotAMemberError, NotFoundError, SlackSilentError
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.practice.peers import moves
from coaching.practice.peers.moves import Move, Press, Pressed
from coaching.practice.peers.sight import Sight, What, held
from coaching.practice.repositories import PracticeStore
from coaching.practice.turns import OverError


class NotWaitingError(CoachingError):
    """A button of what somebody waited for, or of a pair that is none of theirs."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("You are not waiting for a partner. `/mock peer` shows where you are.")
        )


@dataclass(frozen=True, slots=True)
class Meeting:
    """Leads two people through their practice. What is pressed returns what the presser sees."""

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake

    async def ready(self, person: Person, what: Pressed) -> Sight:
        """Note that both are here; when both have said so, the first round begins."""
        return await self._do(person, what, moves.ready)

    async def leave(self, person: Person, what: Pressed) -> Sight:
        """Leave a pair before it has begun; the partner is told. NotWaitingError without one."""
        try:
            return await self._do(person, what, moves.leave)
        except NotFoundError as error:
            raise NotWaitingError from error

    async def next(self, person: Person, what: Pressed) -> Sight:
        """Go one step on in the guide, or note that a follow-up was used."""
        return await self._do(person, what, moves.on)

    async def swap(self, person: Person, what: Pressed) -> Sight:
        """Begin the second round, with another question and the parts exchanged."""
        return await self._do(person, what, moves.swap)

    async def end(self, person: Person, what: Pressed) -> Sight:
        """End it for both, at any point of a round."""
        return await self._do(person, what, moves.end)

    async def refuse(self, person: Person, what: Pressed) -> Sight:
        """Let a person not meet the partner of a pair that is over again; they are not told."""
        await self.people.visitor(person)
        sight = await self.deadline.within(self._refuse(person, what))
        return await self._named(person.team, sight)

    async def under_way(self, person: Person) -> Sight | None:
        """Return where a person is with a partner; None without one."""
        async with self.store.begin(person.team) as work:
            session = await work.peers.current(person.id)
            library = await self.catalogue.of(work)
        if session is None:
            return None
        asks = session.asks(session.round) == person.id
        what: What = "met" if session.state == "meeting" else "ask" if asks else "answer"
        sight = Sight(session, person.id, what, max(session.round, 0), library)
        return await self._named(person.team, sight)

    async def seen(self, person: Person, key: str, what: What, n: int) -> Sight | None:
        """Return what a message shows; None when it has nothing to say any more."""
        async with self.store.begin(person.team) as work:
            session, library = await work.peers.of(key), await self.catalogue.of(work)
        if session is None or person.id not in session.people:
            return None
        sight = Sight(session, person.id, what, n, library)
        return None if sight.past else await self._named(person.team, sight)

    async def _refuse(self, person: Person, what: Pressed) -> Sight:
        async with self.store.begin(person.team) as work:
            session = await held(work, person, what.session)
            other = session.partner(person.id)
            if session.state != "over" or not other:
                raise NotFoundError
            await work.peers.refuse(person.id, other)
            library = await self.catalogue.of(work)
        return Sight(session, person.id, "end", what.round, library, refused=True)

    async def _do(self, person: Person, what: Pressed, move: Move) -> Sight:
        await self.people.visitor(person)
        sight = await self.deadline.within(self._done(person, what, move))
        self.wake()
        return await self._named(person.team, sight)

    async def _done(self, person: Person, what: Pressed, move: Move) -> Sight:
        async with self.store.begin(person.team) as work:
            session = await held(work, person, what.session)
            if session.state == "over":
                raise OverError
            library = await self.catalogue.of(work)
            press = Press(person.id, what, work, library, self.now())
            after, shown = await move(session, press)
        return Sight(after, person.id, shown, what.round, library)

    async def _named(self, team: str, sight: Sight) -> Sight:
        """Add the partner's name, where they are still there and Slack says it."""
        partner = sight.session.partner(sight.person)
        if not partner:
            return sight
        try:
            return replace(sight, partner=(await self.people.profile(Person(team, partner))).name)
        except (NotAMemberError, SlackSilentError):
            return sight
