"""The database says what is due; the clock only asks, now and then or when it is woken."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass, field

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.background import Background
from bot.health import Health

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Rounds:
    """Runs rounds of the clock one after another, never two at once."""

    work: Callable[[], Awaitable[None]]
    background: Background
    health: Health
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _woken: bool = False

    async def once(self) -> None:
        """Run one round to its end; what went wrong in it is for the next."""
        async with self._turn:
            self._woken = False
            try:
                await self.work()
            except Exception:
                logger.exception("a round of the clock broke off")
        self.health.ticked()

    def wake(self) -> None:
        """Run a round soon. However often it is called, one round that begins later is enough."""
        if not self._woken:
            self._woken = True
            Context().run(self.background.run, self.once())  # not within a request's deadline

    async def shielded(self) -> None:
        """Run a round that outlives its caller: a scheduler that stops cancels its jobs."""
        with suppress(asyncio.CancelledError):
            await asyncio.shield(self.background.run(self.once()))


def scheduler(rounds: Rounds, seconds: float) -> AsyncIOScheduler:
    """Return a scheduler that ticks; start it inside the loop. Its store is memory."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        rounds.shielded,
        "interval",
        seconds=seconds,
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    return scheduler
