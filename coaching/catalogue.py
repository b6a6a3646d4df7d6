"""The questions of one pool as one workspace sees them: those shipped, and its own."""

import asyncio
import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

from coaching.frozen import FrozenQuestion
from coaching.own_question import OwnQuestion
from coaching.repositories import Work
from questions.bank import Question, Status
from questions.library import Library
from questions.selection import QUARTER, Exposure

logger = logging.getLogger(__name__)

WORKSPACES = 100  # whose libraries are remembered


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Adds what a workspace wrote and decided to the shipped questions of a pool.

    The pool is that of ``shipped``: the catalogue of practice never asks for a live question.
    """

    shipped: Library
    _known: dict[tuple[str, str], tuple[tuple[int, int], Library]] = field(default_factory=dict)

    async def of(self, work: Work) -> Library:
        """Return the library of the workspace whose transaction this is."""
        stamp = await work.questions.stamp()
        if stamp == (0, 0):
            return self.shipped
        key = (work.team, self.shipped.pool)
        known = self._known.get(key)
        if known and known[0] == stamp:
            return known[1]
        own = await work.questions.current(self.shipped.pool)
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
        kept = [_read(each, each.ref) for each in await work.frozen.of(changed)]
        return library.frozen(each for each in kept if each)

    def _learn(
        self,
        key: tuple[str, str],
        stamp: tuple[int, int],
        own: Sequence[OwnQuestion],
        states: Mapping[str, Status],
    ) -> Library:
        """Read what is new and remember it, also when nobody waits for it any more."""
        known = self._known.get(key)
        before = known[1].questions if known else {}
        questions = [_known(each, before) or _read(each, f"{each.id}@{each.rev}") for each in own]
        library = self.shipped.owned((each for each in questions if each), states)
        if len(self._known) >= WORKSPACES:
            self._known.clear()
        self._known[key] = (stamp, library)
        return library


async def freeze(work: Work, questions: Iterable[Question], now: datetime) -> None:
    """Keep the very text of what candidates are going to be asked."""
    await work.frozen.keep([FrozenQuestion.of(each) for each in questions], now)


async def exposed(work: Work, now: datetime) -> Exposure:
    """Return what the candidates of a workspace have heard."""
    return Exposure(now, await work.uses.heard(now - QUARTER))


def _known(own: OwnQuestion, before: Mapping[str, Question]) -> Question | None:
    """Return a revision that was read before: no revision is ever changed."""
    question = before.get(own.id)
    return question if question and question.rev == own.rev else None


def _read(kept: OwnQuestion | FrozenQuestion, name: str) -> Question | None:
    """Return a question as it was kept; one that today's schema refuses is left out and named."""
    try:
        return kept.question()
    except ValidationError:
        logger.exception("the question %s cannot be read: left out", name)
        return None


def _newest(ref: str, library: Library) -> bool:
    question = library.question(ref.partition("@")[0])
    return question is not None and question.ref == ref
