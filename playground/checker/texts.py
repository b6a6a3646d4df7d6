"""Text objects and confirmations."""

from collections.abc import Mapping

from playground.checker.findings import Check
from playground.checker.kinds import flag, one_of, string
from playground.checker.shapes import shape, typed

PLAIN = "plain_text"
MRKDWN = "mrkdwn"
LONGEST = 3000

STYLE = one_of("primary", "danger")


def plain(most: int = LONGEST) -> Check:
    """Return a check for a text object that may not be formatted."""
    return typed({PLAIN: _plain(most)})


def formatted(most: int = LONGEST) -> Check:
    """Return a check for a text object that may be formatted."""
    return typed(both(most))


def both(most: int) -> Mapping[str, Check]:
    """Return the checks for the two types of text objects."""
    mrkdwn = shape({"text": string(most), "verbatim": flag}, "text")
    return {PLAIN: _plain(most), MRKDWN: mrkdwn}


def _plain(most: int) -> Check:
    return shape({"text": string(most), "emoji": flag}, "text")


# The page on confirmations says that their text is plain; its own example has mrkdwn.
CONFIRMATION = shape(
    {
        "title": plain(100),
        "text": formatted(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": STYLE,
    },
    "title",
    "text",
    "confirm",
    "deny",
)
