"""`questions release`: note what is shipped, so that nothing of it changes in silence."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import StartError
from questions import released
from questions.bank import Question
from questions.files import bank_file
from questions.linting import lint


def release(folder: Path) -> None:
    """Write ``released.txt`` into a folder of banks; StartError while the linter finds anything."""
    if faults := lint([folder], datetime.now(UTC).date()):
        raise StartError(*faults)
    path = folder / released.NAME
    many = released.write(path, _questions(folder))
    print(f"{path}: {many} questions.")  # noqa: T201  a command's answer


def _questions(folder: Path) -> Iterator[Question]:
    for pool in ("live", "mock"):
        for path in sorted((folder / pool).glob("*.yaml")):
            yield from bank_file(path).bank.questions
