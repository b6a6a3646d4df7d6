"""Watch the ratings of each question: those of one that leaked rise."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.exposure import Leak, drift
from coaching.person import Person
from coaching.ports import Clock
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import Item
from questions.bank import Question

LEAK = "leak"


@dataclass(frozen=True, slots=True)
class Leaks:
    """Flags possible leaks. ``admins`` are told, each once for a revision of a question."""

    begin: UnitOfWork
    catalogue: Catalogue
    now: Clock
    admins: Collection[str]

    async def watch(self, work: Work, sealed: Iterable[Item], now: datetime) -> None:
        """Look at the questions of a card, in the transaction that seals it."""
        for item in sealed:
            rev = _rev(item)
            found = drift(await work.uses.points(item.key, rev)) if rev else None
            if rev and found and await work.uses.flag(item.key, rev, found, now):
                await work.audit.add("", "question.leak", item.key, now)
                for admin in sorted(self.admins):
                    await work.posts.owe(owed(work.team, LEAK, admin, item.key), now)

    async def flagged(self, reader: Person, question: str) -> tuple[Question, Leak] | None:
        """Return a flag for the message about it; None when the reader may not judge it."""
        async with self.begin(reader.team) as work:
            admin = reader.id in self.admins  # when it was owed they were one
            standing = await work.loops.standing(reader.id, self.now(), admin=admin)
            leak = (await work.uses.leaks()).get(question)
            found = (await self.catalogue.of(work)).question(question)
        return (found, leak) if found and leak and standing.judges else None


def _rev(item: Item) -> int | None:
    """Return the revision of the question that was rated; None for a competency as a whole."""
    return int(item.ref.partition("@")[2].partition("#")[0]) if item.question else None
