"""What only a mock question has: how to practise on it. No part of it is a score."""

from typing import Annotated, Literal

from pydantic import Field

from questions.wording import Limit, Lines, Locale, Short, Slug, Wording, Written

Part = Literal[
    "situation", "task", "action", "result", "reflection",
    "reasoning", "alternatives", "risk", "evidence",
]  # fmt: skip
Tip = Annotated[Wording, Limit(120, 240)] | None
Characters = Annotated[int, Field(strict=True, ge=1)]


class Expect(Written):
    """Which parts an answer to this question usually has."""

    episode: Annotated[bool, Field(strict=True)]
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    result_number: Literal["preferred", "optional"]
    reflection: Literal["preferred", "optional"]


class Band(Written):
    """Answer lengths: Chinese characters or English words."""

    min: Characters
    low: Characters
    high: Characters
    max: Characters


class Length(Written):
    """The bands of the two languages; they count different things."""

    en: Band
    zh_cn: Band = Field(alias="zh-CN")

    def of(self, locale: Locale) -> Band:
        """Return the band of that language."""
        return self.en if locale == "en" else self.zh_cn


class ContentPoint(Written):
    """Something a full answer touches on, and words that hint at it."""

    id: Slug
    label: Short
    any: Lines


class Tips(Written):
    """One next step for a part of the answer; only the parts of the question need one."""

    situation: Tip = None
    task: Tip = None
    action: Tip = None
    result: Tip = None
    reflection: Tip = None
    reasoning: Tip = None
    alternatives: Tip = None
    risk: Tip = None
    evidence: Tip = None

    def of(self, part: Part) -> Wording | None:
        """Return the tip for a part, if one was written."""
        tip: Wording | None = getattr(self, part)
        return tip


class Practice(Written):
    """The `mock` block of a question."""

    expect: Expect
    length: Length
    content_points: tuple[ContentPoint, ...]
    outline: Annotated[Lines, Limit(60, 120)]
    tips: Tips
