"""One call of the Web API: who is asked, and with which arguments."""

import json
from dataclasses import dataclass
from typing import Any

from playground.wire import Json, refuse
from playground.workspace import Workspace

TRUE = {"1", "true", "True", True}
STRUCTURED = ("blocks", "metadata", "view", "attachments")


@dataclass(frozen=True, slots=True)
class Call:
    """Arguments as they came: everything is text in a form, JSON has numbers and truth too."""

    slack: Workspace
    args: Json

    def need(self, name: str) -> str:
        """Return an argument that must be there."""
        if not (value := self.text(name)):
            refuse("invalid_arguments", f"[ERROR] missing required field: {name}")
        return value

    def text(self, name: str, default: str = "") -> str:
        """Return an argument as text."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def flag(self, name: str) -> bool:
        """Return whether an argument is set to something true."""
        value = self.args.get(name)
        return isinstance(value, str | bool) and value in TRUE

    def number(self, name: str, default: int, most: int) -> int:
        """Return how many items are wanted."""
        value = self.text(name) or str(default)
        if not value.isdigit() or not 0 < int(value) <= most:
            refuse("invalid_limit")
        return int(value)

    def page(self, found: list[Any]) -> tuple[list[Any], Json]:
        """Return the part of a list that is asked for, and the way to the next."""
        size, cursor = self.number("limit", 100, 1000), self.text("cursor", "0") or "0"
        if not cursor.isdigit():
            refuse("invalid_cursor")
        start, end = int(cursor), int(cursor) + size
        onward = str(end) if end < len(found) else ""
        return found[start:end], {"response_metadata": {"next_cursor": onward}}


def arguments(given: Json) -> Json:
    """Return arguments with JSON inside of text understood, and without the token."""
    args = {key: value for key, value in given.items() if key != "token"}
    for name in STRUCTURED:
        if isinstance(value := args.get(name), str) and value:
            try:
                args[name] = json.loads(value)
            except ValueError:
                refuse("invalid_blocks_format" if name == "blocks" else "invalid_arguments")
    return args
