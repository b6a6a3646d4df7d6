"""What a person sees, for tests to look at."""

from dataclasses import dataclass

from playground import reading
from playground.elements import find
from playground.wire import Json
from playground.world import values
from playground.world.messages import Message
from playground.world.views import View


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command was answered with."""

    text: str
    blocks: list[Json]

    @property
    def said(self) -> str:
        """All readable text."""
        return reading.said(self.blocks) or self.text


@dataclass(frozen=True, slots=True)
class Said:
    """A message, as somebody sees it."""

    message: Message

    @property
    def text(self) -> str:
        """What a notification would show."""
        return self.message.text

    @property
    def blocks(self) -> list[Json]:
        """What is shown instead, where there are blocks."""
        return self.message.blocks

    @property
    def said(self) -> str:
        """All readable text."""
        return reading.said(self.blocks) or self.text

    @property
    def ts(self) -> str:
        """What the message is called by."""
        return self.message.ts

    @property
    def thread_ts(self) -> str | None:
        """The message it hangs below."""
        return self.message.thread_ts

    @property
    def user(self) -> str:
        """Who said it."""
        return self.message.user

    @property
    def bot(self) -> bool:
        """Whether the bot said it."""
        return self.message.bot

    @property
    def ephemeral(self) -> bool:
        """Whether nobody else sees it."""
        return self.message.only_for is not None


@dataclass(frozen=True, slots=True)
class Sight:
    """A view, as somebody sees it now."""

    view: View

    @property
    def title(self) -> str:
        """The modal's title."""
        return str((self.view.given.get("title") or {}).get("text", ""))

    @property
    def callback_id(self) -> str:
        """The app's name for this kind of view."""
        return str(self.view.given.get("callback_id") or "")

    @property
    def blocks(self) -> list[Json]:
        """Its blocks, all of them named."""
        return self.view.blocks

    @property
    def said(self) -> str:
        """All readable text."""
        return reading.said(self.blocks)

    @property
    def errors(self) -> dict[str, str]:
        """What is written beside its inputs in red."""
        return self.view.errors

    @property
    def values(self) -> Json:
        """What its inputs hold, as Slack writes it: by block id and action id."""
        return self.view.values

    def offered(self, block_id: str) -> list[str]:
        """Return the values that can be picked in a block."""
        return [each["value"] for each in values.options(find(self.blocks, block_id) or {})]
