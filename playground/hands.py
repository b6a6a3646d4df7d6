"""Hands for tests: what a person does and sees, without a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playground import elements, values
from playground.gestures import acting, closing, commanding, saying, submitting, visiting
from playground.gestures.acting import Touch
from playground.gestures.dispatching import Reaction
from playground.messages import Message
from playground.sights import Reply, Said, Sight
from playground.views import View
from playground.wire import Json
from playground.workspace import Workspace

Surface = View | Message


class GestureError(AssertionError):
    """Slack told the person that it did not work; the text is its word for why."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One person at their Slack."""

    slack: Workspace
    person: str

    async def command(self, line: str, channel: str = "C0GENERAL") -> Reply | None:
        """Run ``/command and text``; return what the person was told in answer, if anything."""
        name, _, text = line.partition(" ")
        before = self._told(channel)
        reaction = _well(await commanding.command(self.slack, self.person, channel, name, text))
        new = [m for m in self._told(channel) if m not in before]
        message = reaction.message or (new[-1] if new else None)
        return Reply(message.text, message.blocks) if message else None

    async def say(self, text: str, channel: str | None = None, thread: str | None = None) -> str:
        """Say something, to the bot when no channel is given; return the message's ts."""
        channel = channel or self.direct
        reaction = _well(await saying.say(self.slack, self.person, channel, text, thread))
        return reaction.message.ts if reaction.message else ""

    async def type(self, block_id: str, text: str, *, enter: bool = False) -> None:
        """Type into an input of the modal; the app hears of it where it asked to."""
        view = self._top()
        _, element = _input([view], block_id)
        content = values.content(element, text)
        values.put(view.blocks, view.values, (block_id, element["action_id"]), content)
        asked = element.get("dispatch_action_config", {}).get("trigger_actions_on")
        now = "on_enter_pressed" if enter else "on_character_entered"
        block = next(b for b in view.blocks if b["block_id"] == block_id)
        if block.get("dispatch_action") and now in (asked or ["on_enter_pressed"]):
            await self._use(view, Touch(block_id, element["action_id"], content))
        self.slack.changes.tell()

    async def pick(self, block_id: str, value: Any) -> None:
        """Choose an option by its value (a list for several), a person, a place or a time.

        The block may be in the modal, in the newest message that has it, or on Home.
        """
        where, element = _input(self._surfaces(), block_id)
        content = (
            {"selected_option": values.option(element, value)}
            if element["type"] == "overflow"
            else values.content(element, value)
        )
        await self._use(where, Touch(block_id, element["action_id"], content))

    async def click(
        self, action_id: str, value: str | None = None, message: Said | None = None
    ) -> None:
        """Press a button of the modal or else of the newest message that has it, or of Home."""
        for where in [message.message] if message else self._surfaces():
            for block, element in elements.interactive(where.blocks):
                wanted = value is None or element.get("value") == value
                if element["action_id"] == action_id and wanted:
                    await self._use(where, Touch(block["block_id"], action_id, {}))
                    return
        raise LookupError(action_id if value is None else f"{action_id} with {value}")

    async def submit(self) -> dict[str, str]:
        """Submit the modal; return the errors beside its inputs, none when it was taken."""
        reaction = await submitting.submit(self.slack, self.person, self._top())
        return reaction.errors or _well(reaction).errors

    async def close(self) -> None:
        """Close the modal without submitting it."""
        _well(await closing.close(self.slack, self.person, self._top()))

    async def open_home(self) -> Sight | None:
        """Open the app's Home, and look at it."""
        _well(await visiting.open_home(self.slack, self.person))
        return self.home

    @property
    def direct(self) -> str:
        """The person's direct message with the bot."""
        return self.slack.places.direct(self.person).id

    @property
    def modal(self) -> Sight | None:
        """The modal on top, or None."""
        view = self.slack.views.top(self.person)
        return Sight(view) if view else None

    @property
    def home(self) -> Sight | None:
        """The app's Home, or None while it was never published."""
        view = self.slack.views.homes.get(self.person)
        return Sight(view) if view else None

    @property
    def failed(self) -> str | None:
        """What Slack says about the last gesture when the app did not answer it well."""
        return self.slack.failures.get(self.person)

    def messages(self, channel: str | None = None) -> list[Said]:
        """Return what the person sees in a place, oldest first."""
        channel = channel or self.direct
        if not self.slack.sees(self.person, channel):
            return []
        return [Said(each) for each in self.slack.messages.seen_by(self.person, channel)]

    def _told(self, channel: str) -> list[Message]:
        return [m.message for m in self.messages(channel) if m.ephemeral]

    def _top(self) -> View:
        view = self.slack.views.top(self.person)
        if view is None:
            message = f"no modal is open for {self.person}"
            raise LookupError(message)
        return view

    def _surfaces(self) -> list[Surface]:
        """Return all that could have a button, what lies on top first."""
        said = [m.message for place in self.slack.places for m in self.messages(place.id)]
        views = [self.slack.views.top(self.person), self.slack.views.homes.get(self.person)]
        newest = sorted(said, key=lambda m: float(m.ts), reverse=True)
        return [*filter(None, views[:1]), *newest, *filter(None, views[1:])]

    async def _use(self, where: Surface, touch: Touch) -> None:
        if isinstance(where, View):
            _well(await acting.act_in_view(self.slack, self.person, where, touch))
        else:
            _well(await acting.act_in_message(self.slack, self.person, where, touch))


def _well(reaction: Reaction) -> Reaction:
    if reaction.error:
        raise GestureError(reaction.error)
    return reaction


def _input(surfaces: Sequence[Surface], block_id: str) -> tuple[Surface, Json]:
    """Find an element by its block, on the first surface that has it."""
    for surface in surfaces:
        if element := elements.find(surface.blocks, block_id):
            return surface, element
    message = f"{block_id} is not among {[each['block_id'] for each in surfaces[0].blocks]}"
    raise LookupError(message)
