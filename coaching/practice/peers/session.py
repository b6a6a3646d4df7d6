"""Two people who practise together: who waits, who asks whom, and how far they are.

Nothing that they say to each other is here, nor anywhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from coaching.practice.wish import Wish
from questions.model import Level
from questions.wording import Locale

PATIENCE = timedelta(days=7)  # nobody waits longer for a partner, nor a partner for the other
ROUNDS = 2
STEPS = 3  # of the guide: ask, follow up, look at the anchors

State = Literal["meeting", "talking", "over"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who looks for a partner, from ``since`` on and not after ``until``."""

    id: str
    person: str
    topic: str
    level: Level
    locale: Locale
    since: datetime
    until: datetime

    @property
    def wish(self) -> Wish:
        """What they want to be asked."""
        return Wish(self.topic, self.level, self.locale, "peer", whole=False)


@dataclass(frozen=True, slots=True)
class Session:
    """A pair. ``one`` waited longer and answers first; a person who is gone is an empty text.

    ``topics`` and ``levels`` are what each wants to be asked, ``ready`` the places (0, 1) of those
    who said that both are here. There is a question for each round that has begun, ``step`` is
    where its guide is, and ``asked`` are the follow-ups used: ``question probe``.
    """

    id: str
    one: str
    other: str
    topics: tuple[str, ...]
    levels: tuple[Level, ...]
    locale: Locale
    state: State = "meeting"
    ready: tuple[int, ...] = ()
    questions: tuple[str, ...] = ()
    step: int = 0
    asked: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[str, str]:
        """Both, the one who waited longer first."""
        return self.one, self.other

    @property
    def round(self) -> int:
        """The round that they are in, from 0; -1 before the first."""
        return len(self.questions) - 1

    def partner(self, person: str) -> str:
        """Return the other one."""
        return self.other if person == self.one else self.one

    def answers(self, n: int) -> str:
        """Return who answers in a round."""
        return self.people[n % ROUNDS]

    def asks(self, n: int) -> str:
        """Return who asks in a round."""
        return self.partner(self.answers(n))

    def wish(self, n: int) -> Wish:
        """Return what is to be asked in a round: what the one who answers wished for."""
        place = n % ROUNDS
        return Wish(self.topics[place], self.levels[place], self.locale, "peer", whole=False)

    def used(self, n: int) -> Sequence[str]:
        """Return the ids of the follow-ups that were used in a round, in that order."""
        pairs = (each.split(" ") for each in self.asked)
        return [probe for question, probe in pairs if question == self.questions[n]]


def mark(team: str, person: str, other: str) -> str:
    """Return what stands for it that ``person`` does not practise with ``other`` again."""
    return sha256(f"{team} {person} {other}".encode()).hexdigest()


def paired(longer: Waiting, newer: Waiting, key: str) -> Session:
    """Return the pair of two who waited."""
    both = longer, newer
    topics = tuple(each.topic for each in both)
    levels = tuple(each.level for each in both)
    return Session(key, longer.person, newer.person, topics, levels, longer.locale)


def readied(session: Session, person: str) -> Session:
    """Return the pair after one of them said that both are here."""
    place = session.people.index(person)
    return replace(session, ready=tuple(sorted({*session.ready, place})))


def begun(session: Session, question: str) -> Session:
    """Return the pair in its next round."""
    questions = (*session.questions, question)
    return replace(session, state="talking", questions=questions, step=0)


def advanced(session: Session, step: int) -> Session:
    """Return the pair one step after ``step``; where it is already, when it is further."""
    return replace(session, step=min(max(session.step, step + 1), STEPS - 1))


def followed_up(session: Session, probe: str) -> Session:
    """Return the pair after a follow-up was used; once is enough."""
    said = f"{session.questions[-1]} {probe}"
    return replace(session, asked=(*(each for each in session.asked if each != said), said))
