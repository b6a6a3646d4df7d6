"""Views by person: a stack of up to three modals, and a Home."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from playground import elements
from playground.wire import Clock, Json, refuse
from playground.world import values
from playground.world.team import APP, Team

STACK = 3
GIVEN = ("type", "callback_id", "private_metadata", "title", "submit", "close")
FLAGS = ("clear_on_close", "notify_on_close", "submit_disabled")


@dataclass(slots=True)
class View:
    """One view of one person: what the app gave, and what the person has put in."""

    id: str
    person: str
    hash: str
    given: Json
    blocks: list[Json]
    values: Json
    root: str
    team: Team
    previous: str | None = None
    errors: dict[str, str] = field(default_factory=dict)

    def wire(self, *, state: bool = True) -> Json:
        """Return the view as payloads carry it; the Web API's answers leave the values out."""
        view = {key: self.given.get(key) for key in GIVEN}
        view |= {flag: bool(self.given.get(flag)) for flag in FLAGS}
        view |= {"callback_id": view["callback_id"] or "", "blocks": self.blocks}
        view |= {"private_metadata": view["private_metadata"] or "", "hash": self.hash}
        view |= {"id": self.id, "team_id": self.team.id, "app_id": APP, "bot_id": self.team.bot_id}
        view |= {"state": {"values": self.values if state else {}}}
        view |= {"root_view_id": self.root, "previous_view_id": self.previous}
        return view | {"external_id": self.external_id, "app_installed_team_id": self.team.id}

    def page(self) -> Json:
        """Return the view as the page draws it."""
        return {**self.wire(), "errors": self.errors}

    @property
    def external_id(self) -> str:
        """The app's own name for the view, or nothing."""
        return str(self.given.get("external_id") or "")


class Views:
    """All views that are open now."""

    def __init__(self, names: elements.Names, now: Clock, team: Team) -> None:
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self._names = names
        self._now = now
        self._team = team
        self._numbers = count(1)

    def __iter__(self) -> Iterator[View]:
        yield from (view for stack in self.stacks.values() for view in stack)
        yield from self.homes.values()

    def top(self, person: str) -> View | None:
        """Return the modal that somebody sees, or None."""
        stack = self.stacks.get(person)
        return stack[-1] if stack else None

    def find(self, view_id: str, external_id: str = "") -> View | None:
        """Return a view by its id or, without one, by the app's own name for it."""
        if view_id:
            return next((view for view in self if view.id == view_id), None)
        named = (view for view in self if external_id and view.external_id == external_id)
        return next(named, None)

    def open(self, person: str, given: Json) -> View:
        """Show a modal; it takes the place of whatever modals were open."""
        self.stacks[person] = []
        return self.push(person, given)

    def push(self, person: str, given: Json) -> View:
        """Show a modal above the one that is open."""
        stack = self.stacks.setdefault(person, [])
        if len(stack) == STACK:
            refuse("push_limit_reached")
        view = self._new(person, given)
        if stack:
            view.root, view.previous = stack[0].root, stack[-1].id
        stack.append(view)
        return view

    def publish(self, person: str, given: Json) -> View:
        """Show somebody's Home; it keeps its id."""
        if home := self.homes.get(person):
            return self.update(home, given)
        view = self.homes[person] = self._new(person, given)
        return view

    def update(self, view: View, given: Json) -> View:
        """Show something else in a view; what was typed stays where the names stay."""
        self._check_name(given, view)
        view.given, view.blocks = given, self._names.given(given.get("blocks") or [])
        view.values = values.kept(view.blocks, view.values)
        view.hash, view.errors = self._hash(), {}
        return view

    def remove(self, view: View) -> None:
        """Close one modal; the one below it is seen again."""
        self.stacks[view.person].remove(view)

    def clear(self, person: str) -> list[View]:
        """Close all of somebody's modals, the topmost first."""
        return list(reversed(self.stacks.pop(person, [])))

    def _new(self, person: str, given: Json) -> View:
        self._check_name(given, None)
        blocks = self._names.given(given.get("blocks") or [])
        name = f"V{self._team.id[1:]}{next(self._numbers):06}"
        held = values.initial(blocks)
        return View(name, person, self._hash(), given, blocks, held, name, self._team)

    def _check_name(self, given: Json, view: View | None) -> None:
        external = given.get("external_id")
        if external and any(v.external_id == external and v is not view for v in self):
            refuse("duplicate_external_id")

    def _hash(self) -> str:
        return f"{self._now().timestamp():.0f}.{next(self._numbers):08x}"
