"""An answer as the cues see it: folded, a line to each clause, and every line knows its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from coaching.practice.feedback.cues import HAN, LATIN, Cue, Cues, Span
from questions.folding import Folded, fold
from questions.wording import Locale

WORD = re.compile(r"[a-z][a-z'-]*", re.IGNORECASE)
# A space between Chinese characters is how people type a pause; a comma in 3,000 is none.
PAUSE = re.compile(r"[,:()\n](?!\d)| - |(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
STOP = re.compile(
    r"(?<=[\u3400-\u9fff])\.(?=[^\s.])|\.(?=[\u3400-\u9fff])"
)  # as typed with an English keyboard
TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # would turn what we say around a quote
HAN_PER_WORD = 1.6  # Chinese characters that say what one English word says
BEFORE_BREAK = 8  # letters, or half as many characters, that a clause has before it is broken


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence. Places are in the folded text."""

    text: str
    start: int
    end: int
    sentence: int
    size: float  # in English words

    @property
    def chinese(self) -> bool:
        """Say whether it is mostly Chinese."""
        return 2 * len(HAN.findall(self.text)) > len(WORD.findall(self.text))


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer taken apart. ``length`` counts as the bands of that language do."""

    folded: Folded
    clauses: tuple[Clause, ...]
    lines: str
    starts: tuple[int, ...]  # of the clauses in `lines`
    language: Locale
    length: int
    seen: dict[Cue, Sequence[Span]] = field(default_factory=dict, repr=False)

    def spans(self, cue: Cue) -> Sequence[Span]:
        """Return where a cue stands in the lines; looked for once."""
        if cue not in self.seen:
            self.seen[cue] = cue.spans(self.lines)
        return self.seen[cue]

    def places(self, cue: Cue) -> Mapping[int, int]:
        """Return the clauses in which a cue stands, with its first place in each."""
        found: dict[int, int] = {}
        for start, _ in self.spans(cue):
            found.setdefault(self.clause_at(start), start)
        return found

    def clause_at(self, place: int) -> int:
        """Return which clause a place in the lines belongs to."""
        return bisect_right(self.starts, place) - 1

    def sentence(self, clause: int) -> range:
        """Return the clauses of the sentence that a clause belongs to."""
        wanted = self.clauses[clause].sentence
        return range(
            bisect_left(self.clauses, wanted, key=_sentence),
            bisect_right(self.clauses, wanted, key=_sentence),
        )

    def quote(self, clause: int) -> str:
        """Return the sentence of a clause as it was typed, or the clause when that is too long."""
        around = [self.clauses[at] for at in self.sentence(clause)]
        whole = self._typed(around[0].start, around[-1].end)
        if len(HAN.findall(whole)) <= LONGEST[0] and len(whole) <= LONGEST[1]:
            return whole
        only = self.clauses[clause]
        return shortened(self._typed(only.start, only.end))

    def _typed(self, start: int, end: int) -> str:
        first, last = self.folded.typed_at(start, end)
        typed = TURNING.sub("", self.folded.typed[first:last])
        return " ".join(typed.split()).rstrip(" ,，;；.。")


def _sentence(clause: Clause) -> int:
    return clause.sentence


LONGEST = (60, 150)  # of a quote: Chinese characters, characters at all


def shortened(quote: str) -> str:
    """Cut a quote where a word ends and say so; a short one stays as it is."""
    most = LONGEST[0] if HAN.search(quote) else LONGEST[1]
    if len(quote) <= most:
        return quote
    cut = quote[:most]
    return (cut if HAN.search(cut) else cut.rsplit(" ", 1)[0]) + "…"


def take_apart(answer: str, cues: Cues) -> Reading:
    """Take an answer apart, in time that grows with its length and no faster."""
    folded = fold(answer)
    clauses, lines, starts = _lined_up(list(_clauses(folded, cues)))
    closing = {bisect_right(starts, start) - 1 for start, _ in cues.closing.spans(lines)}
    if closing:
        told = [clause for at, clause in enumerate(clauses) if at not in closing]
        clauses, lines, starts = _lined_up(told)
    han, words = len(HAN.findall(folded.text)), len(WORD.findall(folded.text))
    language: Locale = "zh-CN" if han >= words else "en"
    length = han + words if language == "zh-CN" else words + round(han / HAN_PER_WORD)
    return Reading(folded, clauses, lines, starts, language, length)


def _lined_up(clauses: Sequence[Clause]) -> tuple[tuple[Clause, ...], str, tuple[int, ...]]:
    """Return clauses, the text with one on each line, and where each line begins."""
    ends = accumulate((len(clause.text) + 1 for clause in clauses), initial=0)
    lines = "\n".join(clause.text for clause in clauses)
    return tuple(clauses), lines, tuple(ends)[: len(clauses)]


def size(text: str) -> float:
    """Return how much a text says, in English words, whichever language it is in."""
    return len(WORD.findall(text)) + len(HAN.findall(text)) / HAN_PER_WORD


def _clauses(folded: Folded, cues: Cues) -> Iterator[Clause]:
    text = folded.text
    sentences = sorted({*folded.starts, *(found.end() for found in STOP.finditer(text))})
    pauses = (place for found in PAUSE.finditer(text) for place in found.span())
    borders = sorted({0, len(text), *sentences, *pauses})
    going_on = [start for start, _ in cues.breaks.spans(text)]
    broken = (each for pair in pairwise(borders) for each in _broken(text, *pair, going_on))
    for start, end in pairwise((*broken, len(text))):
        said = text[start:end]
        inner = said.strip(" \n,:;.。!?…()")
        if LATIN.search(inner) or HAN.search(inner):
            first = start + said.index(inner)
            sentence = bisect_right(sentences, start)
            yield Clause(inner, first, first + len(inner), sentence, size(inner))


def _broken(text: str, start: int, end: int, going_on: Sequence[int]) -> Iterator[int]:
    """Yield where a clause begins, and where it goes on to something else without a pause."""
    yield start
    for at in going_on[bisect_right(going_on, start) : bisect_left(going_on, end)]:
        before = text[start:at].strip()
        if len(before) + len(HAN.findall(before)) >= BEFORE_BREAK:
            yield at
            start = at
