"""What was said, and how it is read back."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from playground.team import APP, BOT_NAME, Team
from playground.wire import Json

END = "9999999999.999999"


@dataclass(slots=True)
class Message:
    """One message; ``only_for`` makes it ephemeral."""

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
            profile = {"id": team.bot_id, "app_id": APP, "name": BOT_NAME, "team_id": team.id}
            message |= {"bot_id": team.bot_id, "app_id": APP, "bot_profile": profile}
        if self.blocks:
            message["blocks"] = self.blocks
        if self.thread_ts:
            message["thread_ts"] = self.thread_ts
        if self.edited:
            message["edited"] = {"user": self.user, "ts": self.edited}
        if metadata and self.metadata:
            message["metadata"] = self.metadata
        return message


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
    """Messages by channel, oldest first."""

    def __init__(self) -> None:
        self._said: defaultdict[str, list[Message]] = defaultdict(list)

    def __iter__(self) -> Iterator[Message]:
        return (message for said in self._said.values() for message in said)

    def add(self, message: Message) -> Message:
        """Keep a message."""
        self._said[message.channel].append(message)
        return message

    def remove(self, message: Message) -> None:
        """Forget a message."""
        self._said[message.channel].remove(message)

    def find(self, channel: str, ts: str) -> Message | None:
        """Return a message, ephemeral ones included."""
        return next((m for m in self._said[channel] if m.ts == ts), None)

    def seen_by(self, person: str, channel: str) -> list[Message]:
        """Return what somebody sees in a place they are in."""
        return [m for m in self._said[channel] if m.only_for in {None, person}]

    def history(self, channel: str, span: Span) -> list[Message]:
        """Return what everybody sees there outside threads, newest first."""
        return self._within(channel, span, lambda message: not message.reply)[::-1]

    def thread(self, channel: str, ts: str, span: Span) -> list[Message]:
        """Return a message and, of what hangs below it, what lies within the span."""
        replies = self._within(channel, span, lambda m: m.reply and m.thread_ts == ts)
        root = self.find(channel, ts)
        return [root, *replies] if root else replies

    def threads(self, channel: str) -> dict[str, list[Message]]:
        """Return the replies of a place, those that everybody sees, by the message above them."""
        found: dict[str, list[Message]] = {}
        for message in self._said[channel]:
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
        return {"thread_ts": message.ts, "reply_users": people, **last}

    def _within(self, channel: str, span: Span, wanted: Callable[[Message], bool]) -> list[Message]:
        public = (m for m in self._said[channel] if m.only_for is None)
        return [m for m in public if span.holds(m.ts) and wanted(m)]
