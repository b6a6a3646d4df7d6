"""What practice needs from a database. Hiring has no way to it: its transactions hold none of it.

The outbox, the inbox and the workspace's questions serve both sides; nothing else is shared.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from coaching.post import Post
from coaching.practice.mock import Mock
from coaching.practice.parts import FoundPart
from coaching.practice.peers.session import Session, Waiting
from coaching.practice.self_rating import SelfRating
from coaching.practice.turn import Turn
from coaching.question_repositories import Shelved


@dataclass(frozen=True, slots=True)
class Deleted:
    """How much of a person's practice was deleted.

    ``parts`` are the answers whose parts were counted, ``pairs`` is with how many partners.
    """

    rounds: int
    answers: int
    ratings: int
    parts: int = 0
    pairs: int = 0


class Mocks(Protocol):
    """Practice interviews. They have no key to anything in hiring."""

    async def current(self, person: str) -> Mock | None:
        """Return the person's mock that is not over, held until the transaction ends."""

    async def under_way(self, person: str) -> Mock | None:
        """Return the person's mock that is not over, only to look at it."""

    async def begin(self, mock: Mock, now: datetime) -> None:
        """Keep a new mock, unless the person has one: two starts at once begin one."""

    async def of(self, mock: str) -> Mock | None:
        """Return a mock, held until the transaction ends."""

    async def last(self, person: str) -> Mock | None:
        """Return the mock that the person began last, alone."""

    async def save(self, mock: Mock, now: datetime) -> None:
        """Keep where a person is."""

    async def add(self, turn: Turn, now: datetime) -> bool:
        """Keep what was said; return False for an answer whose message we took before."""

    async def amend(self, mock: str, ts: str, text: str) -> None:
        """Let an answer say something else."""

    async def erase(self, person: str, ts: str) -> None:
        """Empty a message in whatever answer it is, and what was sent of that answer."""

    async def turn(self, mock: str, n: int) -> Turn | None:
        """Return one thing that was said."""

    async def turns(self, mock: str) -> Sequence[Turn]:
        """Return what was said in a mock, in order."""

    async def met(self, person: str) -> Sequence[str]:
        """Return the questions the person was asked before, the earliest first."""

    async def draft(self, mock: str, question: str, field: str, text: str, at: datetime) -> None:
        """Keep what is being typed in a field; the newer text stays."""

    async def drafts(self, mock: str, question: str) -> Mapping[str, str]:
        """Return what was typed for a question, by field."""

    async def rate(self, person: str, rating: SelfRating) -> None:
        """Keep a self-rating, in place of an earlier one of the same question in that mock."""

    async def ratings(self, person: str) -> Sequence[SelfRating]:
        """Return all self-ratings of a person, the earliest first."""

    async def finds(self, person: str, part: FoundPart) -> None:
        """Keep whether a part was found in an answer, in place of an earlier try's."""

    async def parts(self, person: str) -> Sequence[FoundPart]:
        """Return which parts were found in a person's answers, the earliest first."""

    async def objects(self, mock: str, n: int, rule: str, now: datetime) -> None:
        """Keep that what a rule said in a turn is not accurate: the rule, and no text."""

    async def objections(self, mock: str, n: int) -> frozenset[str]:
        """Return the rules whose statements in a turn are not accurate."""

    async def forget(self, person: str) -> Deleted:
        """Delete everything that tells that a person has practised, and say how much it was."""


class Peers(Protocol):
    """People who look for a partner, and pairs. They too have no key to anything in hiring."""

    async def wait(self, waiting: Waiting) -> None:
        """Let somebody wait; who waits already keeps their place and has the newer wish."""

    async def waiting(self, person: str) -> Waiting | None:
        """Return what a person waits for."""

    async def take(self, person: str) -> None:
        """Let a person wait no more."""

    async def partner(self, waiting: Waiting, last: str, now: datetime) -> Waiting | None:
        """Take whoever has waited longest for the same language; ``last`` only for want of others.

        Whom another transaction has in hand is passed over, and where one refused the other.
        """

    async def refuse(self, person: str, other: str) -> None:
        """Keep that a person does not practise with another one again; nothing tells the other."""

    async def last_partner(self, person: str) -> str:
        """Return whom a person practised with last; empty for nobody."""

    async def begin(self, session: Session, now: datetime) -> None:
        """Keep a new pair."""

    async def of(self, session: str) -> Session | None:
        """Return a pair, held until the transaction ends."""

    async def current(self, person: str) -> Session | None:
        """Return the pair of a person that is not over, only to look at it."""

    async def save(self, session: Session, now: datetime) -> None:
        """Keep where a pair is."""

    async def met(self, person: str) -> Sequence[str]:
        """Return the questions a person asked or was asked in pairs, the earliest first."""

    async def forget(self, person: str) -> int:
        """Take a person out of every pair, and delete those without anybody; return how many.

        Whom they refused is forgotten too; that others refused them is not theirs.
        """


class Owed(Protocol):
    """The outbox, as far as practice needs it."""

    async def owe(self, post: Post, at: datetime) -> None:
        """Promise a message; a key is promised once."""

    async def forget(self, channel: str, kinds: Collection[str]) -> None:
        """Drop the rows of all messages of these kinds to a place, sent or not."""


class Unread(Protocol):
    """The inbox, as far as practice needs it."""

    async def forget(self, person: str) -> None:
        """Drop what a person wrote to the bot and nobody has worked on to its end.

        Replies in a thread stay: a note of an interview may be among them.
        """


class PracticeWork(Shelved, Protocol):
    """The repositories of one team's practice, in one transaction."""

    @property
    def mocks(self) -> Mocks:
        """Practice."""

    @property
    def peers(self) -> Peers:
        """Practice of two."""

    @property
    def posts(self) -> Owed:
        """The outbox."""

    @property
    def requests(self) -> Unread:
        """The inbox."""


class PracticeClaims(Protocol):
    """What is due in any team's practice."""

    async def silent(self, now: datetime) -> tuple[str, str] | None:
        """Take an answer that silence has ended, for good; return team and mock."""

    async def uncommented(self, since: datetime) -> tuple[str, str] | None:
        """Take an answer done ``since`` that a language model may comment on; team and mock."""

    async def waited(self, now: datetime) -> tuple[str, Waiting] | None:
        """Take somebody who has waited in vain; return their team and what they waited for."""

    async def idle(self, before: datetime) -> tuple[str, str] | None:
        """Hold a pair that is not over and was left alone since a moment; return team and pair."""

    async def lonely(self) -> Sequence[tuple[str, Waiting]]:
        """Hold those for whom somebody else waits, some at a time, the longest first."""

    async def expire(self, before: datetime) -> None:
        """Delete what was written before a moment, and end the mocks left alone since then."""

    def of(self, team: str) -> PracticeWork:
        """Go on in the same transaction, for the team that was found."""


@dataclass(frozen=True, slots=True)
class PracticeStore:
    """The database as practice sees it."""

    begin: Callable[[str], AbstractAsyncContextManager[PracticeWork]]
    claim: Callable[[], AbstractAsyncContextManager[PracticeClaims]]
