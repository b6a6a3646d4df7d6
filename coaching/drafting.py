"""What of a draft a scorecard takes."""

from collections.abc import Sequence
from dataclasses import replace

from coaching.errors import NotFoundError, ReplacedError
from coaching.phrase import Phrase
from coaching.scorecard import EVIDENCE, Draft, Item, evidence_field
from coaching.typed import unkeepable
from questions.library import Library


def refuse_foreign(draft: Draft, rated: Sequence[Item], library: Library) -> None:
    """Refuse items that are not on this card; a question was on it when it was opened."""
    foreign = draft.touched - {item.key for item in rated}
    if any(library.question(key) is None for key in foreign):
        raise NotFoundError
    if foreign:
        raise ReplacedError([evidence_field(key) for key in sorted(foreign)])


def unkept(draft: Draft) -> dict[str, Phrase]:
    """Return what of a draft cannot be kept, by field."""
    faults = {evidence_field(key): unkeepable(t, EVIDENCE) for key, t in draft.evidence.items()}
    return {field: fault for field, fault in faults.items() if fault}


def keepable(draft: Draft) -> Draft:
    """Keep the rest of a draft; the person is told about the part when they seal."""
    bad = {key for key, text in draft.evidence.items() if unkeepable(text, EVIDENCE)}
    return replace(draft, evidence={k: t for k, t in draft.evidence.items() if k not in bad})
