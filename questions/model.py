"""The competency model: what is assessed, on which scale, and at which level.

The schema is `competency-model/v1`. A competency carries general anchors, so that it can be
rated as a whole when no question was asked for it.
"""

import json
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from questions.wording import Counted, Limit, Short, Slug, Whole, Wording, Written

Level = Literal["junior", "mid", "senior", "lead"]
LEVELS: tuple[Level, ...] = ("junior", "mid", "senior", "lead")
Version = Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
Name = Annotated[Wording, Limit(30, 60)]
Definition = Annotated[Wording, Limit(160, 400)]


class Anchor(Written):
    """What an answer at one point of the scale looks like."""

    short: Short
    text: Annotated[Wording, Limit(160, 400)]


class Anchors(Written):
    """All five anchors. None may be left out: a point without a picture is a guess."""

    one: Anchor = Field(alias="1")
    two: Anchor = Field(alias="2")
    three: Anchor = Field(alias="3")
    four: Anchor = Field(alias="4")
    five: Anchor = Field(alias="5")

    def at(self, points: int) -> Anchor:
        """Return the anchor of 1 to 5 points; KeyError for any other number."""
        return dict(enumerate(self.ladder, start=1))[points]

    @property
    def ladder(self) -> tuple[Anchor, ...]:
        """From 1 to 5."""
        return self.one, self.two, self.three, self.four, self.five


class Scale(Written):
    """The word for each point, and the one that is no point."""

    one: Name = Field(alias="1")
    two: Name = Field(alias="2")
    three: Name = Field(alias="3")
    four: Name = Field(alias="4")
    five: Name = Field(alias="5")
    not_assessed: Name

    def label(self, points: int | None) -> Wording:
        """Return the word for 1 to 5 points, or for not assessed (None)."""
        if points is None:
            return self.not_assessed
        labels = (self.one, self.two, self.three, self.four, self.five)
        return dict(enumerate(labels, start=1))[points]


class Claim(Written):
    """One statement of the model that a question can be traced to.

    ``caution`` marks what the source asserts without evidence: it may open a discussion, and
    nothing may be scored by it.
    """

    id: Slug
    kind: Literal["behaviour", "example", "principle", "anti_pattern", "metric", "statistic"]
    text: Definition
    caution: Literal["unsourced", "opinion"] | None = None


class SubDimension(Written):
    """One side of a competency, small enough for one question."""

    id: Slug
    name: Name
    definition: Definition
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]


class Competency(Written):
    """One thing an interview measures."""

    id: Slug
    code: Annotated[str, Field(pattern=r"^[a-z]{2,4}$")]
    name: Name
    definition: Definition
    claims: tuple[Claim, ...] = ()
    anchors: Anchors
    sub_dimensions: Annotated[tuple[SubDimension, ...], Field(min_length=1)]

    def anchor(self, points: int) -> Anchor:
        """Return the general anchor of 1 to 5 points; KeyError for any other number."""
        return self.anchors.at(points)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hex digits that change with any word of the general anchors."""
        said = self.anchors.model_dump(mode="json", by_alias=True)
        canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()[:16]


class Group(Written):
    """Competencies that belong together.

    ``required``: each of them has to reach the bar of its level, as no other makes up for it.
    """

    id: Slug
    name: Name
    required: Annotated[bool, Field(strict=True)] = False
    claims: tuple[Claim, ...] = ()
    competencies: Annotated[tuple[Competency, ...], Field(min_length=1)]


class Levels(Written):
    """The ids of the competencies that are assessed by default at each level."""

    junior: Annotated[tuple[Slug, ...], Field(min_length=1)]
    mid: Annotated[tuple[Slug, ...], Field(min_length=1)]
    senior: Annotated[tuple[Slug, ...], Field(min_length=1)]
    lead: Annotated[tuple[Slug, ...], Field(min_length=1)]

    def of(self, level: Level) -> Sequence[str]:
        """Return the ids of one level, in the order they were written."""
        return {"junior": self.junior, "mid": self.mid, "senior": self.senior, "lead": self.lead}[
            level
        ]


class Coverage(Written):
    """The fewest questions of each bank, and the families for each sub-dimension.

    A model promises them to those who choose it; `rules.coverage` holds its banks to that.
    """

    live: Counted
    mock: Whole
    families: Counted


class Model(Written):
    """A whole competency model, as one file holds it."""

    schema_: Literal["competency-model/v1"] = Field(alias="schema")
    id: Slug
    version: Version
    updated: date
    next_review: date
    owner: Slug
    name: Name
    scale: Scale
    levels: Levels
    coverage: Coverage
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]

    @cached_property
    def competencies(self) -> tuple[Competency, ...]:
        """All of them, in the model's order."""
        return tuple(competency for group in self.groups for competency in group.competencies)

    @cached_property
    def required(self) -> frozenset[str]:
        """The ids of those that nothing makes up for."""
        groups = (group for group in self.groups if group.required)
        return frozenset(each.id for group in groups for each in group.competencies)

    def competency(self, competency: str) -> Competency:
        """Find one by its id; KeyError when the model has none of that id."""
        return {each.id: each for each in self.competencies}[competency]

    def for_level(self, level: Level) -> tuple[Competency, ...]:
        """Return what is assessed by default at a level, in the model's order."""
        chosen = self.levels.of(level)
        return tuple(each for each in self.competencies if each.id in chosen)
