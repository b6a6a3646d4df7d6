"""How alike two texts look, in any language, without a dictionary."""

import re
import unicodedata


def trigrams(text: str) -> frozenset[str]:
    """Return all runs of three letters or digits, case and punctuation aside."""
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the Jaccard index of two sets, 0 (nothing shared) to 1 (the same)."""
    return len(one & other) / max(1, len(one | other))
