"""The topic lint on 6,000 characters: is there a text that keeps somebody waiting?

Ordinary texts first. Then the patterns' own words, repeated: whatever is slow to tell from a match
is among them. CPU time, the least of some runs, as a ratio to the first row.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from questions.topic_lint import KINDS, Kind
from questions.topics import Topics

LONG = 6_000  # characters; Slack lets nobody type more than 3,000 into a field
RUNS = 5
SHOWN = 5
ORDINARY = {
    "English": "Tell me about a time you had to choose. What did you do first, and why? ",
    "Chinese": "请讲一次你发现客户真实需求与表面需求不同的经历。你先做了什么？结果怎么样，",
    "both": "请讲一次你发现 customer 真实需求的经历。What did you do first? ",
}
BEGINNINGS = ("", "你", "she ")
PIECES = re.compile(r"[|()\[\]?^$.{}\\\d,!:=<>]+")


@dataclass(frozen=True, slots=True)
class Measured:
    """The least CPU milliseconds that one text took as one kind."""

    text: str
    kind: Kind
    ms: float


def main() -> None:
    """Print a table; the first row is what the others are compared with."""
    topics = Topics.shipped()
    looks = {"question": topics.of_question, "note": topics.of_note}
    ordinary = [
        Measured(name, kind, _ms(looks[kind], text, RUNS))
        for name, text in ORDINARY.items()
        for kind in KINDS
    ]
    tried = [
        Measured(text, kind, _ms(looks[kind], text, 1)) for text in _words(topics) for kind in KINDS
    ]
    worst = sorted(tried, key=lambda each: each.ms, reverse=True)[: SHOWN * 4]
    again = [Measured(w.text, w.kind, _ms(looks[w.kind], w.text, RUNS)) for w in worst]
    again.sort(key=lambda each: each.ms, reverse=True)
    sys.stdout.write(f"Topic lint: {LONG} characters; the worst of {len(tried)} repetitions\n")
    sys.stdout.write("\n".join(_table([*ordinary, *again[:SHOWN]])) + "\n")


def _table(rows: Sequence[Measured]) -> list[str]:
    head = f"{'ms':>7}{'ratio':>7}  {'looked at as':<13}text"
    return [
        head,
        *(f"{row.ms:>7.1f}{row.ms / rows[0].ms:>7.2f}  {row.kind:<13}{row.text!r}" for row in rows),
    ]


def _words(topics: Topics) -> Iterator[str]:
    """Yield the longest piece of every pattern, by itself and behind a word for the candidate."""
    said = {
        max(PIECES.split(pattern), key=len).strip() + (" " if locale == "en" else "")
        for category in topics.lint.categories
        for kind in KINDS
        if (watched := category.watched(kind))
        for _, patterns in watched.levels
        for locale in ("en", "zh-CN")
        for pattern in patterns.of(locale)
    }
    for beginning in BEGINNINGS:
        yield from (beginning + word for word in sorted(said))


def _ms(look: Callable[[str], object], piece: str, runs: int) -> float:
    text = (piece * LONG)[:LONG]
    times = []
    for _ in range(runs):
        began = time.thread_time()
        look(text)
        times.append(time.thread_time() - began)
    return min(times) * 1000
