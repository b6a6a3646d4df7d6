"""Whether the bot is alive: not what it believes of itself, but when it last did something."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

MISSED = 4  # ticks that may be late in a row
GRACE = 30.0  # seconds beside them, for a slow round
DEAF = 120.0  # seconds without a sign of life on the socket, rebuilt twice in that time


@dataclass(slots=True)
class Health:
    """Ages in seconds. ``socket_age`` is asked of Socket Mode; None without it."""

    tick_seconds: float
    monotonic: Callable[[], float] = time.monotonic
    socket_age: Callable[[], float | None] = lambda: None
    _ticked: float = field(init=False)

    def __post_init__(self) -> None:
        self._ticked = self.monotonic()  # the first tick has not been missed yet

    def ticked(self) -> None:
        """Note that a round of the clock came to its end."""
        self._ticked = self.monotonic()

    @property
    def tick_age(self) -> float:
        """Seconds since the last round ended, or since the start."""
        return self.monotonic() - self._ticked

    @property
    def alive(self) -> bool:
        """Whether a restart would not help: rounds end, and the socket is not deaf."""
        in_time = self.tick_age <= MISSED * self.tick_seconds + GRACE
        return in_time and (self.socket_age() or 0.0) <= DEAF
