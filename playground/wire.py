"""What goes over the wire, as both sides write it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

Json = dict[str, Any]
Clock = Callable[[], datetime]

# What Slack tells a person whose gesture came to nothing.
NOT_DELIVERED = "dispatch_failed"
TIMEOUT = "operation_timeout"


@dataclass(frozen=True, slots=True)
class Ack:
    """An app's answer to a payload: an HTTP status, and a body that is JSON, text or nothing."""

    status: int = 200
    body: Json | str = ""


Deliver = Callable[[Json], Awaitable[Ack]]


class NotDeliveredError(Exception):
    """No app took the payload; ``reason`` is the word Slack uses for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusedError(Exception):
    """The Web API says no: Slack's error name, its explanations, and further keys of the answer."""

    def __init__(self, error: str, messages: tuple[str, ...], more: dict[str, str]) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = messages
        self.more = more


def refuse(error: str, *messages: str, **more: str) -> NoReturn:
    """Refuse a call of the Web API."""
    raise RefusedError(error, messages, more)
