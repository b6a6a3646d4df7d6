"""How alike two texts look, in any language, without a dictionary."""

import re
import unicodedata
from functools import lru_cache

BETWEEN = re.compile(r"[\W_]+")
REMEMBERED = 50_000  # texts: both languages of what several workspaces have


def plain(text: str) -> str:
    """Return the letters and digits of a text, in small letters."""
    return BETWEEN.sub("", unicodedata.normalize("NFKC", text).lower())


def trigrams(text: str) -> frozenset[str]:
    """Return all runs of three letters or digits, case and punctuation aside."""
    letters = plain(text)
    return frozenset(letters[at : at + 3] for at in range(len(letters) - 2))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard index of two sets, 0 (nothing shared) to 1 (the same)."""
    return len(one & other) / max(1, len(one | other))


def surely_apart(runs: frozenset[str], text: str, least: float) -> bool:
    """Return whether a text is less `alike` to these runs than ``least``.

    It is for one text beside thousands: what it takes of those is remembered.
    """
    shared = sum(map(_letters(text).__contains__, runs))
    if shared < least * len(runs):  # most are told apart by this alone
        return True
    return shared / max(1, len(runs) + _distinct(text) - shared) < least


@lru_cache(maxsize=REMEMBERED)
def _letters(text: str) -> str:
    return plain(text)


@lru_cache(maxsize=REMEMBERED)
def _distinct(text: str) -> int:
    return len(trigrams(text))
