"""Lists and objects: checks that are put together of checks."""

from collections.abc import Mapping
from typing import Any

from playground.checker.findings import Check, Finding, Findings

FEW = 2  # so many allowed types are named in a refusal


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
