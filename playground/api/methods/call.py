"""One call of the Web API: who is asked, and with which arguments."""

import base64
from dataclasses import dataclass
from typing import Any

from playground.api.arguments import parsed
from playground.wire import Json, refuse
from playground.world.workspace import Workspace

TRUE = {"1", "true", "True", True}
STRUCTURED = ("blocks", "metadata", "view", "attachments", "files")
FORMATS = {"blocks": "invalid_blocks_format", "metadata": "invalid_metadata_format"}
CURSOR = "next:"
DIGITS = 9


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

    def size(self, default: int, most: int) -> int:
        """Return how many items are wanted; as many as there may be when nothing is said."""
        value = self.text("limit", str(default)) or str(default)
        if not value.isdecimal() or len(value) > DIGITS or int(value) > most:
            refuse("invalid_limit")
        return int(value) or default

    def page(
        self, found: list[Any], default: int = 100, most: int = 1000
    ) -> tuple[list[Any], Json]:
        """Return the part of a list that is asked for, and the way to the next."""
        size, start = self.size(default, most), _start(self.text("cursor"))
        onward = _cursor(start + size) if start + size < len(found) else ""
        return found[start : start + size], {"response_metadata": {"next_cursor": onward}}


def _cursor(start: int) -> str:
    return base64.b64encode(f"{CURSOR}{start}".encode()).decode()


def _start(cursor: str) -> int:
    """Return where a page begins."""
    if not cursor:
        return 0
    try:
        word, _, start = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word + ":" != CURSOR or not start.isdecimal():
            refuse("invalid_cursor")
        return int(start)
    except ValueError:
        refuse("invalid_cursor")


def arguments(given: Json) -> Json:
    """Return arguments with JSON inside of text understood, and without the token."""
    args = {key: value for key, value in given.items() if key != "token"}
    for name in STRUCTURED:
        if isinstance(value := args.get(name), str) and value:
            try:
                args[name] = parsed(value)
            except ValueError:
                refuse(FORMATS.get(name, "invalid_arguments"))
    return args
