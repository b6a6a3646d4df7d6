"""Feedback on a practice answer of 3,000 characters: is there a text that keeps somebody waiting?

Ordinary answers first, then the lexicon's own words repeated: whatever is slow to tell from a match
is among them. CPU time, the least of some runs, as a ratio to the first row.
"""

import re
import sys
import time
from collections.abc import Iterator, Sequence

from coaching.practice.feedback.feedback import feedback
from questions.bank import Question
from questions.lexicon import Lexicon
from questions.library import Library
from questions.wording import LOCALES
from tests.evaluation.answers import ANY, SHIPPED, in_set

LONG = 3_000  # characters: the most that Slack lets anybody type into a field
RUNS = 5
SHOWN = 5
BEGINNINGS = ("", "我", "i ")
PIECES = re.compile(r"[|()\[\]?^$.{}\\\d,!:=<>]+")
Row = tuple[str, float]


def main() -> None:
    """Print a table; the first row is what the others are compared with."""
    question = Library.read(SHIPPED, "mock").question(ANY)
    assert question
    ordinary = [(name, _ms(text, question, RUNS)) for name, text in _ordinary()]
    tried = [(word, _ms(_repeated(word), question, 1)) for word in sorted(_words())]
    worst = sorted(tried, key=lambda row: row[1], reverse=True)[: SHOWN * 4]
    again = [(word, _ms(_repeated(word), question, RUNS)) for word, _ in worst]
    again.sort(key=lambda row: row[1], reverse=True)
    sys.stdout.write(f"Feedback: {LONG} characters; the worst of {len(tried)} repetitions\n")
    sys.stdout.write("\n".join(_table([*ordinary, *again[:SHOWN]])) + "\n")


def _table(rows: Sequence[Row]) -> list[str]:
    first = rows[0][1]
    return [
        f"{'ms':>7}{'ratio':>7}  text",
        *(f"{ms:>7.1f}{ms / first:>7.2f}  {text!r}" for text, ms in rows),
    ]


def _ordinary() -> Iterator[tuple[str, str]]:
    """Yield labelled answers one after the other, half as long and as long as can be."""
    for name, language in (("English", "en"), ("Chinese", "zh-CN")):
        told = " ".join(each.text for each in in_set("tuned on") if each.language == language)
        yield name, told[:LONG]
        yield f"{name}, half as long", told[: LONG // 2]


def _words() -> set[str]:
    return {
        beginning + max(PIECES.split(pattern), key=len).strip() + (" " if locale == "en" else "")
        for _, patterns in Lexicon.shipped().patterns
        for locale in LOCALES
        for pattern in patterns.of(locale)
        for beginning in BEGINNINGS
    }


def _repeated(piece: str) -> str:
    return (piece * LONG)[:LONG]


def _ms(text: str, question: Question, runs: int) -> float:
    times = []
    for _ in range(runs):
        began = time.thread_time()
        feedback(text, question, "en")
        times.append(time.thread_time() - began)
    return min(times) * 1000
