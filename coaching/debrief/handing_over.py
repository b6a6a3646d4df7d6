"""Use case: hand the packet of a candidate to whoever answers for the job."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.packet import Packet
from coaching.debrief.packing import packet_of
from coaching.debrief.withholding import Withhold
from coaching.errors import CoachingError, NotFoundError
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.post import Post, owed
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.pens import Pens, pens_of

PACKET = "packet"  # the message that brings it
ASKED = "packet.send"  # in the audit trail


class OwnCardFirstError(CoachingError):
    """Whoever has a card of their own to seal reads no other, not even after the debrief."""

    def __init__(self) -> None:
        super().__init__(Phrase("Seal your own scorecard first: then I can send you the packet."))


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Promises packets, and looks again at who gets one when it is sent."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    wake: Wake
    withhold: Withhold

    async def ask(self, actor: Person, candidate: str, request: str) -> None:
        """Promise a packet by direct message; NotFoundError, OwnCardFirstError.

        ``request`` is Slack's name for the click: the same click promises one packet.
        """
        await self.people.member(actor)
        await self.deadline.within(self._ask(actor, candidate, request))
        self.wake()

    async def packet(self, team: str, subject: str) -> tuple[Person, Packet] | None:
        """Return a promised packet and whose it is; None when they may not have it any more."""
        candidate, _, rest = subject.partition(":")
        person = Person(team, rest.partition(":")[0])
        if await self.people.member_or_none(person) is None:
            return None
        async with self.begin(team) as work:
            pens = await _pens(work, candidate)
            if pens is None or not may_have(person.id, pens, self.admins):
                return None
            return person, await packet_of(
                work, self.catalogue, pens.loop, self.now(), self.withhold
            )

    async def _ask(self, actor: Person, candidate: str, request: str) -> None:
        async with self.begin(actor.team) as work:
            pens = await _pens(work, candidate)
            if pens is None or not _answers(actor.id, pens, self.admins):
                raise NotFoundError
            if pens.writes(actor.id):
                raise OwnCardFirstError
            post = _post(actor, candidate, request)
            if await work.posts.of(post.key) is None:
                await work.posts.owe(post, self.now())
                await work.audit.add(actor.id, ASKED, candidate, self.now())


def may_have(person: str, pens: Pens, admins: Collection[str]) -> bool:
    """Tell whether a person gets a packet: its manager or an admin, once the debrief is out."""
    return _answers(person, pens, admins) and not pens.writes(person)


def _answers(person: str, pens: Pens, admins: Collection[str]) -> bool:
    loop = pens.loop
    answering = {loop.job.manager, *admins} - {loop.candidate.account}
    return loop.debrief.released_at is not None and person in answering


async def _pens(work: Work, candidate: str) -> Pens | None:
    loop = await work.loops.of(candidate)
    return await pens_of(work, loop) if loop else None


def _post(actor: Person, candidate: str, request: str) -> Post:
    """Return the message that a click asks for; its pages go on to know whose it is."""
    click = uuid5(NAMESPACE_OID, request).hex
    return owed(actor.team, PACKET, actor.id, f"{candidate}:{actor.id}:{click}")
