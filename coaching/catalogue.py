"""The questions of one pool as one workspace sees them: those shipped, and its own."""

import asyncio
import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

from coaching.frozen import FrozenQuestion
from coaching.own_question import OwnQuestion
from coaching.question_repositories import Shelved
from coaching.repositories import Work
from questions.bank import Pool, Question, Status
from questions.library import Library
from questions.selection import QUARTER, Exposure

logger = logging.getLogger(__name__)

Key = tuple[str, Pool]
Stamp = tuple[int, int]

WORKSPACES = 100  # whose libraries are remembered


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Adds what a workspace wrote and decided to the shipped questions of a pool.

    The pool is that of ``shipped``: the catalogue of practice never asks for a live question.
    """

    shipped: Library
    _learnt: dict[Key, tuple[Stamp, Library]] = field(default_factory=dict)

    async def of(self, work: Shelved) -> Library:
        """Return the library of the workspace whose transaction this is."""
        stamp = await work.questions.stamp()
        if stamp == (0, 0):
            return self.shipped
        key = (work.team, self.shipped.pool)
        at, library = self._learnt.get(key, (None, self.shipped))
        if at == stamp:
            return library
        own = await _own(work, self.shipped.pool, library)
        states = await work.questions.states()
        return await asyncio.to_thread(self._learn, key, stamp, own, states)

    async def frozen(self, work: Work, refs: Collection[str]) -> Library:
        """Return the library in which these references have the very text they froze.

        A reference from before such texts were kept has the newest.
        """
        library = await self.of(work)
        changed = [ref for ref in refs if not _newest(ref, library)]
        if not changed:
            return library
        kept = [readable(each, each.ref) for each in await work.frozen.of(changed)]
        return library.frozen(each for each in kept if each)

    def _learn(
        self,
        key: Key,
        stamp: Stamp,
        own: Sequence[Question | OwnQuestion],
        states: Mapping[str, Status],
    ) -> Library:
        """Read what is new and remember it, also when nobody waits for it any more."""
        questions = [
            each if isinstance(each, Question) else readable(each, f"{each.id}@{each.rev}")
            for each in own
        ]
        library = self.shipped.owned((each for each in questions if each), states)
        if len(self._learnt) >= WORKSPACES:
            self._learnt.clear()
        self._learnt[key] = stamp, library
        return library


async def freeze(work: Work, questions: Iterable[Question], now: datetime) -> None:
    """Keep the very text of what candidates are going to be asked."""
    await work.frozen.keep([FrozenQuestion.of(each) for each in questions], now)


async def exposed(work: Work, now: datetime) -> Exposure:
    """Return what the candidates of a workspace have heard."""
    return Exposure(now, await work.uses.heard(now - QUARTER))


async def _own(work: Shelved, pool: Pool, known: Library) -> Sequence[Question | OwnQuestion]:
    """Return the newest of each own question; what is ``known`` is not read from the database.

    No revision is ever changed.
    """
    newest = await work.questions.revisions(pool)
    read = {
        question: known.questions[question]
        for question, rev in newest.items()
        if question in known.questions and known.questions[question].rev == rev
    }
    new = {each.id: each for each in await work.questions.of(newest.keys() - read.keys())}
    return [read.get(question) or new[question] for question in newest]


def readable(kept: OwnQuestion | FrozenQuestion, name: str) -> Question | None:
    """Return a question as it was kept; one that today's schema refuses is left out and named."""
    try:
        return kept.question()
    except ValidationError:
        logger.exception("the question %s cannot be read: left out", name)
        return None


def _newest(ref: str, library: Library) -> bool:
    question = library.question(ref.partition("@")[0])
    return question is not None and question.ref == ref
