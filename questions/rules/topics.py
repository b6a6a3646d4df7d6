"""Questions of ours ask about nothing that the topic lint would stop in a question of others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from questions.files import Shelf
from questions.findings import BankError, Finding
from questions.texts import said
from questions.topics import Hit, Topics
from questions.wording import LOCALES


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield texts that read like a topic not to ask about, by the topic file among the paths."""
    try:
        topics = _topics(shelf)
    except BankError:
        return  # it has its own findings, and nothing can be said by it
    for text in said(replace(shelf, topics=())):
        for locale in LOCALES:
            for where, line in text.lines(locale):
                for hit in _asked(topics, line):
                    message = (
                        f'"{hit.words}" reads like {topics.category(hit.category).name.en}: '
                        "write it differently, or mend the pattern in topics/."
                    )
                    yield text.document.finding("E095", message, *where)


@lru_cache(maxsize=20_000)
def _asked(topics: Topics, line: str) -> Sequence[Hit]:
    """Remember what was found: most texts are as they were when the linter last ran."""
    return [hit for hit in topics.of_question(line) if hit.severity != "info"]


def _topics(shelf: Shelf) -> Topics:
    for file in shelf.topics:
        return Topics.of(file)
    return Topics.shipped()
