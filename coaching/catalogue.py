"""The questions of one pool as one workspace sees them: those shipped, and its own."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

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
        questions = [_known(each, before) or _read(each) for each in own]
        library = self.shipped.owned((each for each in questions if each), states)
        if len(self._known) >= WORKSPACES:
            self._known.clear()
        self._known[key] = (stamp, library)
        return library


async def exposed(work: Work, now: datetime) -> Exposure:
    """Return what the candidates of a workspace have heard."""
    return Exposure(now, await work.uses.heard(now - QUARTER))


def _known(own: OwnQuestion, before: Mapping[str, Question]) -> Question | None:
    """Return a revision that was read before: no revision is ever changed."""
    question = before.get(own.id)
    return question if question and question.rev == own.rev else None


def _read(own: OwnQuestion) -> Question | None:
    """Return a question as it was kept; one that today's schema refuses is left out and named."""
    try:
        return own.question()
    except ValidationError:
        logger.exception("own question %s@%s cannot be read: left out", own.id, own.rev)
        return None
