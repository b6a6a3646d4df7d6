"""Payloads of practice of two in; what was wished for and pressed out."""

import re
from collections.abc import Mapping
from typing import Any

from coaching.errors import NotFoundError
from coaching.practice.peers.moves import Pressed
from coaching.practice.peers.sight import WHATS, What
from coaching.practice.wish import ANY, Wish
from handlers import held, ids
from handlers.mock_forms import SURPRISE
from questions.model import LEVELS
from questions.wording import LOCALES

PRESSED = re.compile(r"^([0-9A-Za-z]{1,64}) ([0-9]) ([0-9])(?: ([a-z][a-z0-9-]{0,63}))?$")
SUBJECT = re.compile(r"^([0-9A-Za-z]{1,64}):([a-z]{1,16}):([0-9])$")


def value(session: str, n: int = 0, step: int = 0, probe: str = "") -> str:
    """Return what a button carries: a pair, its round, the step of the guide, a follow-up."""
    return f"{session} {n} {step} {probe}".strip()


def pressed(body: Mapping[str, Any]) -> Pressed:
    """Read a button; NotFoundError for what we never drew."""
    carried = body["actions"][0].get("value")
    found = PRESSED.match(carried) if isinstance(carried, str) else None
    if found is None:
        raise NotFoundError
    return Pressed(found[1], int(found[2]), int(found[3]), found[4] or "")


def subject(text: str) -> tuple[str, What, int]:
    """Read what a message is about: a pair, what is said to it, and in which round."""
    found = SUBJECT.match(text)
    what = next((each for each in WHATS if found and each == found[2]), None)
    if found is None or what is None:
        raise NotFoundError
    return found[1], what, int(found[3])


def wish(view: Mapping[str, Any]) -> Wish:
    """Read the form; NotFoundError for what was never offered."""
    values = held.values(view)
    topic = held.chosen(values, "topic")
    level = {str(each): each for each in LEVELS}.get(held.chosen(values, "level") or "")
    locale = {str(each): each for each in LOCALES}.get(held.chosen(values, "locale") or "")
    if level is None or locale is None:
        raise NotFoundError
    chosen = ANY if topic == SURPRISE else ids.question(topic)
    return Wish(chosen, level, locale, "peer", whole=False)
