"""Use cases: a language model adds a paragraph to feedback, where it was set up and asked for.

The rules' feedback waits for nothing here: an answer is marked when it is done, and whoever takes
the mark asks the model. What is late, fails or may not be shown costs its own paragraph.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Protocol

from coaching.catalogue import Catalogue
from coaching.errors import CoachingError
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock, Wake
from coaching.practice.answer import answers, first_said
from coaching.practice.nameless import nameless
from coaching.practice.prompting import fit, instructions, material
from coaching.practice.repositories import PracticeStore, PracticeWork
from coaching.practice.turn import Turn
from coaching.practice.turns import keep, speak
from questions.bank import Question
from questions.wording import Locale

PATIENCE = 8.0  # seconds for a paragraph, waiting for its turn included
AT_ONCE = 8  # answers that are read at the same time
FRESH = timedelta(minutes=10)  # what was done before is behind the person: nobody waits for it


class Commentator(Protocol):
    """A language model that reads practice and nothing else."""

    @property
    def model(self) -> str:
        """Its name, as the administrator wrote it."""

    @property
    def host(self) -> str:
        """Where it runs, and where the text goes."""

    async def write(self, told: str, material: str) -> str | None:
        """Return what it writes to that, None when it failed; the caller's deadline ends it."""


def named(commentator: Commentator) -> str:
    """Return what stands for a model and its place: who lets one read lets no other."""
    return f"{commentator.model} ({commentator.host})"


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer on its way to the model, without the name of who gave it."""

    team: str
    mock: str
    question: Question
    answer: str
    locale: Locale


@dataclass(frozen=True, slots=True)
class Commenting:
    """Asks the model about answers whose people let it read them."""

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    wake: Wake
    commentator: Commentator | None = None
    patience: float = PATIENCE
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def comment_due(self) -> None:
        """Comment on every answer that is done, each in its own time."""
        if self.commentator is None:
            return
        asked: list[Awaitable[None]] = []
        while found := await self._take():
            asked.append(self._comment(self.commentator, *found))
        await asyncio.gather(*asked)

    async def _take(self) -> tuple[str, str] | None:
        async with self.store.claim() as claims:
            return await claims.uncommented(self.now() - FRESH)

    async def _comment(self, commentator: Commentator, team: str, mock: str) -> None:
        if (asked := await self._asked(commentator, team, mock)) is None:
            return
        told, given = (
            instructions(asked.locale),
            material(asked.question, asked.answer, asked.locale),
        )
        try:
            async with asyncio.timeout(self.patience), self._turns:
                written = await commentator.write(told, given)
        except TimeoutError:
            return
        if written and (paragraph := fit(written, asked.locale)):
            async with self.store.begin(team) as work:
                await self._say(work, asked, paragraph, commentator.model)
            self.wake()

    async def _asked(self, commentator: Commentator, team: str, key: str) -> Asked | None:
        """Return the answer that was done last; None when the person took it away since.

        What is about to be sent is kept beside the answer first: its writer may read it.
        """
        async with self.store.begin(team) as work:
            mock, turns = await work.mocks.of(key), await work.mocks.turns(key)
            library = await self.catalogue.of(work)
        rated = [each for each in turns if each.said == "rate"]
        question = library.question(rated[-1].question) if rated else None
        if mock is None or question is None or mock.reader != named(commentator):
            return None
        tries = answers(turns, question.id)
        if not tries:
            return None
        try:
            profile = await self.people.profile(Person(team, mock.person))
        except CoachingError:
            return None  # a name that is not known could not be taken out
        said = nameless(tries[-1].text, [profile.name, profile.also, mock.person])
        async with self.store.begin(team) as work:
            if (mock := await work.mocks.of(key)) is None:
                return None
            about = str(first_said(turns, rated[-1].n))
            sent = Turn(
                key, mock.turns, "sent", question.id, text=said, ts=about, field=mock.reader
            )
            await keep(work, self.now(), mock, sent)
        return Asked(team, key, question, said, mock.wish.locale)

    async def _say(self, work: PracticeWork, asked: Asked, paragraph: str, model: str) -> None:
        """Keep the paragraph beside the answer, for as long, and owe its message."""
        if mock := await work.mocks.of(asked.mock):
            said = Turn(
                mock.id, mock.turns, "comment", asked.question.id, text=paragraph, field=model
            )
            await speak(work, self.now(), replace(mock, turns=mock.turns + 1), said)
