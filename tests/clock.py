"""A clock that stands still until it is moved."""

from datetime import UTC, datetime, timedelta


class Clock:
    def __init__(self, time=datetime(2026, 1, 5, 9, tzinfo=UTC)):
        self.time = time

    def __call__(self):
        return self.time

    def forward(self, **delta):
        self.time += timedelta(**delta)
