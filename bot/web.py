"""The bot over HTTP: Slack's requests, and what operators ask."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.adapter.asgi.http_request import AsgiHttpRequest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.guard import Guard
from bot.health import Health
from bot.metrics import Metrics

EVENTS = "/slack/events"
UNAVAILABLE = 503

Ready = Callable[[], Awaitable[str]]  # what is missing, or nothing


class Door(AsyncSlackRequestHandler):
    """Bolt's own adapter; a body that is not what Slack sends is the sender's fault, not ours."""

    async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse:
        """Parse, then let the app answer."""
        body, headers = await request.get_raw_body(), request.get_headers()
        try:
            parsed = AsyncBoltRequest(body=body, headers=headers)
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return BoltResponse(status=400)
        if not _has_its_shape(parsed.body):
            return BoltResponse(status=400)
        return await self.app.async_dispatch(parsed)


def _has_its_shape(body: dict[str, Any]) -> bool:
    """Tell whether what Bolt and the listeners reach into can be reached into."""
    objects = [body.get(name, {}) for name in ("event", "view", "message", "container")]
    actions, workspaces = body.get("actions", [{}]), body.get("authorizations", [])
    if not isinstance(actions, list) or not isinstance(workspaces, list) or not actions:
        return False
    return all(isinstance(part, dict) for part in [*objects, *actions, *workspaces])


def build(health: Health, metrics: Metrics, ready: Ready) -> Starlette:
    """Return the application with what operators ask; `listen` adds Slack's part."""

    async def healthz(_request: Request) -> Response:
        ages = {"tick_age": health.tick_age, "socket_age": health.socket_age()}
        return JSONResponse(ages, 200 if health.alive else UNAVAILABLE)

    async def readyz(_request: Request) -> Response:
        missing = await ready()
        return JSONResponse({"missing": missing}, UNAVAILABLE if missing else 200)

    async def numbers(_request: Request) -> Response:
        return Response(metrics.text(), media_type="text/plain; version=0.0.4")

    routes = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", numbers)]
    return Starlette(routes=routes)


def listen(application: Starlette, app: AsyncApp, signing_secret: str) -> None:
    """Take Slack's requests, once their signature is good."""
    guarded = Guard(Door(app, EVENTS), SignatureVerifier(signing_secret))
    application.router.routes.append(Route(EVENTS, guarded, methods=["POST"]))
