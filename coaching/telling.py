"""What people are told about a change of their interview: once for each, as it stands by then."""

from datetime import datetime

from coaching.loop import INVITE, Interview
from coaching.post import owed
from coaching.repositories import Work

MOVED, ASKED, PAIRED = "moved", "asked", "paired"  # another time; other questions; another lead
REPLACED, CALLED_OFF = "replaced", "called_off"
STANDING = frozenset({MOVED, ASKED, PAIRED})  # there is nothing to say of these once it is off
TIMELY = frozenset({MOVED, REPLACED, CALLED_OFF})  # calendars need to know


def news(before: Interview, after: Interview) -> str | None:
    """Return what the interviewer of both is told, None for nothing.

    The most important thing: each of these messages shows all of the interview.
    """
    if (before.start, before.minutes, before.state) != (after.start, after.minutes, after.state):
        return CALLED_OFF if after.state == "cancelled" else MOVED
    if (before.competencies, before.questions) != (after.competencies, after.questions):
        return ASKED
    return PAIRED if before.beside != after.beside else None


async def tell(work: Work, kind: str, interview: Interview, organiser: str, now: datetime) -> None:
    """Owe a message about one revision of an interview to its interviewer."""
    subject = interview.id if kind == INVITE else f"{interview.id}:{interview.revision}"
    await work.posts.owe(owed(work.team, kind, interview.interviewer, subject, organiser), now)
