"""Word that something changed, for whoever waits."""

import asyncio
from collections.abc import Callable


class Changes:
    """Counts changes and wakes those who wait for the next one."""

    def __init__(self) -> None:
        self.count = 0
        self._event = asyncio.Event()

    def tell(self) -> None:
        """Say that something changed."""
        self.count += 1
        self._event.set()
        self._event = asyncio.Event()

    async def after(self, count: int) -> int:
        """Wait until there were more than ``count`` changes; return how many."""
        while self.count <= count:
            await self._event.wait()
        return self.count

    async def until(self, condition: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something is so; TimeoutError when it does not come to be."""
        async with asyncio.timeout(seconds):
            while not condition():
                await self.after(self.count)
