"""`/command word …`: pick the listener by its first word."""

from collections.abc import Awaitable, Callable
from typing import Any


def says(*words: str) -> Callable[..., Awaitable[bool]]:
    """Match a command whose first word is one of ``words``; the empty one is no word at all."""

    async def matches(command: dict[str, Any]) -> bool:
        return first(command) in words

    return matches


def rest(command: dict[str, Any]) -> str:
    """Return what follows the first word."""
    return "".join(str(command.get("text") or "").split(maxsplit=1)[1:]).strip()


def first(command: dict[str, Any]) -> str:
    """Return the first word in small letters."""
    return next(iter(str(command.get("text") or "").lower().split()), "")
