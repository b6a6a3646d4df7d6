"""How practice of two ends: both are told, and who answered rates their own answer."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from coaching.practice.mock import Mock
from coaching.practice.peers.session import Session
from coaching.practice.peers.sight import What, tell
from coaching.practice.repositories import PracticeWork
from coaching.practice.turn import Turn
from coaching.practice.turns import speak


async def end(
    work: PracticeWork, session: Session, why: What, now: datetime, *, silent: str = ""
) -> Session:
    """End a pair's practice for a reason and return it; ``silent`` is who is told nothing."""
    over = replace(session, state="over")
    await work.peers.save(over, now)
    for person in session.people:
        if person != silent:
            await tell(work, over, person, why, now)
    for n, question in enumerate(session.questions):
        person = session.answers(n)
        if person not in {"", silent}:
            await _rate(work, Mock(uuid4().hex, person, session.wish(n), (question,), now), now)
    return over


async def _rate(work: PracticeWork, mock: Mock, now: datetime) -> None:
    """Ask who answered for a rating of their own: it counts like any other."""
    asked = replace(mock, state="over", stage="rating", turns=1)
    await work.mocks.begin(asked, now)
    await speak(work, now, asked, Turn(mock.id, 0, "rate", mock.question))
