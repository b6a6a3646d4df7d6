"""The questions that come with the code."""

from pathlib import Path

import questions
from bot.settings import StartError
from coaching.coach import Shelves
from questions.findings import BankError
from questions.library import Library

FOLDER = Path(questions.__file__).parent


def read() -> Shelves:
    """Read the questions, each pool by itself; StartError names what is wrong in them."""
    try:
        return Shelves(live=Library.read(FOLDER, "live"), mock=Library.read(FOLDER, "mock"))
    except BankError as error:
        raise StartError(*map(str, error.findings)) from None
