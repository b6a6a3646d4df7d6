"""What coaching needs from a database about questions; `repositories` has the rest."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from coaching.exposure import Drift, Leak, Use
from coaching.frozen import FrozenQuestion
from coaching.own_question import OwnQuestion
from questions.bank import Pool, Status
from questions.selection import Heard


class OwnQuestions(Protocol):
    """The questions a workspace added, and its word on every question, shipped ones too."""

    async def stamp(self) -> tuple[int, int]:
        """Return two numbers that change with every revision and every decision; 0, 0: none."""

    async def current(self, pool: Pool) -> Sequence[OwnQuestion]:
        """Return the newest revision of each, by id."""

    async def revisions(self, pool: Pool) -> Mapping[str, int]:
        """Return the number of the newest revision of each, in the order of the ids."""

    async def of(self, questions: Collection[str]) -> Sequence[OwnQuestion]:
        """Return the newest revision of each of these, in no order."""

    async def newest(self, question: str) -> OwnQuestion | None:
        """Return the newest revision of one, in whatever pool."""

    async def ids(self) -> Collection[str]:
        """Return the ids of all that there ever were: none is used again."""

    async def add(self, question: OwnQuestion, actor: str, now: datetime) -> bool:
        """Keep a revision; return False when that one is there already."""

    async def states(self) -> Mapping[str, Status]:
        """Return what was decided last about each question; what is taken out stays out."""

    async def decided(self) -> Mapping[str, datetime]:
        """Return when that was."""

    async def decide(self, question: str, status: Status, actor: str, now: datetime) -> None:
        """Keep a decision; the earlier ones stay on record."""

    async def header(self, competency: str, pool: Pool) -> Mapping[str, Any] | None:
        """Return what an imported bank said besides its questions."""

    async def keep_header(self, competency: str, pool: Pool, header: Mapping[str, Any]) -> None:
        """Keep it in place of the earlier one."""


class Shelved(Protocol):
    """A transaction that knows what a workspace made of the shipped questions."""

    @property
    def team(self) -> str:
        """Whose workspace it is."""

    @property
    def questions(self) -> OwnQuestions:
        """Its own questions, and its word on every question."""


class FrozenQuestions(Protocol):
    """The very texts that jobs and candidates were given."""

    async def keep(self, questions: Sequence[FrozenQuestion], now: datetime) -> None:
        """Keep each once: the text of a reference never changes."""

    async def of(self, refs: Collection[str]) -> Sequence[FrozenQuestion]:
        """Return those of these references that were kept."""


class Uses(Protocol):
    """Who has heard what."""

    async def add(self, uses: Sequence[Use], now: datetime) -> None:
        """Note what an interview plans to ask."""

    async def move(self, interview: str, question: str, use: Use, now: datetime) -> None:
        """Note that an interview asks something else in place of ``question``."""

    async def drop(self, interview: str) -> None:
        """Note that an interview asks nothing."""

    async def hand_over(self, interview: str, to: str) -> None:
        """Note that another interview asks all that this one was to ask."""

    async def heard(self, since: datetime) -> Mapping[str, Heard]:
        """Return how often each question was used: ever, since then, and when last."""

    async def met(self, candidates: Collection[str]) -> frozenset[str]:
        """Return the families that these candidates have met."""

    async def points(self, question: str, rev: int) -> Sequence[int]:
        """Return the sealed points of one revision of a question, in the order of the sealing."""

    async def flag(self, question: str, rev: int, drift: Drift, now: datetime) -> bool:
        """Keep a possible leak; return False when this revision was flagged before."""

    async def leaks(self) -> Mapping[str, Leak]:
        """Return the flag of each question's newest flagged revision."""

    async def review(self, question: str, rev: int, actor: str, now: datetime) -> None:
        """Note who looked at a flag."""
