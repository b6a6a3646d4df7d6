"""What is wrong, where."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from playground.wire import Json


class Finding(NamedTuple):
    """A broken rule and a JSON pointer to what broke it."""

    rule: str
    pointer: str

    def __str__(self) -> str:
        return f"[ERROR] {self.rule} [json-pointer:{self.pointer}]"


Findings = Iterator[Finding]


def units(text: str) -> int:
    """Return a text's length as Slack counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def string(value: Any, pointer: str, most: int, least: int = 1) -> Findings:
    """Check a text and its length."""
    if not isinstance(value, str):
        yield Finding("must be a string", pointer)
    elif units(value) < least:
        yield Finding(f"must be more than {least - 1} characters", pointer)
    elif units(value) > most:
        yield Finding(f"must be less than {most + 1} characters, is {units(value)}", pointer)


def items(value: Any, pointer: str, most: int, least: int = 1) -> Findings:
    """Check a list and its length."""
    if not isinstance(value, list):
        yield Finding("must be an array", pointer)
    elif len(value) < least:
        yield Finding(f"no fewer than {least} items allowed", pointer)
    elif len(value) > most:
        yield Finding(f"no more than {most} items allowed, there are {len(value)}", pointer)


def keys(content: Json, pointer: str, needed: Iterable[str], allowed: Iterable[str]) -> Findings:
    """Check that nothing is missing and nothing is unknown."""
    needed = {*needed}
    for key in sorted(needed - content.keys()):
        yield Finding(f"missing required field: {key}", pointer)
    for key in sorted(content.keys() - needed - {*allowed}):
        yield Finding(f"invalid additional property: {key}", pointer)


def whole(value: Any, pointer: str, low: int, high: int) -> Findings:
    """Check a whole number and its range."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        yield Finding(f"must be a number from {low} to {high}", pointer)


def objects(value: Any, pointer: str) -> Iterator[tuple[str, Json]]:
    """Yield those items of a list that are objects, with their places."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield f"{pointer}/{index}", item


def only_objects(value: Any, pointer: str) -> Findings:
    """Check that a list holds objects and nothing else."""
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if not isinstance(item, dict):
            yield Finding("must be an object", f"{pointer}/{index}")
