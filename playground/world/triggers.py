"""Trigger ids: a gesture may open one view, within three seconds."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from playground.wire import refuse

SECONDS = 3.0


@dataclass(slots=True)
class Trigger:
    """Whose gesture it was, when, and the view it happened in."""

    person: str
    at: float
    view: str | None
    used: bool = False


class Triggers:
    """Hands out trigger ids and takes each once. Time is real, whatever the playground's clock."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.monotonic = monotonic
        self._issued: dict[str, Trigger] = {}

    def issue(self, person: str, view: str | None = None) -> str:
        """Return a new trigger id."""
        name = f"{len(self._issued) + 1}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._issued[name] = Trigger(person, self.monotonic(), view)
        return name

    def take(self, name: str) -> Trigger:
        """Use a trigger id up."""
        trigger = self._issued.get(name)
        if trigger is None:
            refuse("invalid_trigger_id")
        if trigger.used:
            refuse("exchanged_trigger_id")
        if self.monotonic() - trigger.at > SECONDS:
            refuse("expired_trigger_id")
        trigger.used = True
        return trigger
