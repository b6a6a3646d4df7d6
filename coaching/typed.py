"""What people type: which texts we can keep, and what to say of those we cannot."""

import re

from coaching.phrase import Phrase

_UNKEEPABLE = re.compile(r"[\x00\ud800-\udfff]")  # PostgreSQL has no NUL, UTF-8 no half characters
_NOT_ON_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def length(text: str) -> int:
    """Return the length in UTF-16 units, as Slack counts: an emoji is two."""
    if text.isascii():  # nearly always, and known at once
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def unkeepable(text: str, limit: int) -> Phrase | None:
    """Return why a text of several lines cannot be kept, or None; ``limit`` in UTF-16 units."""
    if _UNKEEPABLE.search(text):
        return Phrase("This text has a broken character in it. Please type that part again.")
    if (over := length(text) - limit) > 0:
        return Phrase("This text is {over} characters too long. Please shorten it.", {"over": over})
    return None


def bad_line(text: str, limit: int) -> Phrase | None:
    """Return why a name or title cannot be kept, or None; empty is no name."""
    if not text.strip():
        return Phrase("Please fill this in.")
    if _NOT_ON_A_LINE.search(text):
        return Phrase("There is an invisible control character in this. Please type it again.")
    return unkeepable(text, limit)


def keepable(text: str) -> str:
    """Return the text without the characters no database keeps."""
    return _UNKEEPABLE.sub("", text)


def beginning(text: str, limit: int) -> str:
    """Return as many whole characters as fit into ``limit`` UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * limit]
    return units.decode("utf-16-le", "ignore")
