"""Where things are said: channels and direct messages with the bot."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playground.wire import Json
from playground.world.team import HOME, Team

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
    team: Team = HOME

    @property
    def wire_name(self) -> str:
        """The name payloads carry: private places hide theirs."""
        return HIDDEN_NAME.get(self.kind, self.name)

    @property
    def has_bot(self) -> bool:
        """Whether the app's bot is a member."""
        return self.team.bot_user in self.members

    def person(self) -> str:
        """Return who talks to the bot here, in a direct message."""
        return next(member for member in self.members if member != self.team.bot_user)

    def describe(self, *, count: bool = False, locale: str = "") -> Json:
        """Describe the place as `conversations.info` does, seen by the bot."""
        about = {"id": self.id, "created": self.created, "is_archived": self.archived}
        about |= {f"is_{kind}": False for kind in ("channel", "group", "im", "mpim")}
        about |= {"context_team_id": self.team.id, "updated": self.created * 1000}
        about |= {"is_org_shared": False, "is_shared": self.shared, "is_ext_shared": self.shared}
        about |= {"is_pending_ext_shared": self.pending_shared, "pending_shared": []}
        if self.kind == "im":
            return {**about, "is_im": True, "user": self.person(), "is_open": True}
        about |= {
            "name": self.name,
            "name_normalized": self.name,
            "creator": self.members[0] if self.members else "",
        }
        about |= {"is_channel": True, "is_private": self.kind == "private"}
        about |= {"is_general": self.name == "general", "is_member": self.has_bot}
        about |= {"topic": {"value": ""}, "purpose": {"value": ""}, "previous_names": []}
        if locale:
            about["locale"] = locale
        return {**about, "num_members": len(self.members)} if count else about


class Places:
    """All channels and direct messages, by id, in the order they were made."""

    def __init__(self, team: Team, *places: Place) -> None:
        self._team = team
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
        members = [person, self._team.bot_user]
        return self.add(Place(f"D{person[1:]}", "", "im", members, team=self._team))
