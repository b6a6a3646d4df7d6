"""Kinds of values: checks for texts, numbers and words of a certain form."""

import math
import re
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from playground.checker.findings import Check, Finding, Findings, units


def string(most: int | None = None, least: int = 1) -> Check:
    """Return a check for a text and its length in UTF-16 units."""

    def check(value: Any, pointer: str) -> Findings:
        if not isinstance(value, str):
            yield Finding("must be a string", pointer)
        elif units(value) < least:
            yield Finding(f"must be more than {least - 1} characters", pointer)
        elif most is not None and units(value) > most:
            yield Finding(f"must be less than {most + 1} characters, is {units(value)}", pointer)

    return check


def matching(pattern: str, rule: str, most: int | None = None) -> Check:
    """Return a check for a text of a certain form."""
    form, text = re.compile(pattern, re.ASCII | re.IGNORECASE), string(most)

    def check(value: Any, pointer: str) -> Findings:
        yield from text(value, pointer)
        if isinstance(value, str) and value and not form.fullmatch(value):
            yield Finding(rule, pointer)

    return check


def address(most: int | None = None) -> Check:
    """Return a check for any URL: what a button or a link opens may be a ``mailto:``."""
    return matching(r"[a-z][a-z0-9+.-]*:\S+", "must be a URL", most)


def web(most: int | None = None) -> Check:
    """Return a check for the URL of something that Slack fetches."""
    return matching(r"https?://[^\s/?#]+\S*", "must be a http or https URL", most)


def secure() -> Check:
    """Return a check for a URL that must be https."""
    return matching(r"https://[^\s/?#]+\S*", "must be a https URL")


def whole(low: int, high: int | None = None) -> Check:
    """Return a check for a whole number and its range."""
    rule = f"must be a number from {low}" + ("" if high is None else f" to {high}")

    def check(value: Any, pointer: str) -> Findings:
        right = isinstance(value, int) and not isinstance(value, bool)
        if not right or value < low or (high is not None and value > high):
            yield Finding(rule, pointer)

    return check


def number(value: Any, pointer: str) -> Findings:
    """Check a number of any kind that JSON can write down."""
    right = isinstance(value, int | float) and not isinstance(value, bool)
    if not right or (isinstance(value, float) and not math.isfinite(value)):
        yield Finding("must be a number", pointer)


def flag(value: Any, pointer: str) -> Findings:
    """Check a truth value."""
    if not isinstance(value, bool):
        yield Finding("must be a boolean", pointer)


def anything(_value: Any, _pointer: str) -> Findings:
    """Find nothing wrong."""
    yield from ()


def one_of(*allowed: str) -> Check:
    """Return a check for one of a few words."""

    def check(value: Any, pointer: str) -> Findings:
        if not isinstance(value, str) or value not in allowed:
            yield Finding(f"must be {' or '.join(allowed)}", pointer)

    return check


def day(value: Any, pointer: str) -> Findings:
    """Check a date of the calendar, YYYY-MM-DD."""
    try:
        right = isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        right = False
    if not right:
        yield Finding("must be a date in the format YYYY-MM-DD", pointer)


clock = matching(r"([01]\d|2[0-3]):[0-5]\d", "must be a time in the format HH:mm")


def zone(value: Any, pointer: str) -> Findings:
    """Check the name of a time zone."""
    if not isinstance(value, str) or value not in _zones():
        yield Finding("must be the IANA name of a time zone", pointer)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
