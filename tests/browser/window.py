"""What a test of the page holds: a window and its complaints, and the desk behind it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, Request

from playground.play.clock import PlayClock
from playground.slack import Playground
from tests.browser.little_app import LittleApp

Look = Callable[..., Awaitable[Page]]


class Hand(Protocol):
    """A person who acts without the page."""

    async def say(self, text: str, channel: str | None = None) -> Any: ...


@dataclass
class Desk:
    """A playground with a little app behind it and Dana beside it."""

    app: LittleApp
    url: str
    dana: Hand
    clock: PlayClock
    slack: Playground


@dataclass
class Complaints:
    """What a browser would show a developer in red, and every request that left this machine."""

    heard: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()  # words of those that a test provokes on purpose

    @property
    def unexpected(self) -> list[str]:
        return [said for said in self.heard if not any(word in said for word in self.expected)]

    def listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("console", self._said)
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.heard.append(message.text)

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws"} and address.hostname != "127.0.0.1":
            self.heard.append(f"asked for {request.url}")
