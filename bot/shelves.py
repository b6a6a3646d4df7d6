"""The questions that come with the code."""

import logging
from functools import cache
from pathlib import Path

import questions
from bot.settings import StartError
from coaching.practice.feedback.cues import Cues
from coaching.rules import Shelves
from questions import released
from questions.findings import BankError
from questions.library import Library
from questions.messages import Messages
from questions.topics import Topics

logger = logging.getLogger(__name__)

FOLDER = Path(questions.__file__).parent


@cache
def read(folder: Path = FOLDER) -> Shelves:
    """Read the questions, each pool by itself, and say which files are broken and left out.

    Read once: they change with the code. StartError when nothing is left to serve.
    """
    try:
        found = Shelves(
            live=Library.read(folder, "live"),
            mock=Library.read(folder, "mock"),
            released=_released(folder / released.NAME),
            topics=Topics.shipped(),  # never quietly without: a broken one stops the start
        )
        Cues.shipped(), Messages.shipped()  # practice's, read before anybody waits
    except BankError as error:
        raise StartError(*map(str, error.findings)) from None
    for finding in sorted({*found.live.left_out, *found.mock.left_out}):
        logger.error("questions: not served: %s", finding)
    return found


def _released(path: Path) -> frozenset[str]:
    return frozenset(released.read(path)) if path.exists() else frozenset()
