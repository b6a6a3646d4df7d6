"""Everything that went between Slack and the app: who asked what, what came back, how soon."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from playground.wire import Clock, Json

Kind = Literal["call", "delivery", "late"]
Outcome = Literal["waiting", "ok", "refused", "failed"]

SHOWN = (
    "number", "at", "kind", "name", "request", "team", "person", "transport", "attempt",
    "response", "ms", "outcome", "error",
)  # fmt: skip
MOST = 20_000  # entries; the oldest go first


@dataclass(slots=True)
class Entry:
    """One request and its answer; ``ms`` is how long the answer took, ``at`` the workspace's time.

    A call or a late answer goes from the app to Slack, a delivery from Slack to the app. ``done``
    says whether what was asked took effect: a call that was cut off before it did is not done.
    """

    number: int
    at: float
    kind: Kind
    name: str
    request: Json
    team: str = ""
    person: str = ""
    transport: str = ""
    attempt: int = 0
    response: Any = None
    ms: float | None = None
    outcome: Outcome = "waiting"
    error: str = ""
    messages: tuple[str, ...] = ()
    done: bool = False
    began: float = 0.0

    def wire(self) -> Json:
        """Return the entry as the page draws it."""
        return {name: getattr(self, name) for name in SHOWN} | {"messages": [*self.messages]}


class Journal:
    """Entries in the order they began; whoever is interested is told of each, twice."""

    def __init__(self, now: Clock, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.entries: deque[Entry] = deque(maxlen=MOST)
        self.interested: list[Callable[[Entry], object]] = []
        self._now = now
        self._monotonic = monotonic
        self._last = 0

    def begin(self, kind: Kind, name: str, request: Json, **more: Any) -> Entry:
        """Write down that something was asked; ``more`` are further fields of the entry."""
        self._last += 1
        entry = Entry(self._last, self._now().timestamp(), kind, name, request, **more)
        entry.began = self._monotonic()
        self.entries.append(entry)
        self._tell(entry)
        return entry

    def end(self, entry: Entry, response: Any, error: str = "", *messages: str) -> None:
        """Write down what came back; ``error`` is Slack's word for what was wrong, or nothing."""
        entry.response, entry.error, entry.messages = response, error, messages
        entry.ms = round((self._monotonic() - entry.began) * 1000, 1)
        failed: Outcome = "failed" if entry.kind == "delivery" else "refused"
        entry.outcome = failed if error else "ok"
        self._tell(entry)

    def travels(self, body: Json, transport: str) -> None:
        """Write down how a delivery that is on its way goes."""
        if entry := self.waiting(body):
            entry.transport = transport

    def again(self, body: Json, error: str) -> None:
        """Write down that an attempt at a delivery failed and that it is sent again."""
        if entry := self.waiting(body):
            self.end(entry, None, error)
            more = {"team": entry.team, "person": entry.person, "transport": entry.transport}
            self.begin("delivery", entry.name, body, attempt=entry.attempt + 1, **more)

    def waiting(self, body: Json) -> Entry | None:
        """Return the delivery of just this payload that has no answer yet."""
        open_ = (e for e in reversed(self.entries) if e.request is body and e.outcome == "waiting")
        return next(open_, None)

    def clear(self) -> None:
        """Forget everything; numbers go on."""
        self.entries.clear()

    def of(self, *kinds: Kind) -> list[Entry]:
        """Return the entries of some kinds, oldest first."""
        return [entry for entry in self.entries if entry.kind in kinds]

    def _tell(self, entry: Entry) -> None:
        for told in self.interested:
            told(entry)
