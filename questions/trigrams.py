"""How alike two texts look, in any language, without a dictionary."""

import re
import unicodedata

BETWEEN = re.compile(r"[\W_]+")


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
