"""What is filled in to decide, and what it lacks."""

from dataclasses import dataclass

from coaching.debrief.decision import Decision
from coaching.debrief.departing import Departure, asked
from coaching.phrase import Phrase
from coaching.typed import unkeepable
from questions.model import Model

TEXT = 1000  # UTF-16 units of what is typed into one field

# The fields of the form.
VERDICT, COMPETENCIES, DEPARTURE, REASON = "verdict", "competencies", "departure", "reason"
DISSENTERS, DISSENT = "dissenters", "dissent"


@dataclass(frozen=True, slots=True)
class DecideForm:
    """What was filled in; ``seen`` is how many decisions there were when the form was opened."""

    verdict: str | None
    competencies: tuple[str, ...]
    dissenters: tuple[str, ...]
    dissent: str
    departure: str
    reason: str
    seen: int


def gaps(
    form: DecideForm, before: Decision | None, found: Departure | None, model: Model
) -> dict[str, Phrase | None]:
    """Return what each field lacks, None for nothing.

    ``before`` is the decision it takes the place of; ``found`` is what the verdict departs from.
    """
    return {
        VERDICT: None if form.verdict else Phrase("Choose what is decided."),
        COMPETENCIES: _uncited(form),
        DISSENTERS: _unsigned(form),
        DISSENT: unkeepable(form.dissent, TEXT),
        DEPARTURE: _unexplained(form, found, model),
        REASON: _unreasoned(form, before),
    }


def _uncited(form: DecideForm) -> Phrase | None:
    if form.competencies:
        return None
    return Phrase("Choose the competencies that decided it: at least one.")


def _unsigned(form: DecideForm) -> Phrase | None:
    if form.dissent.strip() and not form.dissenters:
        return Phrase("Choose who sees it otherwise.")
    return None


def _unexplained(form: DecideForm, found: Departure | None, model: Model) -> Phrase | None:
    if not form.departure.strip():
        return asked(found, model) if found else None
    if form.verdict and not found:
        return Phrase("This decision does not depart from the profile. Please leave this empty.")
    return unkeepable(form.departure, TEXT)


def _unreasoned(form: DecideForm, before: Decision | None) -> Phrase | None:
    if before and not form.reason.strip():
        return Phrase("Say why the decision changes: a sentence is enough.")
    return unkeepable(form.reason, TEXT)
