"""`questions lint`: what is wrong in models and banks."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import StartError
from questions.linting import lint


def lint_questions(paths: Sequence[Path]) -> None:
    """Raise StartError with a line for each fault, as ``file:line: message``."""
    if faults := lint(paths, datetime.now(UTC).date()):
        raise StartError(*faults)
