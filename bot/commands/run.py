"""`run`: the bot, until it is told to stop."""

import asyncio
import gc
import logging
import signal
from contextlib import AsyncExitStack, suppress

from bot import entrances, ticks
from bot.assembly import Bot, assemble
from bot.settings import Settings

logger = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT, then finish what is under way; StartError when it cannot."""
    stop, ready = asyncio.Event(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    serving = asyncio.create_task(_serve(settings, ready, stop))
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopped}, return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    if not ready.is_set():
        serving.cancel()  # still waiting for Slack: there is nothing to finish
    with suppress(asyncio.CancelledError):
        await serving


async def _serve(settings: Settings, ready: asyncio.Event, stop: asyncio.Event) -> None:
    async with assemble(settings) as bot, AsyncExitStack() as stack:
        await _open(bot, stack)
        clock = ticks.scheduler(bot.rounds, settings.coach_tick)
        clock.start()
        stack.callback(clock.shutdown, wait=False)
        bot.rounds.wake()  # what came due while we were away
        gc.collect()
        gc.freeze()  # what is built now stays: full collections need not walk through it
        ready.set()
        logger.info("ready")
        await stop.wait()
        logger.info("stopping")
    logger.info("stopped")


async def _open(bot: Bot, stack: AsyncExitStack) -> None:
    """Open every way in that is set; the stack closes them in reverse."""
    settings = bot.settings
    if settings.coach_http:
        await stack.enter_async_context(entrances.http(bot, *settings.coach_http))
    if settings.slack_app_token:
        await stack.enter_async_context(entrances.socket_mode(bot, settings.slack_app_token))
