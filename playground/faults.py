"""What shall go wrong, by method and count."""

from dataclasses import dataclass

KINDS = frozenset(
    {"drop_before", "drop_after", "500_before", "500_after", "error", "429", "html", "slow"}
)
KINDS_WITH_VALUE = frozenset({"error", "429", "slow"})
EVERY = "*"


@dataclass(slots=True)
class Fault:
    """One kind of trouble, for the next ``times`` calls after ``skip`` good ones."""

    method: str
    kind: str
    value: str
    times: int
    skip: int


class Faults:
    """The script of a test; what is not in it goes well."""

    def __init__(self) -> None:
        self._script: list[Fault] = []

    def add(self, method: str, fault: str, times: int = 1, skip: int = 0) -> None:
        """Let calls of a method (``"*"``: of any) fail, as ``drop_after`` or ``error:NAME``."""
        kind, _, value = fault.partition(":")
        if kind not in KINDS or bool(value) != (kind in KINDS_WITH_VALUE):
            message = f"no such fault: {fault}"
            raise ValueError(message)
        self._script.append(Fault(method, kind, value, times, skip))

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

    def clear(self) -> None:
        """Let everything go well again."""
        self._script.clear()
