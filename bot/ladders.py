"""How an operator writes when people are reminded of a scorecard: ``5m,3h,22h,3d``."""

import re
from datetime import timedelta

from coaching.errors import CoachingError
from coaching.reminding.nudging import Ladder

STEP = re.compile(r"([0-9]{1,5})([mhd])")
UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def read(text: object) -> object:
    """Return how long after an interview each reminder comes; ValueError when none can tell."""
    if not isinstance(text, str):
        return text
    steps = [STEP.fullmatch(each.strip()) for each in text.split(",")]
    if not all(steps):
        message = "write minutes, hours and days with commas between them, as in 5m,3h,22h,3d"
        raise ValueError(message)
    return tuple(int(step[1]) * UNITS[step[2]] for step in steps if step)


def fit(steps: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    """Return steps that a ladder may have; ValueError says what is wrong with others."""
    try:
        return Ladder(steps).steps
    except CoachingError as error:
        raise ValueError(error.phrase.text.format(**error.phrase.values)) from None
