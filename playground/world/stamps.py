"""Timestamps that name messages: the clock's time, but never twice and never backwards."""

from playground.wire import Clock

STEP = 100  # microseconds between two stamps while the clock stands still


class Stamps:
    """Hands out ``"1767600000.000100"`` and what follows."""

    def __init__(self, now: Clock) -> None:
        self._now = now
        self._last = 0

    def next(self) -> str:
        """Return a stamp later than every one before."""
        microseconds = round(self._now().timestamp() * 1_000_000)
        self._last = max(microseconds, self._last) + STEP
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06}"
