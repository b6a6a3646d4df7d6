"""The playground as a whole: a house that listens, and hands to use it with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from playground.api.endpoints import ApiEndpoints
from playground.api.mishaps import Mishaps
from playground.browser.endpoints import PageEndpoints
from playground.browser.gestures import PageGestures
from playground.gestures import telling
from playground.hands import Hand
from playground.house import House
from playground.serving import HOST, PING, Connections, listening
from playground.wire import Clock
from playground.world.manifest import Manifest


@dataclass(slots=True)
class Playground(House):
    """A Slack on this machine; where payloads go is up to ``deliver``."""

    @classmethod
    def seeded(cls, now: Clock, manifest: Path | None = None) -> Self:
        """Return a workspace with people and channels; without a manifest all is allowed."""
        return cls(now, Manifest.read(manifest) if manifest else Manifest())

    @asynccontextmanager
    async def serve(self, port: int = 0, ping: float = PING) -> AsyncIterator[str]:
        """Listen on loopback; give the page's address."""
        mishaps = Mishaps(connections := Connections())
        api = ApiEndpoints(self, mishaps)
        page = PageEndpoints(self, PageGestures(self))
        # By its own name alone: another site's name that leads here (rebinding) opens nothing.
        named = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])
        app = Starlette(routes=[*api.routes(), *page.routes()], middleware=[named])
        async with listening(app, connections, port, ping) as self.address:
            for each in self.neighbours:
                each.address = self.address
            yield self.address
            await mishaps.settled()
            for each in self.workspaces:
                await telling.silence(each)

    def hand(self, person: str) -> Hand:
        """Return somebody's hands, in whichever workspace they are."""
        workspace = self.of(person)
        if workspace is None:
            raise LookupError(person)
        return Hand(workspace, person)
