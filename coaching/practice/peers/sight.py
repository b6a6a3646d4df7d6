"""What one of two people who practise together sees, and how they are told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from coaching.errors import NotFoundError
from coaching.person import Person
from coaching.post import owed
from coaching.practice.peers.session import Session
from coaching.practice.repositories import PracticeWork
from questions.bank import Question
from questions.library import Library

MOCK_PEER, MOCK_PEER_WAIT, MOCK_PEER_LATE = "mock_peer", "mock_peer_wait", "mock_peer_late"
KINDS = (MOCK_PEER, MOCK_PEER_WAIT, MOCK_PEER_LATE)

# met: they are a pair; here: the partner says that both are; ask, answer: the parts of a round;
# end, left, late: it was ended, the partner left, nothing happened for too long.
What = Literal["met", "here", "ask", "answer", "end", "left", "late"]
WHATS: tuple[What, ...] = get_args(What)


@dataclass(frozen=True, slots=True)
class Sight:
    """A pair as one ``person`` of it sees it. ``partner`` is the other's name, if it is known.

    ``round`` is the one that a message is about, from 0. ``refused``: they are not to meet again.
    """

    session: Session
    person: str
    what: What
    round: int
    library: Library
    partner: str = ""
    refused: bool = False

    @property
    def question(self) -> Question | None:
        """What is asked in the round; None when there is none, or the bank lost it."""
        known = self.session.questions
        return self.library.question(known[self.round]) if self.round < len(known) else None

    @property
    def past(self) -> bool:
        """Whether the message is about something that is behind them."""
        session = self.session
        if self.what in {"met", "here"}:
            return session.state != "meeting"
        going_on = self.what in {"ask", "answer"}
        return going_on and (session.state == "over" or session.round != self.round)


async def held(work: PracticeWork, person: Person, key: str) -> Session:
    """Return the pair that a button is of; NotFoundError for anybody who is not in it."""
    session = await work.peers.of(key)
    if session is None or person.id not in session.people:
        raise NotFoundError
    return session


async def tell(
    work: PracticeWork, session: Session, person: str, what: What, now: datetime
) -> None:
    """Owe one of the pair a message; nobody is told who has taken their practice away."""
    if person:
        subject = f"{session.id}:{what}:{max(session.round, 0)}"
        await work.posts.owe(owed(work.team, MOCK_PEER, person, subject), now)
