"""What shall go wrong, by method and count."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from playground.wire import Json

# Each kind of trouble, and what must be said with it: seconds, an error's name, or nothing.
KINDS: Mapping[str, str] = {
    "drop_before": "",
    "drop_after_commit": "",
    "500_before": "",
    "500_after": "",
    "timeout": "",
    "late_commit": "seconds",
    "html_503": "",
    "slow": "seconds",
    "429": "seconds",
    "error": "name",
}
EVERY = "*"


@dataclass(slots=True)
class Fault:
    """One kind of trouble, for the next ``times`` calls after ``skip`` good ones."""

    id: int
    method: str
    kind: str
    value: str
    times: int
    skip: int

    def wire(self) -> Json:
        """Return the fault as the page shows it."""
        name = f"{self.kind}:{self.value}" if self.value else self.kind
        counts = {"times": self.times, "skip": self.skip}
        return {"id": self.id, "method": self.method, "fault": name, **counts}


class Faults:
    """The script; what is not in it goes well."""

    def __init__(self) -> None:
        self._script: list[Fault] = []
        self._numbers = count(1)

    def __iter__(self) -> Iterator[Fault]:
        return iter([fault for fault in self._script if fault.times])

    def add(self, method: str, fault: str, times: int = 1, skip: int = 0) -> None:
        """Let calls of a method (``"*"``: of any) fail, as ``500_after`` or ``error:NAME``.

        ValueError when there is no such fault, its value is missing, or it would never happen.
        """
        kind, _, value = fault.partition(":")
        if not _sensible(kind, value) or times < 1 or skip < 0 or not method:
            message = f"no such fault: {fault}, {times} times after {skip}"
            raise ValueError(message)
        self._script.append(Fault(next(self._numbers), method, kind, value, times, skip))

    def read(self, script: Iterable[Json]) -> None:
        """Take a script as data: ``[{"method": …, "nth": 3, "fault": "429:7"}, …]``."""
        for line in script:
            self.add(line["method"], line["fault"], line.get("times", 1), line.get("nth", 1) - 1)

    def take(self, method: str) -> Fault | None:
        """Return what happens to a call now, and count it."""
        for fault in self._script:
            if fault.method not in {method, EVERY} or not fault.times:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= 1
            return fault
        return None

    def remove(self, number: int) -> None:
        """Take one fault out of the script."""
        self._script = [fault for fault in self._script if fault.id != number]

    def clear(self) -> None:
        """Let everything go well again."""
        self._script.clear()


def _sensible(kind: str, value: str) -> bool:
    if kind not in KINDS or bool(value) != bool(KINDS[kind]):
        return False
    # Retry-After may be anything a server could send, so that one may lie about it.
    return KINDS[kind] != "seconds" or kind == "429" or value.replace(".", "", 1).isdigit()
