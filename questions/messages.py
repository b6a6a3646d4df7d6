"""What practice feedback says, as it is written: `feedback-messages/v1`, one file."""

from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field

from questions.explaining import checked
from questions.reading import read
from questions.wording import Slug, Wording, Written

SHIPPED = Path(__file__).parent / "feedback" / "messages.yaml"


class Keep(Written):
    """Something found that is worth keeping; it quotes."""

    say: Wording


class Step(Written):
    """Something to do next, and a sentence to begin with."""

    say: Wording
    next: Wording
    try_: Wording = Field(alias="try")


class Messages(Written):
    """Everything by the id of its rule. Ids stay: what people disagree with is counted by them."""

    schema_: Literal["feedback-messages/v1"] = Field(alias="schema")
    keep: dict[Slug, Keep]
    steps: dict[Slug, Step]
    checks: dict[Slug, Wording]
    changes: dict[Slug, Wording]
    invite: Wording
    invite_anyway: Wording  # when there is no next step

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """Return what the product comes with, read once in a process."""
        return checked(read(SHIPPED), cls)
