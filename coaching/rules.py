"""What an operator brings: the questions, and the rules everything goes by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from coaching.reminding.nudging import Ladder
from questions.library import Library
from questions.topics import Topics


@dataclass(frozen=True, slots=True)
class Shelves:
    """The questions, each pool apart: what practises never holds what hires.

    ``released`` are the ids of all that were ever shipped.
    """

    live: Library
    mock: Library
    topics: Topics
    released: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rules:
    """What an operator decides. ``failpoint`` is called where a crash would hurt most.

    ``openers`` open jobs; empty: every full member does. ``ladder`` is when people are reminded,
    ``zone`` where those are of whom Slack does not say it. What was said in practice is kept for
    the time of ``practice``.
    """

    admins: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    lease: timedelta = timedelta(minutes=2)
    ladder: Ladder = Ladder()  # noqa: RUF009 - it is frozen
    zone: str = "UTC"
    practice: timedelta = timedelta(days=30)
    failpoint: Callable[[str], None] = lambda _name: None
