"""The lexicon's patterns made ready: each list is one expression, run once over all clauses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self, get_args

from questions.lexicon import Lexicon
from questions.practice import Part
from questions.topic_lint import Patterns

LATIN = re.compile("[a-z]")
PARTS: Sequence[Part] = get_args(Part)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """One list of patterns in both languages."""

    made: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, patterns: Patterns) -> Self:
        """Make a list ready; an English pattern begins and ends with a word."""
        made = []
        if patterns.en:
            either = "|".join(patterns.en)
            made.append(rf"(?<![a-z0-9'])(?:{either})(?![a-z0-9])")
        if patterns.zh_cn:
            made.append("|".join(patterns.zh_cn))
        return cls(tuple(re.compile(each, re.MULTILINE) for each in made))

    def spans(self, lines: str) -> Iterator[Span]:
        """Yield where the cue stands, the languages one after the other."""
        return (found.span() for each in self.made for found in each.finditer(lines))


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """All cues, ready to be looked for."""

    strong: dict[Part, Cue]
    weak: dict[Part, Cue]
    own: Cue
    team: Cue
    other: Cue
    own_deed: Cue
    team_deed: Cue
    begun: Cue
    state: Cue
    general: Cue
    number: Cue
    masked: Cue
    change: Cue
    past: Cue
    breaking: Cue

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """Return those the product comes with, made ready once in a process."""
        return cls.of(Lexicon.shipped())

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """Make a lexicon ready."""
        written = lexicon.parts
        subject, deed, quantity = lexicon.subject, lexicon.deed, lexicon.quantity
        return cls(
            strong={part: Cue.of(written.of(part).strong) for part in PARTS},
            weak={part: Cue.of(written.of(part).weak) for part in PARTS},
            own=Cue.of(subject.own),
            team=Cue.of(subject.team),
            other=Cue.of(subject.other),
            own_deed=Cue.of(deed.own),
            team_deed=Cue.of(deed.team),
            begun=Cue.of(deed.begun),
            state=Cue.of(deed.state),
            general=Cue.of(lexicon.general),
            number=Cue.of(quantity.number),
            masked=Cue.of(quantity.masked),
            change=Cue.of(quantity.change),
            past=Cue.of(lexicon.past),
            breaking=Cue.of(lexicon.breaks),
        )

    def breaks(self, text: str, start: int, end: int) -> Sequence[int]:
        """Return where a clause between two places goes on to the next thing, in order."""
        return sorted(
            found.start() for each in self.breaking.made for found in each.finditer(text, start, end)
        )
