"""What the settings form holds."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from coaching.errors import NotFoundError
from coaching.reminding.preferences import HALVES, Preferences
from coaching.reminding.quiet import Quiet
from handlers import held
from handlers.held import Values
from questions.wording import LOCALES, Locale

AS_IN_SLACK = "slack"
WEEKENDS, NUDGES = "weekends", "nudges"
WALL = "%H:%M"


def preferences(view: Mapping[str, Any]) -> Preferences:
    """Read the form; NotFoundError when it holds what was never offered."""
    values = held.values(view)
    quiet = Quiet(
        _wall(values, "quiet_start"),
        _wall(values, "quiet_end"),
        weekends=WEEKENDS in held.several(values, WEEKENDS),
    )
    return Preferences(_locale(values), quiet, nudges=NUDGES in held.several(values, NUDGES))


def _locale(values: Values) -> Locale | None:
    chosen = held.chosen(values, "language")
    if chosen == AS_IN_SLACK:
        return None
    if (found := next((each for each in LOCALES if each == chosen), None)) is None:
        raise NotFoundError
    return found


def _wall(values: Values, field: str) -> time:
    chosen = held.chosen(values, field)
    found = next((each for each in HALVES if f"{each:{WALL}}" == chosen), None)
    if found is None:
        raise NotFoundError
    return found
