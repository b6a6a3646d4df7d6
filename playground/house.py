"""The house: a first workspace, its neighbours, and the one app they all have."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from playground.delivery.sockets import Sockets
from playground.play.skipping import Skipping
from playground.play.tour import Tour
from playground.wire import Ack, Json
from playground.world.team import SECOND
from playground.world.workspace import Workspace


@dataclass(slots=True)
class House(Workspace):
    """The first workspace, and with it what all workspaces share: the app's sockets, the clock."""

    sockets: Sockets = field(default_factory=Sockets)
    skipping: Skipping | None = None
    neighbours: list[Workspace] = field(default_factory=list)
    tour: Tour | None = None
    language: str = "en"  # of what it was filled with: en or zh-CN
    arranging: asyncio.Lock = field(default_factory=asyncio.Lock)  # while held, pages wait
    restart: Callable[[str], Awaitable[None]] | None = None  # begins anew, in a language

    def __post_init__(self) -> None:
        """Let the sockets write into the journal, too."""
        Workspace.__post_init__(self)
        self.sockets.journal = self.journal

    def second(self) -> Workspace:
        """Found another workspace with the same app in it; it shares no person, place or word."""
        more = Workspace(self.now, self.manifest, SECOND, changes=self.changes)
        more.journal, more.faults, more.address = self.journal, self.faults, self.address

        async def deliver(body: Json) -> Ack:
            return await self.deliver(body)

        more.deliver = deliver
        self.neighbours.append(more)
        return more

    @property
    def workspaces(self) -> list[Workspace]:
        """All workspaces, the first one first."""
        return [self, *self.neighbours]

    def of(self, person: str) -> Workspace | None:
        """Return the workspace that a person is in, or None."""
        return next((each for each in self.workspaces if person in each.people), None)

    def opened_by(self, token: str) -> Workspace | None:
        """Return the workspace that a bot token opens, or None."""
        return next((each for each in self.workspaces if each.team.token == token), None)
