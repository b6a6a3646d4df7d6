"""Logs for operators: structured, and without what people wrote or who they are."""

import logging
import re
import sys
from typing import Any, Literal, TextIO

import structlog
from slack_bolt.logger.messages import warning_client_prioritized_and_token_skipped
from structlog.typing import EventDict, Processor

from bot.tracebacks import story

Style = Literal["console", "json"]

OURS = {"bot", "coaching", "handlers", "playground", "questions", "storage"}
CAREFUL = {"alembic", "apscheduler", "uvicorn"}  # no request passes through what they log
DATA = re.compile(r"[(:{<\n]")  # Bolt and the SDK put payloads, texts and errors after these
SESSION = re.compile(r" \(s_-?[0-9]+\)")  # the SDK's name for a connection
QUIET = ("alembic", "apscheduler", "uvicorn")  # at INFO they tell of every step they take
NEVER_DEBUG = ("slack_sdk", "slack_bolt")  # at DEBUG they log, and format, whole payloads


def configure(style: Style, stream: TextIO = sys.stderr) -> None:
    """Send every log record of the process to ``stream``, and nothing anywhere else."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_formatter(style, colours=stream.isatty()))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.captureWarnings(capture=True)
    for name in NEVER_DEBUG:
        logging.getLogger(name).setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("slack_bolt.RequestVerification").addFilter(forget_the_body)
    logging.getLogger("slack_bolt.AsyncApp").addFilter(is_news)


def forget_the_body(record: logging.LogRecord) -> bool:
    """Say only that it happened: Bolt puts the whole body of a badly signed request here."""
    record.msg, record.args = "A request with a bad signature was refused", ()
    return True


def is_news(record: logging.LogRecord) -> bool:
    """Drop Bolt's surprise at SLACK_BOT_TOKEN being set and not used by Bolt itself."""
    return record.getMessage() != warning_client_prioritized_and_token_skipped()


def _formatter(style: Style, *, colours: bool) -> logging.Formatter:
    last: Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=colours)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_data,
            _without_values,
        ],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )


def _without_data(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Keep the words of other libraries up to where what we sent or received may begin."""
    room = re.split(r"[.:]", event["logger"])[0]
    if room not in OURS | CAREFUL:
        words = SESSION.sub("", event["event"])
        event["event"] = DATA.split(words, maxsplit=1)[0].strip()
    return event


def _without_values(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Tell an error by its kind and its frames."""
    if info := event.pop("exc_info", None):
        error = info[1] if isinstance(info, tuple) else sys.exc_info()[1]
        event["exception"] = story(error) if error else ""
    return event
