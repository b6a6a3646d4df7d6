"""Carrying out a fault: how a call goes wrong, seen by whoever made it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from playground.serving import Connections
from playground.world.faults import Fault

SERVER_ERROR, UNAVAILABLE, TOO_MANY = 500, 503, 429
PAGE = "<html><body><h1>Service unavailable</h1></body></html>"
AFTER = {"drop_after_commit", "500_after", "slow"}  # these do what was asked, and then go wrong
RATE_LIMITED = {"ok": False, "error": "ratelimited"}

Work = Callable[[], Any]  # does what a call asks for; returns its answer


@dataclass(frozen=True, slots=True)
class Mishaps:
    """Knows the open connections, to cut them, and finishes what is committed late."""

    connections: Connections
    late: set[asyncio.Task[None]] = field(default_factory=set)

    async def let(self, fault: Fault, request: Request, work: Work) -> tuple[Response | None, Any]:
        """Let a call go wrong; return what its caller gets, None for the work's own answer."""
        if fault.kind == "slow":
            await asyncio.sleep(float(fault.value))
        said = work() if fault.kind in AFTER else None
        if fault.kind == "late_commit":
            self._later(float(fault.value), work)
        if fault.kind == "timeout":
            await _given_up(request)
        elif fault.kind.startswith("drop") or fault.kind == "late_commit":
            self._hang_up(request)
        return None if fault.kind == "slow" else _trouble(fault), said

    async def settled(self) -> None:
        """Forget what was still to be committed late; the server goes away."""
        for task in self.late:
            task.cancel()
        await asyncio.gather(*self.late, return_exceptions=True)

    def _hang_up(self, request: Request) -> None:
        if request.client:
            self.connections.cut((request.client.host, request.client.port))

    def _later(self, seconds: float, work: Work) -> None:
        async def commit() -> None:
            await asyncio.sleep(seconds)
            work()

        task = asyncio.ensure_future(commit())
        self.late.add(task)
        task.add_done_callback(self.late.discard)


def too_many(seconds: str) -> Response:
    """Answer that a caller must wait."""
    return JSONResponse(RATE_LIMITED, TOO_MANY, {"retry-after": seconds})


async def _given_up(request: Request) -> None:
    """Wait until the caller hangs up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _trouble(fault: Fault) -> Response:
    if fault.kind == "429":
        return too_many(fault.value)
    if fault.kind == "error":
        return JSONResponse({"ok": False, "error": fault.value})
    if fault.kind == "html_503":
        return HTMLResponse(PAGE, UNAVAILABLE)
    return PlainTextResponse("", SERVER_ERROR)
