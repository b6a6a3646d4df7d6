"""Where things are said: channels and direct messages with the bot."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playground.people import BOT_USER, TEAM
from playground.wire import Json

Kind = Literal["public", "private", "im"]

# What Slack calls a place in a message event's channel_type, and in payloads instead of a name.
CHANNEL_TYPE = {"public": "channel", "private": "group", "im": "im"}
HIDDEN_NAME = {"private": "privategroup", "im": "directmessage"}


@dataclass(slots=True)
class Place:
    """A channel or a direct message; tests may archive, share or rename it while it runs."""

    id: str
    name: str
    kind: Kind
    members: list[str] = field(default_factory=list)
    archived: bool = False
    shared: bool = False
    pending_shared: bool = False
    created: int = 0

    @property
    def wire_name(self) -> str:
        """The name payloads carry: private places hide theirs."""
        return HIDDEN_NAME.get(self.kind, self.name)

    def person(self) -> str:
        """Return who talks to the bot here, in a direct message."""
        return next(member for member in self.members if member != BOT_USER)

    def describe(self, *, count: bool = False, locale: str = "") -> Json:
        """Describe the place as `conversations.info` does, seen by the bot."""
        about = {"id": self.id, "created": self.created, "is_archived": self.archived}
        about |= {f"is_{kind}": False for kind in ("channel", "group", "im", "mpim")}
        about |= {"context_team_id": TEAM, "updated": self.created * 1000}
        about |= {"is_org_shared": False, "is_shared": self.shared, "is_ext_shared": self.shared}
        about |= {"is_pending_ext_shared": self.pending_shared, "pending_shared": []}
        if self.kind == "im":
            return {**about, "is_im": True, "user": self.person(), "is_open": True}
        about |= {"name": self.name, "name_normalized": self.name, "creator": "U0DANA"}
        about |= {"is_channel": True, "is_private": self.kind == "private"}
        about |= {"is_general": self.id == "C0GENERAL", "is_member": BOT_USER in self.members}
        about |= {"topic": {"value": ""}, "purpose": {"value": ""}, "previous_names": []}
        if locale:
            about["locale"] = locale
        return {**about, "num_members": len(self.members)} if count else about


class Places:
    """All channels and direct messages, by id, in the order they were made."""

    def __init__(self, *places: Place) -> None:
        self._places = {place.id: place for place in places}

    def __getitem__(self, channel: str) -> Place:
        return self._places[channel]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def get(self, channel: str) -> Place | None:
        """Return a place, or None."""
        return self._places.get(channel)

    def add(self, place: Place) -> Place:
        """Make a new place."""
        return self._places.setdefault(place.id, place)

    def direct(self, person: str) -> Place:
        """Return somebody's direct message with the bot, opened when there is none yet."""
        channel = f"D0{person.removeprefix('U0')}"
        return self.add(Place(channel, "", "im", [person, BOT_USER]))


def seeded(people: list[str]) -> Places:
    """Return the playground's channels."""
    panel = ["U0DANA", "U0ALICE", "U0BOB", "U0MEI", BOT_USER]
    pair = ["U0DANA", BOT_USER]
    return Places(
        Place("C0GENERAL", "general", "public", list(people)),
        Place("G0HIRING", "hiring-pm", "private", panel),
        Place("G0OLD", "hiring-2024", "private", list(pair), archived=True),
        Place("G0PARTNER", "partner-hiring", "private", list(pair), shared=True),
        Place("G0SECRET", "board-room", "private", ["U0DANA"]),
    )
