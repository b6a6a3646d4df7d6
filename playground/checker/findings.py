"""What is wrong, where."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple


class Finding(NamedTuple):
    """A broken rule and a JSON pointer to what broke it."""

    rule: str
    pointer: str

    def __str__(self) -> str:
        return f"[ERROR] {self.rule} [json-pointer:{self.pointer}]"


Findings = Iterator[Finding]
Check = Callable[[Any, str], Findings]

DEEPEST = 40  # a Block Kit payload that means anything is about fifteen levels deep


def units(text: str) -> int:
    """Return a text's length as Slack counts it, in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def too_deep(value: Any) -> bool:
    """Tell whether a payload is nested deeper than anything that looks at it may follow."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(DEEPEST):
        if not level:
            return False
        inner = (each.values() if isinstance(each, dict) else each for each in level)
        level = [e for each in inner for e in each if isinstance(e, dict | list)]
    return True
