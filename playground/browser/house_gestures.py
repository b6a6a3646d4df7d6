"""What a visitor does to the house as a whole: trouble, time, starting over, the tour."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground.gestures.dispatching import Reaction
from playground.house import House
from playground.wire import Json

WRONG = Reaction("invalid_arguments")


@dataclass(frozen=True, slots=True)
class HouseGestures:
    """Gestures that are nobody's in particular, by the word the page has for them."""

    house: House

    def known(self) -> dict[str, Callable[[Json], Awaitable[Reaction]]]:
        """Return what can be done."""
        return {
            "clock": self._clock,
            "fault": self._fault,
            "unfault": self._unfault,
            "faults_clear": self._well,
            "pace": self._pace,
            "connections": self._connections,
            "restart": self._restart,
            "tour_prepare": self._prepare,
        }

    async def _clock(self, given: Json) -> Reaction:
        skipping = self.house.skipping
        if skipping is None:
            return Reaction("clock_is_fixed")
        async with self.house.arranging:  # pages see where it ends, not each step on the way
            return await skipping.skip(self.house, given)

    async def _fault(self, given: Json) -> Reaction:
        counts = int(given.get("times", 1)), int(given.get("skip", 0))
        try:
            self.house.faults.add(str(given["method"]), str(given["fault"]), *counts)
        except ValueError:
            return WRONG
        return self._changed()

    async def _unfault(self, given: Json) -> Reaction:
        self.house.faults.remove(int(given["id"]))
        return self._changed()

    async def _well(self, _given: Json) -> Reaction:
        self.house.faults.clear()
        return self._changed()

    async def _pace(self, given: Json) -> Reaction:
        for slack in self.house.workspaces:
            slack.pace.on = bool(given["on"])
        return self._changed()

    async def _connections(self, given: Json) -> Reaction:
        sockets = self.house.sockets
        doing = {"refresh": sockets.refresh, "drop": sockets.drop}.get(str(given["what"]))
        if doing is None:
            return WRONG
        await doing()
        return self._changed()

    async def _restart(self, given: Json) -> Reaction:
        language = str(given.get("language", self.house.language))
        if self.house.restart is None or language not in {"en", "zh-CN"}:
            return WRONG
        await self.house.restart(language)
        return self._changed()

    async def _prepare(self, given: Json) -> Reaction:
        if self.house.tour is None:
            return WRONG
        try:
            await self.house.tour.prepare(str(given["step"]))
        except LookupError:
            return WRONG
        return self._changed()

    def _changed(self) -> Reaction:
        self.house.changes.tell()
        return Reaction()
