"""Where the bot calls: the Web API, response addresses and Socket Mode."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from playground.api import arguments, late_answers, web_api
from playground.api.file_endpoints import FileEndpoints
from playground.api.mishaps import RATE_LIMITED, Mishaps, Work, too_many
from playground.house import House
from playground.wire import Json, RefusedError
from playground.world.journal import Entry

BEARER = "Bearer "
NOT_FOUND = 404
Shape = Callable[[Any], Response]


@dataclass(frozen=True, slots=True)
class ApiEndpoints:
    """The addresses of the Web API."""

    house: House
    mishaps: Mishaps

    def routes(self) -> list[BaseRoute]:
        """Return what is served."""
        return [
            Route("/api/{method:path}", self._api, methods=["GET", "POST"]),
            Route("/response/{ticket}", self._late, methods=["POST"]),
            *FileEndpoints(self.house).routes(),
            WebSocketRoute("/socket/{ticket}", self.house.sockets.connect),
        ]

    async def _api(self, request: Request) -> Response:
        method, (given, wrong) = request.path_params["method"], await _arguments(request)
        token = _token(request, given)
        given.pop("token", None)
        entry = self.house.journal.begin("call", method, given, transport="http")
        slack = self.house.opened_by(token) or self.house
        if wait := slack.pace.wait(method, str(given.get("channel", ""))):
            self._end(entry, RATE_LIMITED)
            return too_many(str(wait))
        scopes = ",".join(sorted(slack.manifest.scopes or ()))

        def shape(said: Json) -> Response:
            return JSONResponse(said, headers={"x-oauth-scopes": scopes})

        def work() -> Json:
            return web_api.answer(self.house, entry, token, wrong or given)

        return await self._answered(request, entry, work, shape)

    async def _late(self, request: Request) -> Response:
        ticket, content = request.path_params["ticket"], _answer(await request.body())
        entry = self.house.journal.begin("late", late_answers.METHOD, content, transport="http")

        def shape(said: str) -> Response:
            return PlainTextResponse(said, 200 if said == "ok" else NOT_FOUND)

        def work() -> str:
            return late_answers.answer(self.house, entry, ticket, content)

        return await self._answered(request, entry, work, shape)

    async def _answered(self, request: Request, entry: Entry, work: Work, shape: Shape) -> Response:
        """Answer a call, or let it go wrong in the way that the script says."""
        fault = self.house.faults.take(entry.name)
        if fault is None:
            said = work()
            self._end(entry, said)
            return shape(said)
        self.house.refuse(entry.name, f"fault {fault.kind}", *filter(None, [fault.value]))
        reply, said = await self.mishaps.let(fault, request, work)
        self.house.journal.end(entry, said, f"fault {fault.kind}", *filter(None, [fault.value]))
        return reply or shape(said)

    def _end(self, entry: Entry, said: Any) -> None:
        if isinstance(said, dict):
            error, more = said.get("error", ""), said.get("response_metadata", {})
            self.house.journal.end(entry, said, error, *more.get("messages", ()))
        else:
            self.house.journal.end(entry, said, "" if said == "ok" else said)


async def _arguments(request: Request) -> tuple[Json, RefusedError | None]:
    """Read arguments from the address and the body, and say what is wrong with how they came."""
    kind, query = request.headers.get("content-type", ""), dict(request.query_params)
    try:
        return arguments.read(kind, await request.body(), query), None
    except RefusedError as error:
        return {}, error


def _answer(body: bytes) -> Json:
    """Return a late answer; one that is no JSON object says nothing at all."""
    try:
        content = arguments.parsed(body)
    except ValueError:
        content = None
    return content if isinstance(content, dict) else {}


def _token(request: Request, given: Json) -> str:
    header = request.headers.get("authorization", "")
    return header.removeprefix(BEARER) if header else str(given.get("token") or "")
