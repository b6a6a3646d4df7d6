"""The page's gestures: JSON in, a feature's function called."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground.browser.house_gestures import HouseGestures
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
from playground.gestures.dispatching import Reaction
from playground.gestures.suggesting import Search
from playground.house import House
from playground.wire import Json
from playground.world import values
from playground.world.choices import Choices
from playground.world.messages import Message
from playground.world.people import personas
from playground.world.views import View
from playground.world.workspace import Workspace

LOST = Reaction("message_not_found")


@dataclass(frozen=True, slots=True)
class PageGestures:
    """What a visitor of the page may do, by the word the page has for it."""

    house: House

    async def perform(self, gesture: Json) -> Reaction:
        """Do what the page asks for."""
        asked = str(gesture.get("do"))
        try:
            if work := HouseGestures(self.house).known().get(asked):
                return await work(gesture)
            slack = self.house.of(person := str(gesture.get("as")))
            if slack is None or person not in [each.id for each in personas(slack.people)]:
                return Reaction("user_not_found")
            perform = GESTURES.get(asked)
            own = Seat(slack, person, gesture)
            return await perform(own) if perform else Reaction("unknown_gesture")
        except (KeyError, TypeError, AttributeError, ValueError):
            return Reaction("invalid_arguments")


@dataclass(frozen=True, slots=True)
class Seat:
    """Who does something, where they are, and what they do it with."""

    slack: Workspace
    person: str
    given: Json

    @property
    def view(self) -> View | None:
        """One of the person's own views, with what the page says its inputs hold."""
        view = self.slack.views.find(str(self.given["view"]))
        if view is None or view.person != self.person:
            return None
        state = self.given.get("state") or {}
        read = Choices(self.slack, self.person, view).taken
        view.values = values.taken(view.blocks, view.values, state.get("values") or {}, read)
        return view

    @property
    def message(self) -> Message | None:
        """The message that is meant, if the person can see it."""
        where = self.given["message"]
        message = self.slack.messages.find(where["channel"], where["ts"])
        visible = message and self.slack.sees(self.person, message.channel)
        return message if message and visible and message.only_for in {None, self.person} else None


async def _say(seat: Seat) -> Reaction:
    given = seat.given
    more = (given.get("thread_ts"), [str(each) for each in given.get("files") or ()])
    return await saying.say(seat.slack, seat.person, given["channel"], given["text"], *more)


async def _command(seat: Seat) -> Reaction:
    given = seat.given
    said = (given["command"], given.get("text") or "")
    return await commanding.command(seat.slack, seat.person, given["channel"], *said)


async def _act(seat: Seat) -> Reaction:
    given = seat.given
    touch = acting.Touch(given["block_id"], given["action_id"], given.get("element") or {})
    if "view" in given:
        view = seat.view
        lost = Reaction("not_found")
        return await acting.act_in_view(seat.slack, seat.person, view, touch) if view else lost
    message, lost = seat.message, Reaction("message_not_found")
    return await acting.act_in_message(seat.slack, seat.person, message, touch) if message else lost


async def _submit(seat: Seat) -> Reaction:
    view = seat.view
    if view is None:
        return Reaction("not_found")
    return await submitting.submit(seat.slack, seat.person, view)


async def _close(seat: Seat) -> Reaction:
    if (view := seat.view) is None:
        return Reaction("not_found")
    everything = bool(seat.given.get("all"))
    return await closing.close(seat.slack, seat.person, view, everything=everything)


async def _suggest(seat: Seat) -> Reaction:
    given, slack = seat.given, seat.slack
    where = seat.view if "view" in given else seat.message
    if where is None:
        return Reaction("not_found" if "view" in given else "message_not_found")
    search = Search(given["block_id"], given["action_id"], str(given.get("value") or ""))
    held = {} if isinstance(where, View) else slack.drawn.get((seat.person, *_place(where)), {})
    return await suggesting.suggest(Choices(slack, seat.person, where), search, held)


def _place(message: Message) -> tuple[str, str]:
    return message.channel, message.ts


async def _shortcut(seat: Seat) -> Reaction:
    message = seat.message if seat.given.get("message") else None
    if message is None and seat.given.get("message"):
        return LOST
    return await shortcutting.run(seat.slack, seat.person, seat.given["callback_id"], message)


async def _edit(seat: Seat) -> Reaction:
    message, text = seat.message, str(seat.given["text"])
    return await editing.edit(seat.slack, seat.person, message, text) if message else LOST


async def _delete(seat: Seat) -> Reaction:
    message = seat.message
    return await editing.delete(seat.slack, seat.person, message) if message else LOST


async def _dismiss(seat: Seat) -> Reaction:
    message = seat.message
    return await editing.dismiss(seat.slack, seat.person, message) if message else LOST


async def _read(seat: Seat) -> Reaction:
    return await visiting.read(seat.slack, seat.person, seat.given["channel"])


async def _home(seat: Seat) -> Reaction:
    return await visiting.open_home(seat.slack, seat.person)


GESTURES: dict[str, Callable[[Seat], Awaitable[Reaction]]] = {
    "say": _say,
    "command": _command,
    "act": _act,
    "submit": _submit,
    "close": _close,
    "read": _read,
    "home": _home,
    "suggest": _suggest,
    "shortcut": _shortcut,
    "edit": _edit,
    "delete": _delete,
    "dismiss": _dismiss,
}
