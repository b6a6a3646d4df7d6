"""What a message the bot sends by itself is made of, ready for Slack."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from coaching.post import Post


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file. ``title`` is what Slack shows, ``name`` what it is called once it is saved.

    ``alt`` says a picture in words, in at most 2,000 UTF-16 units.
    """

    name: str
    title: str
    content: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message. ``text`` is what notifications show: it names no candidate.

    ``pages`` is how many messages the whole needs. ``hiring``: it holds candidate data, so the
    place is looked at once more; ``hidden_from`` must not be there. A message with an
    ``attachment`` is an extra: it is left out where the app may not bring files.
    """

    text: str
    blocks: list[dict[str, Any]]
    pages: int = 1
    hiring: bool = False
    hidden_from: str | None = None
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A message that is right, but not now: it is quiet where its reader is."""

    after: timedelta


@dataclass(frozen=True, slots=True)
class Pin:
    """No message: the one at ``ts`` is pinned, and those ``earlier`` ones no longer are."""

    ts: str
    earlier: Sequence[str] = ()


Renderer = Callable[[str, Post], Awaitable[Rendered | Postponed | Pin | None]]
