"""The inbox: what Slack sends twice is taken once, and what a crash interrupted is taken again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from coaching.deadline import REQUEST, Deadline
from coaching.ports import Clock
from coaching.repositories import UnitOfClaims, UnitOfWork

ANSWERED = timedelta(seconds=REQUEST)  # a person has their answer by then, one way or another
EVENT = timedelta(seconds=60)  # an event has been worked on by then
KEPT = timedelta(days=1)  # Slack's last retry of an event comes after an hour
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Request:
    """What Slack sent.

    ``body`` is kept only of events, until they are done: they are answered before they are worked
    on, and nobody would send them again.
    """

    team: str
    key: str
    body: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Inbox:
    """Remembers requests."""

    begin: UnitOfWork
    claim: UnitOfClaims
    now: Clock
    deadline: Deadline

    async def take(self, request: Request) -> bool:
        """Return whether this is ours to work on now, or raise BusyError.

        It is when it is new, when it failed before, and when whoever took it has been silent for
        too long. The request's deadline begins here.
        """
        self.deadline.start()
        return await self.deadline.within(self._take(request))

    async def _take(self, request: Request) -> bool:
        now = self.now()
        until = now + (ANSWERED if request.body is None else EVENT)
        async with self.begin(request.team) as work:
            return await work.requests.take(request.key, request.body, now, until)

    async def done(self, team: str, key: str) -> None:
        """Forget the body; the key stays, so that a late copy is known. A failure stays one."""
        async with self.begin(team) as work:
            await work.requests.done(key)

    async def failed(self, team: str, key: str) -> None:
        """Take the request again when it comes again: it broke, or we refused it."""
        async with self.begin(team) as work:
            await work.requests.failed(key)

    async def interrupted(self) -> Sequence[Mapping[str, Any]]:
        """Return the bodies of events that broke or were cut off, to be dispatched again."""
        async with self.claim() as claims:
            return await claims.interrupted(self.now(), ATTEMPTS)

    async def tidy(self) -> None:
        """Drop what Slack can no longer repeat."""
        async with self.claim() as claims:
            await claims.forget_requests(self.now() - KEPT)
