"""Answer in time, whatever the database does."""

import asyncio
from collections.abc import Coroutine
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coaching.errors import BusyError

T = TypeVar("T")

REQUEST = 2.2  # seconds from the arrival of a request to its answer: Slack gives three

_ends: ContextVar[float | None] = ContextVar("the moment this request must be answered")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Gives work ``seconds``, or what the request has left when that is less, then lets it go."""

    seconds: float = REQUEST
    _abandoned: set[asyncio.Task[Any]] = field(default_factory=set)

    def start(self) -> None:
        """Begin to count for this request; the tasks it starts inherit the moment."""
        _ends.set(asyncio.get_running_loop().time() + self.seconds)

    async def within(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what ``work`` returns, or raise BusyError.

        Late work is cancelled but not awaited: ``asyncio.timeout`` would wait for its rollback,
        which a frozen database holds up for seconds.
        """
        task = asyncio.ensure_future(work)
        await asyncio.wait({task}, timeout=self._left())
        if not task.done():
            self._abandon(task)
            raise BusyError
        return await task

    async def settled(self) -> None:
        """Wait for what was let go, before the engine is disposed of and the loop closed."""
        while self._abandoned:
            await asyncio.wait(self._abandoned)

    def _left(self) -> float:
        ends = _ends.get(None)
        if ends is None:
            return self.seconds
        return max(0.0, min(self.seconds, ends - asyncio.get_running_loop().time()))

    def _abandon(self, task: asyncio.Task[Any]) -> None:
        self._abandoned.add(task)
        task.add_done_callback(self._forget)
        task.cancel()

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._abandoned.discard(task)
        if not task.cancelled():
            task.exception()  # taken note of: the person was told
