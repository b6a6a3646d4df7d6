"""Response addresses: five answers within thirty minutes of a gesture."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from playground.wire import Clock, refuse
from playground.world.messages import Message

USES = 5
LIFE = timedelta(minutes=30)


@dataclass(slots=True)
class Ticket:
    """Where an answer goes: to whom, where, and below or instead of which message."""

    person: str
    channel: str
    message: Message | None
    since: datetime
    uses: int = 0


class Responses:
    """Hands out the last part of a response_url and counts its uses."""

    def __init__(self, now: Clock) -> None:
        self._now = now
        self._issued: dict[str, Ticket] = {}

    def issue(self, person: str, channel: str, message: Message | None = None) -> str:
        """Return a new ticket."""
        name = secrets.token_urlsafe(18)
        self._issued[name] = Ticket(person, channel, message, self._now())
        return name

    def knows(self, name: str) -> bool:
        """Tell whether a ticket was issued here."""
        return name in self._issued

    def take(self, name: str) -> Ticket:
        """Use a ticket once."""
        ticket = self._issued.get(name)
        if ticket is None:
            refuse("invalid_url")
        if self._now() - ticket.since > LIFE:
            refuse("expired_url")
        if ticket.uses == USES:
            refuse("used_url")
        ticket.uses += 1
        return ticket
