"""The page's gestures: JSON in, a feature's function called."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from playground import values
from playground.gestures import acting, closing, commanding, saying, submitting, visiting
from playground.gestures.dispatching import Reaction
from playground.people import personas
from playground.touring import Skipping
from playground.views import View
from playground.wire import Json
from playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PageGestures:
    """What a visitor of the page may do, by the word the page has for it."""

    slack: Workspace
    skipping: Callable[[], Skipping | None]

    async def perform(self, gesture: Json) -> Reaction:
        """Do what the page asks for."""
        person = gesture.get("as")
        if person not in [member.id for member in personas(self.slack.people)]:
            return Reaction("user_not_found")
        perform = self._known().get(str(gesture.get("do")))
        try:
            return await perform(str(person), gesture) if perform else Reaction("unknown_gesture")
        except (KeyError, TypeError, AttributeError):
            return Reaction("invalid_arguments")

    def _known(self) -> dict[str, Callable[[str, Json], Awaitable[Reaction]]]:
        return {
            "say": self._say,
            "command": self._command,
            "act": self._act,
            "submit": self._submit,
            "close": self._close,
            "read": self._read,
            "home": self._home,
            "clock": self._clock,
        }

    async def _say(self, person: str, given: Json) -> Reaction:
        thread = given.get("thread_ts")
        return await saying.say(self.slack, person, given["channel"], given["text"], thread)

    async def _command(self, person: str, given: Json) -> Reaction:
        said = (given["command"], given.get("text") or "")
        return await commanding.command(self.slack, person, given["channel"], *said)

    async def _act(self, person: str, given: Json) -> Reaction:
        touch = acting.Touch(given["block_id"], given["action_id"], given.get("element") or {})
        if "view" in given:
            if (view := self._view(person, given)) is None:
                return Reaction("not_found")
            return await acting.act_in_view(self.slack, person, view, touch)
        where = given["message"]
        message = self.slack.messages.find(where["channel"], where["ts"])
        visible = message and self.slack.sees(person, message.channel)
        if message is None or not visible or message.only_for not in {None, person}:
            return Reaction("message_not_found")
        return await acting.act_in_message(self.slack, person, message, touch)

    async def _submit(self, person: str, given: Json) -> Reaction:
        view = self._view(person, given)
        return await submitting.submit(self.slack, person, view) if view else Reaction("not_found")

    async def _close(self, person: str, given: Json) -> Reaction:
        view = self._view(person, given)
        return await closing.close(self.slack, person, view) if view else Reaction("not_found")

    async def _read(self, person: str, given: Json) -> Reaction:
        return await visiting.read(self.slack, person, given["channel"])

    async def _home(self, person: str, _given: Json) -> Reaction:
        return await visiting.open_home(self.slack, person)

    async def _clock(self, _person: str, given: Json) -> Reaction:
        skipping = self.skipping()
        return await skipping.skip(self.slack, given) if skipping else Reaction("clock_is_fixed")

    def _view(self, person: str, given: Json) -> View | None:
        """Return one of the person's own views, with what the page says its inputs hold."""
        view = self.slack.views.find(str(given["view"]))
        if view is None or view.person != person:
            return None
        state = given.get("state") or {}
        view.values = values.taken(view.blocks, view.values, state.get("values") or {})
        return view
