"""The page's gestures: JSON in, a feature's function called."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground import values
from playground.gestures import acting, closing, commanding, saying, submitting, visiting
from playground.gestures.dispatching import Reaction
from playground.house import House
from playground.house_gestures import HouseGestures
from playground.messages import Message
from playground.people import personas
from playground.views import View
from playground.wire import Json
from playground.workspace import Workspace


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
            slack = self.house.of(person := gesture.get("as"))
            if slack is None or person not in [each.id for each in personas(slack.people)]:
                return Reaction("user_not_found")
            perform = GESTURES.get(asked)
            own = Seat(slack, str(person), gesture)
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
        view.values = values.taken(view.blocks, view.values, state.get("values") or {})
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
    thread = given.get("thread_ts")
    return await saying.say(seat.slack, seat.person, given["channel"], given["text"], thread)


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
    view = seat.view
    return await closing.close(seat.slack, seat.person, view) if view else Reaction("not_found")


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
}
