"""What coaching needs from the outside world, besides a database."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from coaching.person import Person, Profile
from coaching.places import Channel
from coaching.post import Found, Outcome, Post

Clock = Callable[[], datetime]
Wake = Callable[[], None]  # asks the sender to look at the outbox now, not at the next tick


class Courier(Protocol):
    """Carries messages to Slack."""

    async def post(self, team: str, post: Post) -> Outcome:
        """Post it and say how it ended; never raises for what Slack or the network did."""

    async def find(self, team: str, post: Post, since: datetime) -> Found:
        """Look whether Slack has had it since ``since``.

        Unknown when that cannot be seen now, Parked when not before somebody mends the place.

        ``Sent.pages`` must be right here too: the message carries it in its metadata.
        """

    async def heal(self, team: str, post: Post, ts: str) -> bool:
        """Delete every copy of a message but the oldest; return False when that must wait."""


class Directory(Protocol):
    """What Slack knows of people and channels; SlackSilentError when it does not answer."""

    async def person(self, person: Person) -> Profile | None:
        """Return a person, or None when there is nobody by that id."""

    async def channel(self, team: str, channel: str) -> Channel | None:
        """Return a channel, or None when there is none that the app can see."""

    async def members(self, team: str, channel: str) -> frozenset[str]:
        """Return everybody in a channel."""
