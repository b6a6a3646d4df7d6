"""A loop: all interviews of one candidate for one job, and the debrief promised for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from unicodedata import normalize

from coaching.job import Job
from coaching.post import Post, owed

Release = Literal["at", "sealed"]
Kind = Literal["lead", "shadow", "reverse"]
State = Literal["planned", "cancelled", "missed"]  # missed: it did not happen
Stopped = Literal["cancelled", "expired"]
INVITE, PLANNED, DEBRIEF = "invite", "planned", "debrief"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person applying to a job. ``account`` is set only for somebody of this workspace.

    ``earlier`` is the id of the same person in the round before; ``accommodation`` is what
    interviewers arrange for ("+25 % time"), never why.
    """

    id: str
    job: str
    name: str
    account: str | None
    planned_by: str
    round: int = 1
    earlier: str | None = None
    accommodation: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """One interviewer, one candidate, one time, and what to cover.

    ``minutes`` is its length; ``questions`` are references ``id@rev#fingerprint``;
    a competency without one is rated as a whole. A *shadow* sits in the interview ``beside``
    theirs and watches; a *reverse* shadow leads it while its lead watches. Neither is a rater of
    the profile. ``revision`` counts how often the invitation was changed.
    """

    id: str
    candidate: str
    interviewer: str
    start: datetime
    minutes: int
    competencies: tuple[str, ...]
    questions: tuple[str, ...]
    kind: Kind = "lead"
    beside: str | None = None
    state: State = "planned"
    revision: int = 0

    @property
    def counts(self) -> bool:
        """Whether its card is awaited, and part of the profile."""
        return self.kind == "lead" and self.state == "planned"

    @property
    def end(self) -> datetime:
        """When it is over."""
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Debrief:
    """The promise of a debrief: at ``due_at``, or when all cards are sealed and it is None.

    ``daily``: all cards were sealed, and ``due_at`` is the next daily hour of the job. One that
    is ``stopped`` does not go out by itself: it was cancelled, or came due while nobody was
    there to post it.
    """

    candidate: str
    channel: str
    due_at: datetime | None = None
    released_at: datetime | None = None
    daily: bool = False
    stopped: Stopped | None = None


@dataclass(frozen=True, slots=True)
class Loop:
    """Everything about one candidate that is not a score."""

    job: Job
    candidate: Candidate
    interviews: Sequence[Interview]
    debrief: Debrief

    @property
    def refs(self) -> frozenset[str]:
        """Every reference that its interviews ask."""
        return frozenset(ref for interview in self.interviews for ref in interview.questions)

    @property
    def panel(self) -> Sequence[Interview]:
        """The interviews whose cards the debrief waits for."""
        return [each for each in self.interviews if each.counts]

    def organisers(self) -> frozenset[str]:
        """Return who answers for it."""
        return frozenset({self.candidate.planned_by, self.job.manager, self.job.opened_by})

    def followers(self) -> frozenset[str]:
        """Return who may know how far it is; never the candidate."""
        seated = {each.interviewer for each in self.interviews if each.state == "planned"}
        return (self.organisers() | seated) - {self.candidate.account}


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one, but for case, width and spaces."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return "".join(normalize("NFKC", name).casefold().split())


def debrief_post(team: str, job: Job, candidate: Candidate) -> Post:
    """Return the one debrief of a candidate."""
    return owed(team, DEBRIEF, job.channel, candidate.id, owner=job.manager)
