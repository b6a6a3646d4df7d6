"""What was said, and how it is read back."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from playground.wire import Json
from playground.world.files import File
from playground.world.team import APP, BOT_NAME, Team

END = "9999999999.999999"


class Version(NamedTuple):
    """What a message said until it was changed or deleted: by whom, and when."""

    text: str
    blocks: list[Json]
    by: str
    at: str


class Pin(NamedTuple):
    """Who pinned a message, and when."""

    by: str
    at: int

    def wire(self, channel: str) -> Json:
        """Return what a pinned message carries."""
        info = {"channel": channel, "pinned_by": self.by, "pinned_ts": self.at}
        return {"pinned_to": [channel], "pinned_info": info}


@dataclass(slots=True)
class Message:
    """One message; ``only_for`` makes it ephemeral, ``look`` lets it appear under another name."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    bot: bool = False
    thread_ts: str | None = None
    metadata: Json | None = None
    only_for: str | None = None
    edited: str | None = None
    unique: str | None = None
    attachments: list[Json] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    look: Json = field(default_factory=dict)
    broadcast: bool = False
    pin: Pin | None = None
    versions: list[Version] = field(default_factory=list)

    def keep(self, by: str, at: str) -> None:
        """Remember what it says now, before somebody changes or deletes it."""
        self.versions.append(Version(self.text, self.blocks, by, at))

    @property
    def reply(self) -> bool:
        """Whether it hangs below another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def wire(self, team: Team, *, metadata: bool = False) -> Json:
        """Return the message as the Web API gives it; metadata only to those who ask."""
        message: Json = {"type": "message", "user": self.user, "text": self.text, "ts": self.ts}
        message["team"] = team.id
        if self.unique:
            message["client_msg_id"] = self.unique
        if self.bot:
            message |= self._signed(team)
        for key in ("blocks", "attachments", "thread_ts"):
            if value := getattr(self, key):
                message[key] = value
        if self.files:
            message |= {"files": [file.wire() for file in self.files], "upload": not self.bot}
        if self.broadcast:
            message["subtype"] = "thread_broadcast"
        if self.edited:
            message["edited"] = {"user": self.user, "ts": self.edited}
        if metadata and self.metadata:
            message["metadata"] = self.metadata
        return message | (self.pin.wire(self.channel) if self.pin else {})

    def _signed(self, team: Team) -> Json:
        """Return who the bot is, or who it appears as."""
        profile = {"id": team.bot_id, "app_id": APP, "name": BOT_NAME, "team_id": team.id}
        signed: Json = {"bot_id": team.bot_id, "app_id": APP, "bot_profile": profile}
        return signed | ({"subtype": "bot_message", **self.look} if self.look else {})


class Span(NamedTuple):
    """Which part of a history is asked for."""

    oldest: str = "0"
    latest: str = END
    inclusive: bool = False

    def holds(self, ts: str) -> bool:
        """Tell whether a message lies within."""
        low, high, at = float(self.oldest), float(self.latest), float(ts)
        return low <= at <= high if self.inclusive else low < at < high


class Messages:
    """Messages by channel, oldest first; what was deleted is remembered apart."""

    def __init__(self) -> None:
        self.deleted: list[Message] = []
        self._said: defaultdict[str, dict[str, Message]] = defaultdict(dict)

    def __iter__(self) -> Iterator[Message]:
        return (message for said in self._said.values() for message in said.values())

    def ever(self) -> Iterator[Message]:
        """Yield every message there ever was; each knows what it said before."""
        yield from self
        yield from self.deleted

    def add(self, message: Message) -> Message:
        """Keep a message."""
        self._said[message.channel][message.ts] = message
        return message

    def remove(self, message: Message, by: str, at: str) -> None:
        """Show a message to nobody any more; its last version says who deleted it."""
        message.keep(by, at)
        self.deleted.append(self._said[message.channel].pop(message.ts))

    def find(self, channel: str, ts: str) -> Message | None:
        """Return a message, ephemeral ones included."""
        return self._said[channel].get(ts)

    def seen_by(self, person: str, channel: str) -> list[Message]:
        """Return what somebody sees in a place they are in."""
        return [m for m in self._said[channel].values() if m.only_for in {None, person}]

    def pinned(self, channel: str) -> list[Message]:
        """Return what is pinned in a place, the latest pin first."""
        found = [(m.pin.at, m) for m in self._said[channel].values() if m.pin]
        return [m for _, m in sorted(found, key=lambda each: each[0], reverse=True)]

    def history(self, channel: str, span: Span) -> list[Message]:
        """Return what everybody sees there outside threads, newest first."""
        return self._within(channel, span, lambda m: not m.reply or m.broadcast)[::-1]

    def thread(self, channel: str, ts: str, span: Span) -> list[Message]:
        """Return a message and, of what hangs below it, what lies within the span."""
        replies = self._within(channel, span, lambda m: m.reply and m.thread_ts == ts)
        root = self.find(channel, ts)
        return [root, *replies] if root else replies

    def threads(self, channel: str) -> dict[str, list[Message]]:
        """Return the replies of a place, those that everybody sees, by the message above them."""
        found: dict[str, list[Message]] = {}
        for message in self._said[channel].values():
            if message.thread_ts and message.reply and message.only_for is None:
                found.setdefault(message.thread_ts, []).append(message)
        return found

    def summary(self, message: Message) -> Json:
        """Return what a message says about the thread below it."""
        replies = self.thread(message.channel, message.ts, Span())[1:]
        if message.reply or not replies:
            return {}
        people = list(dict.fromkeys(reply.user for reply in replies))
        last = {"reply_count": len(replies), "latest_reply": replies[-1].ts}
        count = {"reply_users_count": len(people), "subscribed": False, "is_locked": False}
        return {"thread_ts": message.ts, "reply_users": people, **last, **count}

    def _within(self, channel: str, span: Span, wanted: Callable[[Message], bool]) -> list[Message]:
        public = (m for m in self._said[channel].values() if m.only_for is None)
        return [m for m in public if span.holds(m.ts) and wanted(m)]
