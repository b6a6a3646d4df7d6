"""What is taken out of a text before it leaves: who wrote it, and ways to reach people."""

import re
from collections.abc import Iterable

OUT = "…"
SHORTEST = 2  # letters of a name that is looked for
LETTER = re.compile("[a-z]", re.IGNORECASE)
WAYS = re.compile(
    r"""
    \b(?:https?://|www\.)[^\s<>|，。；、）]+               # addresses of pages
    | [\w.+-]+ @ [\w-]+ (?:\.[\w-]+)+                   # of people
    | @[\w.-]+ | \#[\w-]*[^\W\d][\w-]*                   # mentions of people and channels
    | \b[UWCDGTB][0-9](?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,}\b  # ids of Slack
    | \+\d[\d ()./-]{5,}\d                             # telephones: with their country,
    | (?<!\d)\(?0\d[\d ()/-]{5,}\d                     # with a zero in front,
    | (?<!\d)\d{3}[-. ]\d{3,4}[-. ]\d{4}(?!\d)         # in groups;
    | \d{8,}                                            # and any other number that long
    """,
    re.VERBOSE,
)


def nameless(text: str, names: Iterable[str]) -> str:
    """Return a text without the writer's own names and without ways to reach anybody.

    ``names`` are written as the workspace knows them; each word of one is taken out as well.
    Names of others are not known and stay: whoever ticks the box is told so.
    """
    out = WAYS.sub(OUT, text)
    words = {word for name in names for word in (name.strip(), *name.split())}
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= SHORTEST:
            out = re.sub(_whole(word), OUT, out, flags=re.IGNORECASE)
    return out


def _whole(word: str) -> str:
    """Return what finds a name: a word by itself, or Chinese wherever it stands."""
    found = re.escape(word)
    return rf"(?<![^\W_]){found}(?![^\W_])" if LETTER.search(word) else found
