"""Both ways in which Slack reaches an app: Socket Mode and signed HTTP."""

import asyncio
from contextlib import asynccontextmanager

from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from playground.delivery.signed import SignedDelivery
from playground.serving import Connections, listening

SECRET = "shh"
AGAIN = (0, 0, 0)  # seconds before an event is sent again


@asynccontextmanager
async def by_socket(slack, session, app):
    """Connect an app over Socket Mode; leave no task of the SDK behind."""
    slack.deliver = slack.sockets.deliver
    handler = AsyncSocketModeHandler(app, "xapp-playground")
    await handler.connect_async()
    client = handler.client
    await slack.sockets.changes.until(lambda: slack.sockets.open)
    yield handler
    await handler.close_async()
    tasks = (client.message_processor, client.current_session_monitor, client.message_receiver)
    await asyncio.gather(*filter(None, tasks), return_exceptions=True)


@asynccontextmanager
async def by_http(slack, session, app):
    """Let an app listen, and send it signed requests."""
    handler = AsyncSlackRequestHandler(app, "/slack/events")
    async with listening(handler, Connections(), 0) as url:
        address, journal = f"{url}slack/events", slack.journal
        slack.deliver = SignedDelivery(session, address, SECRET, AGAIN, journal=journal)
        yield handler
