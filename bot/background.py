"""Work that goes on after Slack has its answer."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from slack_bolt.listener.async_listener_start_handler import AsyncListenerStartHandler
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

logger = logging.getLogger(__name__)

UNWINDING = 2  # seconds for work that was told to stop


class Background(AsyncListenerStartHandler):
    """Holds every listener's task until it ends: Bolt does not, and the loop holds it weakly."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    async def handle(self, request: AsyncBoltRequest, response: BoltResponse | None) -> None:
        """Keep the task of a listener; Bolt calls this inside it, before the listener."""
        del request, response
        if task := asyncio.current_task():
            self._keep(task)

    def run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Do something nobody need wait for; a failure is logged."""
        task = asyncio.ensure_future(work)
        self._keep(task)
        return task

    async def idle(self, timeout: float | None = None) -> bool:  # noqa: ASYNC109  (waits, cancels nothing)
        """Wait until nothing is left to do, at most ``timeout`` seconds; return whether so."""
        await asyncio.sleep(0)  # a listener just dispatched takes its first step
        ends = None if timeout is None else asyncio.get_running_loop().time() + timeout
        while self._tasks:
            left = None if ends is None else ends - asyncio.get_running_loop().time()
            if left is not None and left <= 0:
                return False
            await asyncio.wait(self._tasks, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        return True

    async def drain(self, seconds: float) -> None:
        """Let work end by itself for ``seconds``, then tell what is left to stop."""
        if await self.idle(seconds):
            return
        logger.warning("%d pieces of background work did not end in time", len(self._tasks))
        for task in self._tasks:
            task.cancel()
        await self.idle(UNWINDING)

    def _keep(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._drop)

    def _drop(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("background work failed", exc_info=error)
