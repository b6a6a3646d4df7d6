"""Something to say, in no language yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from questions.wording import Wording

Value = str | int | datetime | Wording


@dataclass(frozen=True, slots=True)
class Phrase:
    """A gettext message id, which is the English text, and the values it names in braces.

    A ``datetime`` is said in the reader's own zone, in the way of their language; a ``Wording`` in
    their language.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)
