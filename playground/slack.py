"""The playground as a whole: a workspace that listens, and hands to use it with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from starlette.applications import Starlette

from playground.api_endpoints import ApiEndpoints
from playground.hands import Hand
from playground.manifest import Manifest
from playground.page_endpoints import PageEndpoints
from playground.page_gestures import PageGestures
from playground.serving import Connections, listening
from playground.sockets import Sockets
from playground.touring import Skipping
from playground.wire import Clock
from playground.workspace import Workspace


@dataclass(slots=True)
class Playground(Workspace):
    """A Slack on this machine; where payloads go is up to ``deliver``."""

    sockets: Sockets = field(default_factory=Sockets)
    skipping: Skipping | None = None

    @classmethod
    def seeded(cls, now: Clock, manifest: Path | None = None) -> Self:
        """Return a workspace with people and channels; without a manifest all is allowed."""
        return cls(now, Manifest.read(manifest) if manifest else Manifest())

    @asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[str]:
        """Listen on loopback; give the page's address."""
        connections = Connections()
        api = ApiEndpoints(self, self.sockets, connections)
        page = PageEndpoints(self, PageGestures(self, lambda: self.skipping))
        app = Starlette(routes=[*api.routes(), *page.routes()])
        async with listening(app, connections, port) as self.address:
            yield self.address

    def hand(self, person: str) -> Hand:
        """Return somebody's hands."""
        if person not in self.people:
            raise LookupError(person)
        return Hand(self, person)
