"""Where the bot calls: the Web API, response addresses and Socket Mode."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from playground import late_answers, web_api
from playground.faults import Fault
from playground.serving import Connections
from playground.sockets import Sockets
from playground.wire import Json
from playground.workspace import Workspace

BEARER = "Bearer "
SERVER_ERROR, UNAVAILABLE, TOO_MANY, NOT_FOUND = 500, 503, 429, 404
PAGE = "<html><body><h1>Service unavailable</h1></body></html>"
AFTER = {"drop_after", "500_after", "slow"}  # these do what was asked, and then go wrong


@dataclass(frozen=True, slots=True)
class ApiEndpoints:
    """The addresses of the Web API."""

    slack: Workspace
    sockets: Sockets
    connections: Connections

    def routes(self) -> list[BaseRoute]:
        """Return what is served."""
        both = ["GET", "POST"]
        return [
            Route("/api/{method:path}", self._api, methods=both),
            Route("/response/{ticket}", self._late, methods=["POST"]),
            WebSocketRoute("/socket/{ticket}", self.sockets.connect),
        ]

    async def _api(self, request: Request) -> Response:
        method = request.path_params["method"]
        given = await _arguments(request)

        async def answer() -> Response:
            said = web_api.answer(self.slack, self.sockets, method, _token(request, given), given)
            headers = {"x-oauth-scopes": ",".join(sorted(self.slack.manifest.scopes or ()))}
            return JSONResponse(said, headers=headers)

        return await self._with_faults(request, method, answer)

    async def _late(self, request: Request) -> Response:
        ticket, content = request.path_params["ticket"], json.loads(await request.body())

        async def answer() -> Response:
            said = late_answers.answer(self.slack, ticket, content)
            return PlainTextResponse(said, 200 if said == "ok" else NOT_FOUND)

        return await self._with_faults(request, late_answers.METHOD, answer)

    async def _with_faults(
        self, request: Request, method: str, answer: Callable[[], Awaitable[Response]]
    ) -> Response:
        """Answer a call, or let it go wrong in the way that the script says."""
        fault = self.slack.faults.take(method)
        if fault is None:
            return await answer()
        self.slack.refuse(method, f"fault {fault.kind}", *filter(None, [fault.value]))
        if fault.kind == "slow":
            await asyncio.sleep(float(fault.value))
        reply = await answer() if fault.kind in AFTER else None
        if fault.kind.startswith("drop") and request.client:
            self.connections.cut((request.client.host, request.client.port))
        return reply if reply and fault.kind == "slow" else _trouble(fault)


def _trouble(fault: Fault) -> Response:
    if fault.kind == "429":
        body = {"ok": False, "error": "ratelimited"}
        return JSONResponse(body, TOO_MANY, {"retry-after": fault.value})
    if fault.kind == "error":
        return JSONResponse({"ok": False, "error": fault.value})
    if fault.kind == "html":
        return HTMLResponse(PAGE, UNAVAILABLE)
    return PlainTextResponse("", SERVER_ERROR)


async def _arguments(request: Request) -> Json:
    """Read arguments from the address, and from a form or JSON in the body."""
    body, given = await request.body(), dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        return {**given, **json.loads(body or b"{}")}
    return {**given, **dict(parse_qsl(body.decode(), keep_blank_values=True))}


def _token(request: Request, given: Json) -> str:
    header = request.headers.get("authorization", "")
    return header.removeprefix(BEARER) if header else str(given.get("token") or "")
