"""What a log may say about an error: where it happened and of what kind, never what it held.

The text of an exception is whatever its author put there: rows, payloads, names. So only texts
that are known to hold none are said.
"""

import re
from collections.abc import Callable, Iterator
from os import strerror
from pathlib import Path
from traceback import walk_tb
from typing import Any

from pydantic import ValidationError
from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import DBAPIError

from coaching.errors import CoachingError

SLACK_WORD = re.compile(r"[a-z_]{1,60}")


def story(error: BaseException) -> str:
    """Return the error, its frames and what led to it, latest last, in lines."""
    return "\n".join(_lines(error))


def fact(error: BaseException) -> str:
    """Return what is known to be harmless about an error, or nothing."""
    for kind, say in FACTS.items():
        if isinstance(error, kind):
            return say(error)
    return ""


def _lines(error: BaseException) -> Iterator[str]:
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier:
        yield from _lines(earlier)
        yield "then"
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _lines(part)
    yield ": ".join(filter(None, (type(error).__name__, fact(error))))
    for frame, line in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        yield f"  {path.parent.name}/{path.name}:{line} {frame.f_code.co_name}"


def _slack(error: Any) -> str:
    """Slack's answer has a word for the error; beside it may be the whole request."""
    data = getattr(error.response, "data", None)
    word = str(data.get("error")) if isinstance(data, dict) else ""
    status = getattr(error.response, "status_code", "unknown")
    return f"{word if SLACK_WORD.fullmatch(word) else 'no error name'}, status {status}"


def _database(error: Any) -> str:
    """Name the driver's error: its text holds values even when SQLAlchemy hides its own."""
    return " ".join(filter(None, (type(error.orig).__name__, getattr(error.orig, "sqlstate", ""))))


def _pydantic(error: Any) -> str:
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return f"{error.title}, {', '.join(sorted({fault['type'] for fault in faults}))}"


def _system(error: Any) -> str:
    return strerror(error.errno) if isinstance(error.errno, int) else ""


FACTS: dict[type[BaseException], Callable[[Any], str]] = {
    CoachingError: lambda error: str(error.phrase.text),  # the values stay out
    SlackApiError: _slack,
    DBAPIError: _database,
    ValidationError: _pydantic,
    OSError: _system,
    AttributeError: lambda error: f"{type(error.obj).__name__} has no {error.name}",
    NameError: lambda error: str(error.name),
    ImportError: lambda error: str(error.name),
}
