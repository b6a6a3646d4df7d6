"""Sample answers with their key: `calibration/v1`, one competency to a file.

They train interviewers to hear the difference between two points. Nobody else reads them: neither
library opens their folder, so no kit, scorecard or practice can show one.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from questions.bank import ModelRef
from questions.model import Version
from questions.wording import Counted, Limit, Slug, Wording, Written


class Sample(Written):
    """One answer as it might be spoken, the points it is worth, and why not one more or less."""

    key: Annotated[int, Field(strict=True, ge=1, le=5)]
    answer: Annotated[Wording, Limit(400, 900)]
    reason: Annotated[Wording, Limit(200, 400)]


class SampleSet(Written):
    """Five answers to one live question, written against one revision of its anchors."""

    id: Slug
    question: Slug
    rev: Counted
    samples: Annotated[tuple[Sample, ...], Field(min_length=5, max_length=5)]


class Calibration(Written):
    """One file: the sample answers for one competency."""

    schema_: Literal["calibration/v1"] = Field(alias="schema")
    id: Slug
    version: Version
    model: ModelRef
    updated: date
    next_review: date
    owner: Slug
    sets: Annotated[tuple[SampleSet, ...], Field(min_length=1)]
