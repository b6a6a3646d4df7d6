"""Use cases: look through the questions, and read one. Which ones, the database decides anew."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coaching.authoring import is_own
from coaching.catalogue import WORKSPACES, Catalogue, exposed
from coaching.deadline import Deadline
from coaching.errors import NotFoundError
from coaching.exposure import Leak
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock
from coaching.repositories import UnitOfWork, Work
from coaching.retiring import Care, care
from coaching.standing import GUEST, Standing
from questions.bank import OFFERED, Pool, Question
from questions.library import Library
from questions.searching import Index, Search
from questions.selection import Heard

PAGE = 8  # questions to a page


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of what was found. ``page`` counts from 0; ``guest`` is who reads it."""

    library: Library
    search: Search
    found: Sequence[Question]
    page: int
    guest: bool = False

    @property
    def shown(self) -> Sequence[Question]:
        """Return the questions of the page."""
        return self.found[self.before : self.before + PAGE]

    @property
    def before(self) -> int:
        """Return how many questions come before the page."""
        return self.page * PAGE

    @property
    def after(self) -> int:
        """Return how many come after it."""
        return len(self.found) - self.before - len(self.shown)


@dataclass(frozen=True, slots=True)
class Wear:
    """What interviews have done to a live question. ``leak`` is for those who judge it."""

    heard: Heard | None
    tired: bool
    worn: bool
    leak: Leak | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as one person may read it. ``wear`` is None in practice."""

    question: Question
    library: Library
    standing: Standing
    wear: Wear | None = None
    guest: bool = False
    care: Care | None = None


@dataclass(frozen=True, slots=True)
class Browsing:
    """Shows questions. A guest, and who is a candidate, gets those for practice."""

    begin: UnitOfWork
    people: People
    live: Catalogue
    mock: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    _indices: dict[tuple[str, Pool], Index] = field(default_factory=dict)

    async def prepare(self, team: str) -> None:
        """Read the questions of a workspace, so that nobody has to wait for it."""
        async with self.begin(team) as work:
            libraries = [await catalogue.of(work) for catalogue in (self.live, self.mock)]
        for library in libraries:
            await asyncio.to_thread(self._find, team, library, Search())

    async def look(self, actor: Person, search: Search, page: int = 0) -> Listing:
        """Return a page of what a person finds, the last one when there are not so many.

        A choice that is not there any more leaves its side open.
        """
        member = (await self.people.visitor(actor)).member
        return await self.deadline.within(self._look(actor, search, page, member=member))

    async def read(self, actor: Person, question: str) -> Reading:
        """Return a question of the side that a person may read, or raise NotFoundError."""
        member = (await self.people.visitor(actor)).member
        return await self.deadline.within(self._read(actor, question, member=member))

    async def _look(self, actor: Person, search: Search, page: int, *, member: bool) -> Listing:
        async with self.begin(actor.team) as work:
            library = await self._library(work, await self._standing(work, actor, member=member))
        known = _known(search, library)
        found = await asyncio.to_thread(self._find, actor.team, library, known)
        last = max(0, len(found) - 1) // PAGE
        return Listing(library, known, found, min(page, last), guest=not member)

    async def _read(self, actor: Person, question: str, *, member: bool) -> Reading:
        async with self.begin(actor.team) as work:
            standing = await self._standing(work, actor, member=member)
            library = await self._library(work, standing)
            found = library.question(question)
            if found is None or not _readable(found):
                raise NotFoundError
            if standing.pool == "mock":
                return Reading(found, library, standing, guest=not member)
            wear = await self._wear(work, found, standing)
            edits = standing.writes and await is_own(work, found, library)
            cared = await care(work, found, standing, self.now(), edits=edits)
        return Reading(found, library, standing, wear, care=cared)

    async def _standing(self, work: Work, actor: Person, *, member: bool) -> Standing:
        if not member:
            return GUEST
        admin = actor.id in self.admins
        return await work.loops.standing(actor.id, self.now(), admin=admin)

    async def _library(self, work: Work, standing: Standing) -> Library:
        return await (self.live if standing.pool == "live" else self.mock).of(work)

    async def _wear(self, work: Work, question: Question, standing: Standing) -> Wear:
        exposure = await exposed(work, self.now())
        leak = (await work.uses.leaks()).get(question.id) if standing.judges else None
        return Wear(
            exposure.heard.get(question.id),
            exposure.tired(question),
            exposure.worn(question),
            leak if leak and leak.reviewed_by is None else None,
        )

    def _find(self, team: str, library: Library, search: Search) -> Sequence[Question]:
        """Search in a thread of its own: the first time in a library takes a while."""
        index = self._indices.get((team, library.pool))
        if index is None or index.library is not library:
            index = Index.of(library, index)
            if len(self._indices) >= WORKSPACES:
                self._indices.clear()
            self._indices[team, library.pool] = index
        return [each for each in index.find(search) if _readable(each)]


def _readable(question: Question) -> bool:
    """Return whether it is shown: who practises gets what practice may ask."""
    return question.pool == "live" or question.status in OFFERED


def _known(search: Search, library: Library) -> Search:
    """Drop what was chosen and is no competency of the library, or no part of it."""
    every = {each.id: each for model in library.models for each in model.competencies}
    chosen = every.get(search.competency or "")
    if chosen is None:
        return replace(search, competency=None, sub_dimension=None)
    parts = {part.id for part in chosen.sub_dimensions}
    return search if search.sub_dimension in parts else replace(search, sub_dimension=None)
