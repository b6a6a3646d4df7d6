"""The lexicon's patterns made ready: each list is one expression, run once over a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self, get_args

from questions.lexicon import Lexicon
from questions.practice import Part
from questions.topic_lint import Patterns

LATIN = re.compile("[a-z]")
HAN = re.compile(r"[\u3400-\u9fff]")
PARTS: Sequence[Part] = get_args(Part)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One list of patterns, for each language one expression or none."""

    english: re.Pattern[str] | None
    chinese: re.Pattern[str] | None

    @classmethod
    def of(cls, patterns: Patterns) -> Self:
        """Make a list ready; an English pattern begins and ends with a word."""
        english, chinese = "|".join(patterns.en), "|".join(patterns.zh_cn)
        return cls(
            re.compile(rf"(?<![a-z0-9'])(?:{english})(?![a-z0-9])", re.MULTILINE)
            if english
            else None,
            re.compile(chinese, re.MULTILINE) if chinese else None,
        )

    def spans(self, text: str) -> list[Span]:
        """Return where the cue stands, in order; a language that a text lacks costs nothing."""
        both = [(LATIN, self.english), (HAN, self.chinese)]
        return sorted(
            found.span()
            for letter, made in both
            if made and letter.search(text)
            for found in made.finditer(text)
        )


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
    loose: Cue
    change: Cue
    past: Cue
    breaks: Cue
    closing: Cue
    tips: dict[str, Cue]

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
            loose=Cue.of(quantity.loose),
            change=Cue.of(quantity.change),
            past=Cue.of(lexicon.past),
            breaks=Cue.of(lexicon.breaks),
            closing=Cue.of(lexicon.closing),
            tips={
                rule: Cue.of(getattr(lexicon.tips, rule))
                for rule in type(lexicon.tips).model_fields
            },
        )
