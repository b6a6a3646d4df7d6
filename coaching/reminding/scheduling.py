"""Scheduling: from which moments on an interview is looked at by the clock."""

from datetime import datetime

from coaching.loop import Interview
from coaching.reminding.nudging import FIRST, before
from coaching.repositories import Work


async def plan(work: Work, interview: Interview, planned_at: datetime) -> None:
    """Remind of an interview as it stands now; nudges that were sent before stay counted.

    ``planned_at`` is when its interviewer was told of this time: the kit comes no sooner again.
    """
    kit_at = before(interview.start, planned_at)
    await work.nudges.plan(interview.id, kit_at, interview.end + FIRST)


async def drop(work: Work, interview: Interview) -> None:
    """Remind nobody of an interview any more: it is called off."""
    await work.nudges.drop(interview.id)
