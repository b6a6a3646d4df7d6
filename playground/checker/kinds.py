"""Kinds of values: each function returns a check for one, and checks are put together of checks."""

import math
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from playground.checker.findings import Check, Finding, Findings, units

FEW = 2  # so many allowed types are named in a refusal


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


def nothing_or(check: Check) -> Check:
    """Return a check for something that may be null."""

    def checked(value: Any, pointer: str) -> Findings:
        if value is not None:
            yield from check(value, pointer)

    return checked


def listed(check: Check, most: int | None = None, least: int = 1) -> Check:
    """Return a check for a list, its length and everything in it."""

    def checked(value: Any, pointer: str) -> Findings:
        if not isinstance(value, list):
            yield Finding("must be an array", pointer)
            return
        if len(value) < least:
            yield Finding(f"no fewer than {least} items allowed", pointer)
        if most is not None and len(value) > most:
            yield Finding(f"no more than {most} items allowed, there are {len(value)}", pointer)
        for index, item in enumerate(value):
            yield from check(item, f"{pointer}/{index}")

    return checked


def shape(checks: Mapping[str, Check], *needed: str) -> Check:
    """Return a check for an object: nothing missing, nothing unknown, everything as it must be."""

    def checked(value: Any, pointer: str) -> Findings:
        if not isinstance(value, dict):
            yield Finding("must be an object", pointer)
            return
        for key in sorted({*needed} - value.keys()):
            yield Finding(f"missing required field: {key}", pointer)
        for key in sorted(value.keys() - checks.keys()):
            yield Finding(f"invalid additional property: {key:.50}", pointer)
        for key, check in checks.items():
            if key in value:
                yield from check(value[key], f"{pointer}/{key}")

    return checked


def typed(checks: Mapping[str, Check]) -> Check:
    """Return a check for an object of one of several types; the checks do not see the type."""
    hint = f", must be {' or '.join(checks)}" if len(checks) <= FEW else ""

    def checked(value: Any, pointer: str) -> Findings:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(value, dict):
            yield Finding("must be an object", pointer)
        elif not isinstance(kind, str) or kind not in checks:
            yield Finding(f"unsupported type: {kind!s:.50}{hint}", f"{pointer}/type")
        else:
            rest = {key: each for key, each in value.items() if key != "type"}
            yield from checks[kind](rest, pointer)

    return checked


def every(*checks: Check) -> Check:
    """Return a check that runs several."""

    def checked(value: Any, pointer: str) -> Findings:
        for check in checks:
            yield from check(value, pointer)

    return checked


def some(*keys: str) -> Check:
    """Return a check that an object has at least one of several properties."""

    def check(value: Any, pointer: str) -> Findings:
        if isinstance(value, dict) and not value.keys() & {*keys}:
            yield Finding(f"needs {' or '.join(keys)}", pointer)

    return check


def either(one: str, other: str) -> Check:
    """Return a check that an object has one of two properties and not the other."""

    def check(value: Any, pointer: str) -> Findings:
        if isinstance(value, dict) and (one in value) == (other in value):
            yield Finding(f"needs either {one} or {other}", pointer)

    return check


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
