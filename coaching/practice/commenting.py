"""Use cases: a language model adds a paragraph to feedback, where it was set up and asked for.

The rules' feedback waits for nothing here: an answer is marked when its writer lets it go, and
whoever takes the mark asks the model. What is late, fails or may not be shown costs its own
paragraph.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Protocol

from coaching.catalogue import Catalogue
from coaching.ports import Clock, Wake
from coaching.practice.prompting import fit, instructions, material
from coaching.practice.repositories import PracticeStore, PracticeWork
from coaching.practice.turn import Turn
from coaching.practice.turns import speak
from questions.bank import Question
from questions.wording import Locale

PATIENCE = 8.0  # seconds for a paragraph, waiting for its turn included
AT_ONCE = 8  # answers that are read at the same time
FRESH = timedelta(minutes=10)  # what was let go before is behind the person: nobody waits for it


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
    """An answer on its way to the model, as its writer let it go."""

    team: str
    mock: str
    question: Question
    answer: str
    locale: Locale


@dataclass(frozen=True, slots=True)
class Commenting:
    """Asks the model about answers that their writers let go."""

    store: PracticeStore
    catalogue: Catalogue
    now: Clock
    wake: Wake
    commentator: Commentator | None = None
    patience: float = PATIENCE
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def comment_due(self) -> None:
        """Comment on every answer that was let go, each in its own time."""
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
        """Return the text that was let go last; None when the person took it away since."""
        async with self.store.begin(team) as work:
            mock, turns = await work.mocks.of(key), await work.mocks.turns(key)
            library = await self.catalogue.of(work)
        sent = next((turn for turn in reversed(turns) if turn.said == "sent" and turn.text), None)
        if mock is None or sent is None or sent.field != named(commentator):
            return None
        question = library.question(sent.question)
        return Asked(team, key, question, sent.text, mock.wish.locale) if question else None

    async def _say(self, work: PracticeWork, asked: Asked, paragraph: str, model: str) -> None:
        """Keep the paragraph beside the answer, for as long, and owe its message."""
        if mock := await work.mocks.of(asked.mock):
            said = Turn(
                mock.id, mock.turns, "comment", asked.question.id, text=paragraph, field=model
            )
            await speak(work, self.now(), replace(mock, turns=mock.turns + 1), said)
