"""Eyes for tests: what a person sees, without a browser."""

from collections.abc import Sequence
from dataclasses import dataclass

from playground import elements
from playground.sights import Said, Sight
from playground.wire import Json
from playground.world.messages import Message
from playground.world.views import View
from playground.world.workspace import Workspace

Surface = View | Message


@dataclass(frozen=True, slots=True)
class Eyes:
    """One person who looks at their Slack."""

    slack: Workspace
    person: str

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

    def message(self, ts: str, channel: str | None = None) -> Message:
        """Return a message that the person sees; LookupError when there is none."""
        found = (said.message for said in self.messages(channel) if said.ts == ts)
        if (message := next(found, None)) is None:
            raise LookupError(ts)
        return message

    def told(self, channel: str) -> list[Message]:
        """Return what only this person sees in a place."""
        return [m.message for m in self.messages(channel) if m.ephemeral]

    def top(self) -> View:
        """Return the modal on top; LookupError when there is none."""
        view = self.slack.views.top(self.person)
        if view is None:
            message = f"no modal is open for {self.person}"
            raise LookupError(message)
        return view

    def surfaces(self) -> list[Surface]:
        """Return all that could have a button, what lies on top first."""
        said = [m.message for place in self.slack.places for m in self.messages(place.id)]
        views = [self.slack.views.top(self.person), self.slack.views.homes.get(self.person)]
        newest = sorted(said, key=lambda m: float(m.ts), reverse=True)
        return [*filter(None, views[:1]), *newest, *filter(None, views[1:])]


def with_block(surfaces: Sequence[Surface], block_id: str) -> tuple[Surface, Json]:
    """Find an element by its block, on the first surface that has it."""
    for surface in surfaces:
        if element := elements.find(surface.blocks, block_id):
            return surface, element
    known = [each["block_id"] for each in surfaces[0].blocks] if surfaces else []
    message = f"{block_id} is not among {known}"
    raise LookupError(message)
