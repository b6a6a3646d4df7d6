"""Questions and the file that holds them: `question-bank/v1`, one competency to a file."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, ValidationInfo, field_validator

from questions.model import Anchor, Anchors, Level, Name, Version
from questions.practice import Practice
from questions.wording import Counted, Limit, Locale, Short, Slug, Whole, Wording, Written

Pool = Literal["live", "mock"]
Status = Literal["draft", "pilot", "active", "retired", "compromised"]
Type = Literal["behavioural", "situational", "case"]
Kind = Literal[
    "situation", "task", "action", "result", "reflection", "ownership",
    "clarify", "reasoning", "alternatives", "risk", "evidence", "depth",
]  # fmt: skip
POOLS: tuple[Pool, ...] = get_args(Pool)
TYPES: tuple[Type, ...] = get_args(Type)
Bar = Annotated[int, Field(strict=True, ge=2, le=4)] | None
Aloud = Annotated[Wording, Limit(300, 600)]
Note = Annotated[str, Field(max_length=1_000)]
OFFERED: frozenset[Status] = frozenset({"pilot", "active"})


class Probe(Written):
    """A follow-up planned beforehand. It clarifies; it never teaches."""

    id: Slug
    kind: Kind
    required: Annotated[bool, Field(strict=True)]
    text: Annotated[Wording, Limit(90, 200)]


class Expected(Written):
    """The points that mean "meets this level", for exactly the levels of the question."""

    junior: Bar = None
    mid: Bar = None
    senior: Bar = None
    lead: Bar = None

    def of(self, level: Level) -> int | None:
        """Return 2 to 4 points, or None when the question is not for that level."""
        return {"junior": self.junior, "mid": self.mid, "senior": self.senior, "lead": self.lead}[
            level
        ]


class Minutes(Written):
    """What the question takes; the sum must fit its type."""

    reading: Whole = 0
    answer: Counted
    probes: Counted

    @property
    def total(self) -> int:
        """Whole minutes from the first word read to the last one said."""
        return self.reading + self.answer + self.probes


class Indicator(Written):
    """Something to tick because it was heard."""

    id: Slug
    text: Short


class Indicators(Written):
    """Ten a side at most: so many checkboxes Slack shows in one group."""

    positive: Annotated[tuple[Indicator, ...], Field(min_length=3, max_length=10)]
    negative: Annotated[tuple[Indicator, ...], Field(min_length=2, max_length=10)]


class Exposure(Written):
    """When a question has been seen too often; 0 is no limit."""

    cooldown_days: Whole
    max_uses_per_quarter: Whole
    retire_after_uses: Whole


class Expert(Written):
    """A reviewer, by role: banks name no people."""

    role: Slug
    reviewed: date  # not `on`: YAML reads that as true


class Review(Written):
    """What people have checked. Empty until they have."""

    sme: tuple[Expert, ...] = ()
    sensitivity: date | None
    back_translation: date | None
    pilot_n: Whole

    @property
    def complete(self) -> bool:
        """Two experts, both readings and five pilot answers: enough to become active."""
        enough = len(self.sme) >= 2 and self.pilot_n >= 5  # noqa: PLR2004 - the sentence above
        return enough and self.sensitivity is not None and self.back_translation is not None


class Question(Written):
    """One question with everything an interviewer needs to ask it and rate the answer."""

    id: Slug
    rev: Counted
    status: Status
    pool: Pool
    family: Slug
    form: Annotated[str, Field(pattern=r"^[A-Z]$")]
    type: Type
    sub_dimensions: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=2)]
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    expected: Expected
    difficulty: Annotated[int, Field(strict=True, ge=1, le=5)]
    minutes: Minutes
    title: Name
    prompt: Annotated[Wording, Limit(300, 700)]
    materials: Annotated[Wording, Limit(1500, 2500)] | None = None
    probes: Annotated[tuple[Probe, ...], Field(min_length=3, max_length=6)]
    anchors: Anchors
    indicators: Indicators
    evidence_prompt: Annotated[Wording, Limit(150, 150)]
    exposure: Exposure
    share_in_advance: Literal["none", "topic", "full"]
    review: Review
    mock: Practice | None = None
    replaced_by: Slug | None = None
    retired_on: date | None = None
    note: Note | None = None
    competency: Slug  # not written: it is the id of the bank

    @classmethod
    def kept(cls, document: Mapping[str, Any], competency: str) -> Self:
        """Return the question of a `document`; ValidationError when today's schema refuses it."""
        return cls.model_validate({**document, "competency": competency})

    @property
    def document(self) -> Mapping[str, Any]:
        """What a bank would write of it, as plain JSON: what was left out stays out."""
        written: Mapping[str, Any] = self.model_dump(
            mode="json", by_alias=True, exclude_unset=True, exclude={"competency"}
        )
        return written

    def anchor(self, points: int) -> Anchor:
        """Return what an answer of 1 to 5 points looks like; KeyError for any other number."""
        return self.anchors.at(points)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hex digits that change with anything said, shown or rated against."""
        parts = {"prompt", "anchors", "probes", "materials"}
        said = self.model_dump(mode="json", by_alias=True, exclude_none=True, include=parts)
        canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()[:16]

    @property
    def ref(self) -> str:
        """Which text exactly: `id@rev#fingerprint`, as kits and ratings keep it."""
        return f"{self.id}@{self.rev}#{self.fingerprint}"


class ModelRef(Written):
    """The model whose claims the questions are traced to."""

    id: Slug
    version: Version


class Bank(Written):
    """One file: the questions of one competency in one pool."""

    schema_: Literal["question-bank/v1"] = Field(alias="schema")
    id: Slug
    code: str
    version: Version
    model: ModelRef
    locales: tuple[Locale, Locale]
    source_locale: Locale
    updated: date
    next_review: date
    owner: Slug
    intro: Aloud
    interviewer_notes: Aloud
    avoid: tuple[Annotated[Wording, Limit(120, 240)], ...]
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=40)]

    @field_validator("questions", mode="before")
    @classmethod
    def _belong(cls, questions: Any, info: ValidationInfo) -> Any:
        """Tell each question whose it is; whoever writes it himself gets it refused."""
        if not isinstance(questions, list):
            return questions
        return [_owned(question, info.data.get("id", "unknown")) for question in questions]


def _owned(question: Any, competency: str) -> Any:
    if not isinstance(question, dict):
        return question
    written_by_hand = "competency" in question
    return question | {"competency": None if written_by_hand else competency}
