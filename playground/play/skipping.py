"""Moving the playground's clock, and letting the app notice."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground.gestures.dispatching import Reaction
from playground.play.clock import PlayClock
from playground.wire import Json
from playground.world.workspace import Workspace

STEP = 30 * 60.0
STEPS = 14 * 48  # two weeks
LONGEST = 366 * 86_400.0


@dataclass(frozen=True, slots=True)
class Skipping:
    """A clock that visitors may move; ``tick`` is one round of the app's own clock."""

    clock: PlayClock
    tick: Callable[[], Awaitable[object]]

    async def skip(self, slack: Workspace, gesture: Json) -> Reaction:
        """Move on by some seconds, or until the app says something to whoever moves the clock."""
        if gesture.get("to") == "due":
            return await self._until_due(slack, str(gesture.get("as", "")))
        try:
            seconds = float(gesture.get("seconds", 0))
        except (TypeError, ValueError):
            return Reaction("invalid_arguments")
        if not 0 < seconds <= LONGEST:
            return Reaction("invalid_arguments")
        await self._step(slack, seconds)
        return Reaction()

    async def _until_due(self, slack: Workspace, person: str) -> Reaction:
        """Look half an hour further each time: only the app knows what is due when.

        What others are told meanwhile is theirs: a reminder of Alice's is no news to Dana.
        """
        before = _spoken(slack, person)
        for _ in range(STEPS):
            await self._step(slack, STEP)
            if _spoken(slack, person) > before:
                return Reaction()
        return Reaction("nothing_due")

    async def _step(self, slack: Workspace, seconds: float) -> None:
        self.clock.advance(seconds)
        await self.tick()
        slack.changes.tell()


def _spoken(slack: Workspace, person: str) -> int:
    """Count what the app has said where somebody sees it."""
    said = (message for message in slack.messages if message.bot)
    return sum(slack.sees(person, message.channel) for message in said)
