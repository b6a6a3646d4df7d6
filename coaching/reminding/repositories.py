"""What reminding needs from a database: what people prefer, and what was said to them so far."""

from datetime import datetime
from typing import Protocol

from coaching.loop import Interview
from coaching.reminding.nudging import Reminders
from coaching.reminding.preferences import Preferences


class KeptPreferences(Protocol):
    """What people chose."""

    async def of(self, person: str) -> Preferences:
        """Return a person's, or what holds for those who never chose."""

    async def save(self, person: str, preferences: Preferences, now: datetime) -> None:
        """Keep them in place of the earlier ones."""


class Nudges(Protocol):
    """The reminders of each interview. ``due_at`` None: there is nothing left to say."""

    async def plan(self, interview: str, kit_at: datetime | None, due_at: datetime) -> None:
        """Keep when the kit comes again and when to look first; what was sent stays known."""

    async def of(self, interview: Interview) -> Reminders | None:
        """Return its reminders, held until the transaction ends."""

    async def leased(self, interview: Interview, until: datetime) -> Reminders | None:
        """Return them in the same way, or None when they are not leased until then any more."""

    async def note(self, interview: str, reminders: Reminders, due_at: datetime | None) -> None:
        """Keep them as they are now, and when to look next."""

    async def recheck(self, person: str, now: datetime) -> None:
        """Look at once at all that a person is to be reminded of: what they want has changed."""

    async def drop(self, interview: str) -> None:
        """Remind nobody of it any more."""
