"""No text longer than the place where it is shown."""

from collections.abc import Iterator

from questions.files import Shelf
from questions.findings import Finding
from questions.texts import Said, said
from questions.wording import LOCALES


def units(text: str) -> int:
    """Count as Slack does at its strictest: escaped, and in UTF-16 units (an emoji is two)."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return len(escaped) if escaped.isascii() else len(escaped.encode("utf-16-le")) // 2


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield every text that is over its limit."""
    for text in said(shelf):
        yield from _long(text)


def _long(text: Said) -> Iterator[Finding]:
    if text.limit is None:
        return
    for locale in LOCALES:
        most = text.limit.of(locale)
        for where, line in text.lines(locale):
            if (length := units(line)) > most:
                message = f"{length} characters where {most} fit: cut {length - most}."
                yield text.document.finding("E020", message, *where)
