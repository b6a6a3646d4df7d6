"""Hands for tests: what a person does and sees, without a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playground import elements
from playground.eyes import Eyes, Surface, with_block
from playground.gestures import (
    acting,
    closing,
    commanding,
    editing,
    saying,
    shortcutting,
    submitting,
    suggesting,
    visiting,
)
from playground.gestures.acting import Touch
from playground.gestures.dispatching import Reaction
from playground.gestures.suggesting import Search
from playground.sights import Reply, Said, Sight
from playground.wire import Json
from playground.world import values
from playground.world.choices import Choices
from playground.world.views import View


class GestureError(AssertionError):
    """Slack told the person that it did not work; the text is its word for why."""


@dataclass(frozen=True, slots=True)
class Hand(Eyes):
    """One person at their Slack, with hands."""

    async def command(self, line: str, channel: str = "C0GENERAL") -> Reply | None:
        """Run ``/command and text``; return what the person was told in answer, if anything."""
        name, _, text = line.partition(" ")
        before = self.told(channel)
        reaction = _well(await commanding.command(self.slack, self.person, channel, name, text))
        new = [m for m in self.told(channel) if m not in before]
        message = reaction.message or (new[-1] if new else None)
        return Reply(message.text, message.blocks) if message else None

    async def shortcut(self, callback_id: str, message: Said | None = None) -> None:
        """Run a shortcut: of a message, or from anywhere."""
        about = message.message if message else None
        _well(await shortcutting.run(self.slack, self.person, callback_id, about))

    async def say(
        self,
        text: str,
        channel: str | None = None,
        thread: str | None = None,
        files: Sequence[str] = (),
    ) -> str:
        """Say something, to the bot when no channel is given; return the message's ts."""
        channel = channel or self.direct
        reaction = _well(await saying.say(self.slack, self.person, channel, text, thread, files))
        return reaction.message.ts if reaction.message else ""

    async def edit(self, ts: str, text: str, channel: str | None = None) -> None:
        """Let a message say something else."""
        message = self.message(ts, channel)
        _well(await editing.edit(self.slack, self.person, message, text))

    async def delete(self, ts: str, channel: str | None = None) -> None:
        """Take a message away."""
        _well(await editing.delete(self.slack, self.person, self.message(ts, channel)))

    async def dismiss(self, ts: str, channel: str | None = None) -> None:
        """Put away a message that nobody else sees."""
        _well(await editing.dismiss(self.slack, self.person, self.message(ts, channel)))

    def upload(self, name: str, data: bytes) -> str:
        """Bring a file of one's own, to be said or put into a form; return its id."""
        return self.slack.files.brought(name, data, self.person, self.slack.address).id

    async def type(self, block_id: str, text: str, *, enter: bool = False) -> None:
        """Type into an input of the modal; the app hears of it where it asked to."""
        view = self.top()
        _, element = with_block([view], block_id)
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
        where, element = with_block(self.surfaces(), block_id)
        content = self._chosen(where, element, block_id, value)
        await self._use(where, Touch(block_id, element["action_id"], content))

    async def search(self, block_id: str, text: str) -> list[str]:
        """Type into a select that asks the app; return the values that it offers."""
        where, element = with_block(self.surfaces(), block_id)
        choices = Choices(self.slack, self.person, where)
        search = Search(block_id, element["action_id"], text)
        reaction = _well(await suggesting.suggest(choices, search, self._held(where)))
        return [option["value"] for option in values.options(reaction.more)]

    async def click(
        self, action_id: str, value: str | None = None, message: Said | None = None
    ) -> None:
        """Press a button of the modal or else of the newest message that has it, or of Home."""
        for where in [message.message] if message else self.surfaces():
            for block, element in elements.interactive(where.blocks):
                wanted = value is None or element.get("value") == value
                if element["action_id"] == action_id and wanted:
                    await self._use(where, Touch(block["block_id"], action_id, {}))
                    return
        raise LookupError(action_id if value is None else f"{action_id} with {value}")

    async def submit(self) -> dict[str, str]:
        """Submit the modal; return the errors beside its inputs, none when it was taken."""
        reaction = await submitting.submit(self.slack, self.person, self.top())
        return reaction.errors or _well(reaction).errors

    async def close(self, *, everything: bool = False) -> None:
        """Close the modal without submitting it, with those below it if one likes."""
        top = self.top()
        _well(await closing.close(self.slack, self.person, top, everything=everything))

    async def open_home(self) -> Sight | None:
        """Open the app's Home, and look at it."""
        _well(await visiting.open_home(self.slack, self.person))
        return self.home

    async def _use(self, where: Surface, touch: Touch) -> None:
        if isinstance(where, View):
            _well(await acting.act_in_view(self.slack, self.person, where, touch))
        else:
            _well(await acting.act_in_message(self.slack, self.person, where, touch))

    def _held(self, where: Surface) -> Json:
        """Return what the elements of a surface hold for this person."""
        if isinstance(where, View):
            return where.values
        return self.slack.drawn.get((self.person, where.channel, where.ts), {})

    def _chosen(self, where: Surface, element: Json, block_id: str, value: Any) -> Json:
        names, choices = (block_id, element["action_id"]), Choices(self.slack, self.person, where)
        return choices.taken(names, element, values.content(element, value), self._held(where))


def _well(reaction: Reaction) -> Reaction:
    if reaction.error:
        raise GestureError(reaction.error)
    return reaction
