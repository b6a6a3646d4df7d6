"""What people are told about a change of their interview: once for each, as it stands by then."""

from datetime import datetime

from coaching.loop import INVITE, Interview, Loop
from coaching.post import owed
from coaching.repositories import Work

MOVED, ASKED, PAIRED = "moved", "asked", "paired"  # another time; other questions; another lead
REPLACED, CALLED_OFF = "replaced", "called_off"
PANEL = "panel"  # for the hiring channel: who is on it now
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


async def tell_panel(work: Work, loop: Loop, gone: Interview, now: datetime) -> None:
    """Owe the hiring channel one line about who is on the panel, now that somebody is not."""
    subject = f"{loop.candidate.id}:{gone.id}:{gone.revision}"
    line = owed(work.team, PANEL, loop.job.channel, subject, loop.candidate.planned_by)
    await work.posts.owe(line, now)
