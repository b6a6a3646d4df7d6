"""Names in English: what has a capital where no sentence begins, and what follows a title."""

import re
from collections.abc import Iterator

from coaching.practice.names.words import ACRONYMS, CAPITALS, FIRST_NAMES, OPENINGS

Span = tuple[int, int]

LETTER = r"[^\W\d_\u3400-\u9fff]"  # Chinese may stand right beside it
WORD = re.compile(rf"(?:{LETTER}|\d)+(?:['’&.-](?:{LETTER}|\d)+)*")
OPENS = re.compile(r"(?:^|(?<!\b[A-Z])\.|[!?:;\n])[\s\"'“”‘’()*_>•-]*$")
TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam"])
OWNED = re.compile(r"['’]s?$", re.IGNORECASE)
# What comes after the name of somebody, or of a company, that begins a sentence.
VERBS = (
    "and|from|in|at|of|was|is|had|has|did|said|told|thought|felt|knew|saw|found|came|went|gave|got|"
    "took|made|left|ran|stood|sat|kept|held|won|lost|met|sent|wrote|built|led|chose|would|could|"
    "also|then|[a-z]+ed|[a-z]{3,}s"
)
DOES = re.compile(rf"\s*(?:['’]s\b|[,(]|(?:{VERBS})\b)")


def words(text: str) -> Iterator[Span]:
    """Yield where a word stands, without the *'s* of what somebody has."""
    for found in WORD.finditer(text):
        yield found.start(), found.start() + len(OWNED.sub("", found[0]))


def spans(text: str) -> Iterator[Span]:
    """Yield where a word stands that looks like a name. Too many rather than too few."""
    every = list(WORD.finditer(text))
    small = {each[0] for each in every if each[0].islower()}
    titled = False
    for found in every:
        word = OWNED.sub("", found[0])
        plain = word.lower()
        if plain in TITLES:
            titled = True
            continue
        if titled or plain in FIRST_NAMES or _stands_out(text, found, word, small):
            yield found.start(), found.start() + len(word)
        titled = False


def _stands_out(text: str, found: re.Match[str], word: str, small: set[str]) -> bool:
    """Say whether a word has a capital that its place does not explain."""
    plain = word.lower()
    if word.islower() or word in ACRONYMS or plain in CAPITALS or not _long(word):
        return False
    at = found.start()
    if not OPENS.search(text, max(0, at - 20), at):
        gap = text[max(0, at - 3) : at].rstrip().endswith("…")
        return not (gap and plain in OPENINGS)
    if plain in OPENINGS or plain in small or plain.partition("'")[0] in OPENINGS:
        return False
    return word[1:].lower() != word[1:] or (
        not plain.endswith(("s", "ing", "ly", "ed")) and bool(DOES.match(text, found.end()))
    )


def _long(word: str) -> bool:
    """Say whether a word has letters enough to be a name: Q3, B2B and 3D have not."""
    return sum(each.isalpha() for each in word) > 1 and not re.fullmatch(r"[A-Za-z]?\d+\w?", word)
