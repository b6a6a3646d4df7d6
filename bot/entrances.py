"""The two ways in from Slack, for a bot that is put together: both lead to the same app."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import SecretStr

from bot import web
from bot.assembly import Bot
from bot.http_server import serving
from bot.socket_mode import SocketMode

logger = logging.getLogger(__name__)


@asynccontextmanager
async def http(bot: Bot, host: str, port: int) -> AsyncIterator[int]:
    """Serve operators, and Slack where a signing secret is set; give the port."""
    application = web.build(bot.health, bot.metrics, bot.ready)
    if secret := bot.settings.slack_signing_secret:
        web.listen(application, bot.app, secret.get_secret_value())
    async with serving(application, host, port) as chosen:
        logger.info("listening on http://%s:%d", host, chosen)
        yield chosen


@asynccontextmanager
async def socket_mode(bot: Bot, app_token: SecretStr) -> AsyncIterator[SocketMode]:
    """Stay connected to Slack while the block runs; health watches the connection."""
    async with SocketMode(bot.app, app_token.get_secret_value(), bot.client) as socket:
        bot.health.socket_age = lambda: socket.age
        logger.info("connected by Socket Mode")
        yield socket
