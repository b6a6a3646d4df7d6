"""Preferences: how a person wants to be spoken to and reminded."""

from dataclasses import dataclass, field
from datetime import time

from coaching.reminding.quiet import Quiet
from questions.wording import Locale

HALVES = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))


@dataclass(frozen=True, slots=True)
class Preferences:
    """What somebody chose; what is here is for those who never did.

    ``locale`` is None for the language they use in Slack; ``nudges`` is whether they get any.
    ``quiet`` begins and ends at one of ``HALVES``.
    """

    locale: Locale | None = None
    quiet: Quiet = field(default_factory=Quiet)
    nudges: bool = True
