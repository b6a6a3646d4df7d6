"""How long after an interview its scorecard was sealed: memory fades within a day."""

from datetime import datetime, timedelta

from coaching.loop import Interview
from coaching.scorecard import Scorecard

LATE = timedelta(hours=24)


def since_end(interview: Interview, at: datetime) -> timedelta:
    """Return the time from the end of an interview to ``at``; negative before the end."""
    return at - interview.end


def late(interview: Interview, card: Scorecard) -> timedelta | None:
    """Return how long after the interview a card was sealed when that is over a day, else None."""
    if card.sealed_at is None:
        return None
    delay = since_end(interview, card.sealed_at)
    return delay if delay > LATE else None
