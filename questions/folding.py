"""A text as patterns see it: one spelling for what a reader takes to be the same.

Compatibility forms (NFKC), small letters, simplified Chinese, no markup, a line to each sentence.
Every character remembers where it was typed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from opencc import OpenCC

MENTION = r"<(?:[@#!]|https?:|mailto:)[^<>\n]{1,300}>|:[A-Za-z][\w+-]{0,39}:"
MARKUP = r"[*~`\u00ad\u200b-\u200f\u2060\ufeff]|(?<!\w)_|_(?!\w)"
ACCENTED = r".[\u0300-\u036f]{1,3}"  # typed as a letter and its accent
GAP = rf"(?: (?=[\s<:])|[^\S ]|{MENTION})(?:\s|{MENTION})*"
SPECIAL = re.compile(rf"(?P<gap>{GAP})|(?P<markup>{MARKUP})|{ACCENTED}")
LINE = re.compile(r"[\n\v\f\r\x85\u2028\u2029]")
TITLE = r"(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bmrs)(?<![. ][a-z])"  # a stop after it ends nothing
END = re.compile(rf"[。!?;…]+|{TITLE}\.(?= )|\n")
HAN = (0x3400, 0xA000)
SAME = {"您": "你", "妳": "你", "’": "'", "‘": "'"}
AROUND = " \t\n\r\u3000*_~`"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, how it reads folded, and where each folded character was typed."""

    typed: str
    text: str  # a line to each sentence
    places: tuple[int, ...]  # one more than there are characters
    starts: tuple[int, ...]  # of the sentences, in the folded text

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around a folded character begins, and the one after it."""
        following = bisect_right(self.starts, at)
        ends = (*self.starts[following : following + 1], len(self.text))
        return self.starts[following - 1], ends[0]

    def typed_at(self, start: int, end: int) -> tuple[int, int]:
        """Return where a folded passage was typed, less the space and markup around it."""
        first, last = self.places[start], self.places[end]
        passage = self.typed[first:last]
        first += len(passage) - len(passage.lstrip(AROUND))
        return first, first + len(passage.strip(AROUND))


def fold(typed: str) -> Folded:
    """Fold a text of any length, in time that grows with it and no faster."""
    letters, typed_at = _letters(typed)
    text: list[str] = []
    places: list[int] = []
    starts = [0]
    ends = (found.end() for found in END.finditer(letters))
    for begun, end in pairwise((0, *ends, len(letters))):
        starts.append(len(places))
        text += letters[begun:end]
        places += typed_at[begun:end]
        if text[-1:] != ["\n"]:
            text.append("\n")
            places.append(typed_at[end])
    return Folded(typed, "".join(text), (*places, len(typed)), tuple(starts[1:]))


def _letters(typed: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    places: list[int] = []
    for start, end, folded in _pieces(typed):
        letters.append(folded)
        places += range(start, end) if len(folded) == end - start else [start] * len(folded)
    return "".join(letters), [*places, len(typed)]


def _pieces(typed: str) -> Iterator[tuple[int, int, str]]:
    begun = 0
    for found in SPECIAL.finditer(typed):
        yield from _words(typed, begun, found.start())
        begun = found.end()
        if found["gap"]:
            yield *found.span(), "\n" if LINE.search(found[0]) else " "
        elif not found["markup"]:
            yield *found.span(), plain(found[0])
    yield from _words(typed, begun, len(typed))


def _words(typed: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    folded = typed[start:end].translate(PLAIN)
    if len(folded) == end - start:
        yield start, end, folded
    else:
        yield from ((at, at + 1, PLAIN[ord(typed[at])]) for at in range(start, end))


def plain(characters: str) -> str:
    """Fold what stands for one character, whatever is around it."""
    folded = unicodedata.normalize("NFKC", characters).lower()
    return SAME.get(folded) or "".join(map(_simplified, folded))


class _Plain(dict[int, str]):
    """What each character folds to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain(chr(code))
        return self[code]


PLAIN = _Plain()


def _simplified(character: str) -> str:
    """Simplify a traditional character; whole words would change the length."""
    if HAN[0] <= ord(character) < HAN[1]:
        return _converter().convert(character)
    return character


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
