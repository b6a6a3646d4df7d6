"""What practice feedback looks for, as it is written: `feedback-lexicon/v1`, one file."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field

from questions.explaining import checked
from questions.practice import Part
from questions.reading import read
from questions.topic_lint import Patterns
from questions.tree import Where
from questions.wording import Written

SHIPPED = Path(__file__).parent / "feedback" / "lexicon.yaml"


class Cues(Written):
    """What gives a part away by itself, and what only hints at it."""

    strong: Patterns = Patterns()
    weak: Patterns = Patterns()


class Parts(Written):
    """The cues of every part an answer may have."""

    situation: Cues
    task: Cues
    action: Cues
    result: Cues
    reflection: Cues
    reasoning: Cues
    alternatives: Cues
    evidence: Cues
    risk: Cues

    def of(self, part: Part) -> Cues:
        """Return the cues of one part."""
        cues: Cues = getattr(self, part)
        return cues


class Subject(Written):
    """Words for who a clause is about: the speaker, a team with the speaker in it, or others."""

    own: Patterns
    team: Patterns
    other: Patterns


class Deed(Written):
    """How something done is told: with its subject, going on with it; and what only looks so."""

    own: Patterns
    team: Patterns
    begun: Patterns
    state: Patterns


class Quantity(Written):
    """Numbers that say how much, numbers that do not, and words that set one against another.

    What is ``loose`` may be a number: enough not to ask for one.
    """

    loose: Patterns
    number: Patterns
    masked: Patterns
    change: Patterns


class Tips(Written):
    """Words that a listener may take amiss, by the rule that says so; the first is said first."""

    confidential: Patterns
    blame: Patterns

    @property
    def each(self) -> Iterator[tuple[str, Patterns]]:
        """Every tip by its rule, in order."""
        yield from ((rule, getattr(self, rule)) for rule in type(self).model_fields)


class Lexicon(Written):
    """All cues; both languages are always looked for, since people mix them."""

    schema_: Literal["feedback-lexicon/v1"] = Field(alias="schema")
    parts: Parts
    subject: Subject
    deed: Deed
    general: Patterns
    quantity: Quantity
    breaks: Patterns
    closing: Patterns
    past: Patterns
    tips: Tips

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """Return what the product comes with, read once in a process."""
        return checked(read(SHIPPED), cls)

    @property
    def patterns(self) -> Iterator[tuple[Where, Patterns]]:
        """Every list of patterns in the file, with its place in it."""
        for name in type(self.parts).model_fields:
            cues: Cues = getattr(self.parts, name)
            yield ("parts", name, "strong"), cues.strong
            yield ("parts", name, "weak"), cues.weak
        for group in ("subject", "deed", "quantity", "tips"):
            lists = getattr(self, group)
            yield from (((group, each), getattr(lists, each)) for each in type(lists).model_fields)
        for name in ("general", "breaks", "closing", "past"):
            yield (name,), getattr(self, name)
