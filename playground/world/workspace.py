"""All that a workspace knows: the one thing every other part looks at."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from playground.elements import Names
from playground.wire import NOT_DELIVERED, Ack, Clock, Deliver, Json, NotDeliveredError
from playground.world import seeding
from playground.world.changes import Changes
from playground.world.faults import Faults
from playground.world.files import Files
from playground.world.journal import Journal
from playground.world.manifest import Manifest
from playground.world.messages import Message, Messages
from playground.world.pace import Pace
from playground.world.people import Member, own
from playground.world.places import Places
from playground.world.responses import Responses
from playground.world.stamps import Stamps
from playground.world.team import HOME, Team
from playground.world.triggers import Triggers
from playground.world.views import Views

PATIENCE = 3.0  # seconds that an app has for its answer
Refusal = tuple[str, str, tuple[str, ...]]


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
    team: Team = HOME
    faults: Faults = field(default_factory=Faults)
    changes: Changes = field(default_factory=Changes)
    names: Names = field(default_factory=Names)
    triggers: Triggers = field(default_factory=Triggers)
    people: dict[str, Member] = field(init=False)
    places: Places = field(init=False)
    messages: Messages = field(init=False)
    files: Files = field(init=False)
    stamps: Stamps = field(init=False)
    views: Views = field(init=False)
    responses: Responses = field(init=False)
    journal: Journal = field(init=False)
    pace: Pace = field(init=False)
    deliver: Deliver = nobody
    may_ping: frozenset[str] | None = None  # whom the app may mention; None: anybody, as in Slack
    settle: Callable[[], Awaitable[object]] = nothing_left
    patience: float = PATIENCE
    address: str = ""  # where the server listens, once it does
    refusals: list[Refusal] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)
    drawn: dict[tuple[str, str, str], Json] = field(default_factory=dict)
    suggested: dict[tuple[str, ...], list[Json]] = field(default_factory=dict)
    tasks: set[asyncio.Task[Ack]] = field(default_factory=set)
    telling: set[asyncio.Task[None]] = field(default_factory=set)
    tells_own: bool = True  # whether the app hears of its own messages, as it does in Slack

    def __post_init__(self) -> None:
        """Fill it with what is there at first."""
        self.journal, self.pace = Journal(self.now), Pace(self.now)
        self.begin()

    def begin(self) -> None:
        """Be as a workspace is at first: its people and channels, and nothing said yet."""
        self.people = seeding.people(self.team)
        self.places = seeding.places(self.team, list(self.people))
        for person in own(self.people, self.team):
            self.places.direct(person.id)
        self.messages, self.stamps = Messages(), Stamps(self.now)
        self.files = Files(self.now, self.team)
        self.views = Views(self.names, self.now, self.team)
        self.responses = Responses(self.now)
        for kept in (self.refusals, self.failures, self.seen, self.drawn, self.suggested):
            kept.clear()
        self.faults.clear()

    @property
    def api_url(self) -> str:
        """Where the Web API is."""
        return f"{self.address}api/"

    @property
    def calls(self) -> list[tuple[str, Json]]:
        """Every call of the app that was heard out, as method and arguments."""
        return [(e.name, e.request) for e in self.journal.of("call", "late") if e.done]

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
        self.changes.tell()

    def sees(self, person: str, channel: str) -> bool:
        """Tell whether somebody may look into a place."""
        place, member = self.places.get(channel), self.people.get(person)
        if place is None or member is None:
            return False
        at_home = not (member.guest or member.stranger)
        return (place.kind == "public" and at_home) or person in place.members
