"""Places where a crash can be ordered, so that tests can prove nothing is lost or doubled."""

import os
import signal
import time
from collections.abc import Callable

Failpoint = Callable[[str], None]
ACTIONS = "kill, raise, stop or sleep=SECONDS"


class FailpointError(RuntimeError):
    """What ``raise`` raises."""


def unarmed(_name: str) -> None:
    """Pass every place by."""


def armed(order: str) -> Failpoint:
    """Return the function to call at each place; ``order`` is ``name:action``.

    ``kill`` ends the process without any clean-up, ``stop`` freezes it until SIGCONT, ``sleep``
    blocks the whole loop, as a page fault or a paused machine would. ValueError when it is none
    of those.
    """
    name, _, word = order.partition(":")
    act = _action(word)
    if not name or act is None:
        message = f"write NAME:ACTION, where ACTION is {ACTIONS}"
        raise ValueError(message)

    def failpoint(here: str) -> None:
        if here == name:
            act(here)

    return failpoint


def _action(word: str) -> Callable[[str], None] | None:
    kind, _, argument = word.partition("=")
    if kind == "sleep" and argument.replace(".", "", 1).isdecimal():
        return lambda _name: time.sleep(float(argument))
    return {"kill": _kill, "raise": _raise, "stop": _stop}.get(word)


def _kill(_name: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _stop(_name: str) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _raise(name: str) -> None:
    raise FailpointError(name)
