"""Text objects and confirmations."""

from typing import Any

from playground.checker.findings import Finding, Findings, keys, string
from playground.wire import Json

PLAIN = "plain_text"
MRKDWN = "mrkdwn"
CONFIRM_LENGTHS = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
STYLES = {"primary", "danger"}


def text(value: Any, pointer: str, most: int, *, mrkdwn: bool = False) -> Findings:
    """Check a text object; ``mrkdwn`` says whether it may be formatted."""
    if not isinstance(value, dict):
        yield Finding("must be an object", pointer)
        return
    kind = value.get("type")
    if kind not in ({PLAIN, MRKDWN} if mrkdwn else {PLAIN}):
        wanted = "plain_text or mrkdwn" if mrkdwn else PLAIN
        yield Finding(f"unsupported type: {kind}, must be {wanted}", f"{pointer}/type")
        return
    yield from keys(value, pointer, ("type", "text"), _more(kind))
    if "text" in value:
        yield from string(value["text"], f"{pointer}/text", most)


def confirmation(value: Any, pointer: str) -> Findings:
    """Check a confirmation dialogue."""
    if not isinstance(value, dict):
        yield Finding("must be an object", pointer)
        return
    yield from keys(value, pointer, CONFIRM_LENGTHS, ("style",))
    for key, most in CONFIRM_LENGTHS.items():
        if key in value:
            yield from text(value[key], f"{pointer}/{key}", most, mrkdwn=key == "text")
    yield from style(value, pointer)


def style(value: Json, pointer: str) -> Findings:
    """Check the colour of a button, where one is given."""
    if "style" in value and value["style"] not in STYLES:
        yield Finding("must be primary or danger", f"{pointer}/style")


def _more(kind: str) -> tuple[str, ...]:
    return ("emoji",) if kind == PLAIN else ("verbatim",)
