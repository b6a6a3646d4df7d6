"""What the page's drawer is sent: the traffic as it happens, and the trouble that is ordered."""

import asyncio
from itertools import islice

from starlette.websockets import WebSocket

from playground.api.methods import METHODS
from playground.house import House
from playground.wire import Json
from playground.world.faults import KINDS
from playground.world.journal import Entry

SHOWN = 300  # entries from before the drawer was opened
TOGETHER = 0.05  # seconds: what happens together is sent together


class Traffic:
    """One open drawer."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._news: asyncio.Queue[Entry | None] = asyncio.Queue()
        self._trouble: Json = {}
        self._last = 0

    async def push(self, socket: WebSocket) -> None:
        """Send what there is, and then what comes, until the drawer is closed."""
        journal = self._house.journal
        journal.interested.append(self._news.put_nowait)
        watching = asyncio.ensure_future(self._watch())
        try:
            entries = list(islice(reversed(journal.entries), SHOWN))[::-1]
            await self._send(socket, entries)
            while True:
                await self._send(socket, await self._some())
        finally:
            journal.interested.remove(self._news.put_nowait)
            watching.cancel()

    async def _watch(self) -> None:
        """Look for ordered trouble whenever anything changes."""
        count = 0
        while True:
            count = await self._house.changes.after(count)
            self._news.put_nowait(None)

    async def _some(self) -> list[Entry]:
        some = [await self._news.get()]
        await asyncio.sleep(TOGETHER)
        while not self._news.empty():
            some.append(self._news.get_nowait())
        return list({entry.number: entry for entry in some if entry}.values())

    async def _send(self, socket: WebSocket, entries: list[Entry]) -> None:
        new = [entry.wire() for entry in entries if entry.number > self._last]
        old = [entry.wire() for entry in entries if entry.number <= self._last]
        self._last = max([self._last, *(entry["number"] for entry in new)])
        frame: Json = {}
        if new:
            frame["entries"] = new
        if old:
            frame["changed"] = old
        if (now := trouble(self._house)) != self._trouble:
            self._trouble = frame["trouble"] = now
        if frame:
            await socket.send_json(frame)


def trouble(house: House) -> Json:
    """Return what shall go wrong, and what could."""
    kinds = [{"kind": kind, "value": value or None} for kind, value in KINDS.items()]
    return {
        "faults": [fault.wire() for fault in house.faults],
        "pace": house.pace.on,
        "connections": len(house.sockets.open),
        "methods": sorted(METHODS),
        "kinds": kinds,
    }
