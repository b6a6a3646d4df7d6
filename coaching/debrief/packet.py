"""All there is about a candidate, to be handed over: what was said, by whom, against which text.

`record` says it to machines, `handlers/views/packet.py` to people. What was never sealed is no
part of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from coaching.act import Act
from coaching.debrief.decision import Decision
from coaching.debrief.report import Report
from coaching.debrief.vote import Shift, Vote, closed, movement
from coaching.debrief.withholding import Pieces, Withhold
from coaching.frozen import FrozenQuestion
from coaching.loop import Interview, Loop
from coaching.scorecard import Scorecard
from coaching.sealed.amendment import Amendment
from questions.bank import Question
from questions.model import Competency

Part = Literal["profile", "behalf", "late", "shadow"]
APART: Sequence[Part] = ("behalf", "late", "shadow")


@dataclass(frozen=True, slots=True)
class Kept:
    """A sealed card, its interview and its amendments, the earliest first.

    ``part`` is what it is to the profile: *profile* counts, *behalf* was written for the
    interviewer, *late* came after the debrief, *shadow* is of somebody who watched or was watched.
    """

    interview: Interview
    card: Scorecard
    part: Part
    amendments: Sequence[Amendment] = ()


def entire(note: str) -> Pieces:
    """Leave nothing out of a note."""
    return [note]


@dataclass(frozen=True, slots=True)
class Packet:
    """What there is at ``taken_at``. ``report`` is of the release, or of now before it.

    ``cards`` come in the order of the panel. ``documents`` are the very texts of questions by
    reference, ``questions`` those that today's schema reads; ``competencies`` are by reference,
    too. ``names`` are of everybody in it. What ``withhold`` leaves out of a note is counted.
    """

    report: Report
    cards: Sequence[Kept]
    documents: Mapping[str, FrozenQuestion]
    questions: Mapping[str, Question]
    competencies: Mapping[str, Competency]
    decisions: Sequence[Decision]
    shifts: Sequence[Shift]
    trail: Sequence[Act]
    names: Mapping[str, str]
    taken_at: datetime
    withhold: Withhold = entire

    @property
    def loop(self) -> Loop:
        """Whose it is."""
        return self.report.loop

    @property
    def counted(self) -> Sequence[Kept]:
        """The cards of the profile."""
        return [each for each in self.cards if each.part == "profile"]

    @property
    def apart(self) -> Sequence[Kept]:
        """The cards that count for nothing, those of one sort together."""
        return [each for part in APART for each in self.cards if each.part == part]

    @property
    def refs(self) -> Sequence[str]:
        """The references of all texts, planned or rated against, each once and in order."""
        rated = (rating.item.ref for each in self.cards for rating in each.card.ratings)
        return list(dict.fromkeys([*_planned(self.loop), *rated]))

    @property
    def lost(self) -> Sequence[str]:
        """The references whose text was not kept."""
        return [ref for ref in self.refs if ref not in {*self.documents, *self.competencies}]


def part_of(interview: Interview, card: Scorecard, released: datetime | None) -> Part:
    """Say what a sealed card is to the profile."""
    if interview.kind != "lead":
        return "shadow"
    if released and card.sealed_at and card.sealed_at > released:
        return "late"
    return "behalf" if card.on_behalf else "profile"


def subjects(loop: Loop) -> Collection[str]:
    """Return the ids of all that the trail of a candidate is about."""
    return {loop.job.id, loop.candidate.id, *(each.id for each in loop.interviews)}


def shifts(report: Report, votes: Sequence[Vote], decisions: Sequence[Decision]) -> Sequence[Shift]:
    """Return how far the talk moved the panel once the vote is closed; before that, nothing."""
    over = closed(report.lines, votes, decided=bool(decisions))
    return movement(report.lines, votes) if over else []


def _planned(loop: Loop) -> Sequence[str]:
    return [ref for interview in loop.interviews for ref in interview.questions]
