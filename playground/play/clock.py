"""A clock that a visitor of the page may move forward."""

from datetime import UTC, datetime, timedelta


class PlayClock:
    """The wall clock, plus whatever was skipped."""

    def __init__(self) -> None:
        self.skipped = timedelta()

    def __call__(self) -> datetime:
        """Return the time it is in the playground."""
        return datetime.now(UTC) + self.skipped

    def advance(self, seconds: float) -> None:
        """Skip some time; time never goes back."""
        self.skipped += timedelta(seconds=max(0.0, seconds))

    def start(self, ago: timedelta) -> None:
        """Set the clock so much before the wall clock: for a story that is told from its start."""
        self.skipped = -ago
