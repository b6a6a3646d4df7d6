"""All that a workspace knows: the one thing every other part looks at."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from playground.changes import Changes
from playground.elements import Names
from playground.faults import Faults
from playground.manifest import Manifest
from playground.messages import Message, Messages
from playground.people import Member, personas
from playground.people import seeded as seeded_people
from playground.places import Places
from playground.places import seeded as seeded_places
from playground.responses import Responses
from playground.stamps import Stamps
from playground.triggers import Triggers
from playground.views import Views
from playground.wire import NOT_DELIVERED, Ack, Clock, Deliver, Json, NotDeliveredError

PATIENCE = 3.0  # seconds that an app has for its answer


async def nobody(_body: Json) -> Ack:
    """Deliver to no one: no app is connected."""
    raise NotDeliveredError(NOT_DELIVERED)


async def nothing_left() -> None:
    """Wait for nothing."""


@dataclass(slots=True)
class Workspace:
    """People, places, messages and views; how payloads leave; what was asked and refused."""

    now: Clock
    manifest: Manifest = field(default_factory=Manifest)
    people: dict[str, Member] = field(default_factory=seeded_people)
    messages: Messages = field(default_factory=Messages)
    faults: Faults = field(default_factory=Faults)
    changes: Changes = field(default_factory=Changes)
    names: Names = field(default_factory=Names)
    triggers: Triggers = field(default_factory=Triggers)
    places: Places = field(init=False)
    stamps: Stamps = field(init=False)
    views: Views = field(init=False)
    responses: Responses = field(init=False)
    deliver: Deliver = nobody
    settle: Callable[[], Awaitable[object]] = nothing_left
    patience: float = PATIENCE
    address: str = ""  # where the server listens, once it does
    calls: list[tuple[str, Json]] = field(default_factory=list)
    refusals: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)
    drawn: dict[tuple[str, str, str], Json] = field(default_factory=dict)
    tasks: set[asyncio.Task[Ack]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Build what depends on the clock, and open everybody's direct message."""
        self.stamps = Stamps(self.now)
        self.views = Views(self.names, self.now)
        self.responses = Responses(self.now)
        self.places = seeded_places(list(self.people))
        for person in personas(self.people):
            self.places.direct(person.id)

    @property
    def api_url(self) -> str:
        """Where the Web API is."""
        return f"{self.address}api/"

    def say(self, message: Message) -> Message:
        """Keep a message and tell everybody."""
        if not message.bot:
            self.seen[message.user, message.channel] = message.ts
        self.messages.add(message)
        self.changes.tell()
        return message

    def refuse(self, method: str, error: str, *messages: str) -> None:
        """Write down an answer that was not ok."""
        self.refusals.append((method, error, messages))

    def sees(self, person: str, channel: str) -> bool:
        """Tell whether somebody may look into a place."""
        place = self.places.get(channel)
        if place is None:
            return False
        open_to_all = place.kind == "public" and not self.people[person].guest
        return open_to_all or person in place.members
