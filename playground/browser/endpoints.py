"""Where the page looks and what it does."""

import asyncio
import json
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.browser import parts
from playground.browser.gestures import PageGestures
from playground.browser.live import Live
from playground.browser.snapshot import snapshot
from playground.browser.traffic import Traffic
from playground.house import House

PAUSE = 0.02  # seconds: what changes together is shown together
BAD_REQUEST, FORBIDDEN, NOT_FOUND = 400, 403, 404


@dataclass(frozen=True, slots=True)
class PageEndpoints:
    """The addresses of the page."""

    house: House
    gestures: PageGestures

    def routes(self) -> list[BaseRoute]:
        """Return what is served."""
        return [
            Route("/", self._index),
            Route("/static/{file:path}", self._static),
            Route("/state", self._state),
            Route("/gesture", self._gesture, methods=["POST"]),
            WebSocketRoute("/live", self._live),
            WebSocketRoute("/traffic", self._traffic),
        ]

    async def _index(self, _request: Request) -> Response:
        return parts.index()

    async def _static(self, request: Request) -> Response:
        return parts.part(request.path_params["file"])

    async def _state(self, request: Request) -> Response:
        person = request.query_params.get("as", "")
        slack = self.house.of(person)
        if slack is None:
            return JSONResponse({"ok": False, "error": "user_not_found"}, NOT_FOUND)
        return JSONResponse(snapshot(self.house, slack, person))

    async def _gesture(self, request: Request) -> Response:
        if not _same_origin(request):
            return JSONResponse({"ok": False, "error": "foreign_page"}, FORBIDDEN)
        try:
            gesture = json.loads(await request.body())
        except ValueError:
            gesture = None
        if not isinstance(gesture, dict):
            return JSONResponse({"ok": False, "error": "invalid_json"}, BAD_REQUEST)
        reaction = await self.gestures.perform(gesture)
        return JSONResponse(reaction.wire())

    async def _live(self, socket: WebSocket) -> None:
        """Push the state at once and what changes after that, until the page goes away."""
        person = socket.query_params.get("as", "")
        if self.house.of(person) is None or not _same_origin(socket):
            await socket.close()
            return
        await _while_open(socket, self._push(socket, person))

    async def _push(self, socket: WebSocket, person: str) -> None:
        live = Live()
        while slack := self.house.of(person):
            count = self.house.changes.count
            async with self.house.arranging:
                frame = live.frame(snapshot(self.house, slack, person))
            if frame:
                await socket.send_json(frame)
            await self.house.changes.after(count)
            await asyncio.sleep(PAUSE)

    async def _traffic(self, socket: WebSocket) -> None:
        """Push what goes between Slack and the app."""
        if not _same_origin(socket):
            await socket.close()
            return
        await _while_open(socket, Traffic(self.house).push(socket))


async def _while_open(socket: WebSocket, work: Coroutine[Any, Any, None]) -> None:
    """Do something for as long as the other end listens."""
    await socket.accept()
    pushing = asyncio.ensure_future(work)
    try:
        while True:
            await socket.receive()
    except (WebSocketDisconnect, RuntimeError):
        pass
    finally:
        pushing.cancel()
        await asyncio.gather(pushing, return_exceptions=True)


def _same_origin(asked: HTTPConnection) -> bool:
    """Tell whether the page itself asks: a foreign site in the same browser may not."""
    origin = asked.headers.get("origin")
    return origin is None or origin == f"http://{asked.headers.get('host')}"
