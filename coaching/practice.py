"""Use cases: a mock interview in a direct message. Nothing here touches hiring."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.mock import Mock, Turn, advance, ask, choose
from coaching.people import People
from coaching.person import Person
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.repositories import UnitOfWork, Work
from coaching.typed import keepable
from questions.bank import OFFERED
from questions.library import Library
from questions.wording import Locale

QUESTIONS = 3  # in one mock
MOCK, MOCK_HINT = "mock", "mock_hint"


@dataclass(frozen=True, slots=True)
class Saying:
    """A turn of the bot's, with what went before it."""

    mock: Mock
    turn: Turn
    before: Sequence[Turn]
    library: Library


@dataclass(frozen=True, slots=True)
class Practice:
    """Runs mock interviews. ``catalogue`` is the mock pool and nothing else."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake

    async def start(self, person: Person, locale: Locale) -> None:
        """Ask the first question, or where a mock was left, its question again."""
        await self.people.member(person)
        await self.deadline.within(self._start(person, locale))
        self.wake()

    async def stop(self, person: Person) -> bool:
        """Leave a mock where it is, to go on some other day; return False without one."""
        await self.people.member(person)
        if not await self.deadline.within(self._stop(person)):
            return False
        self.wake()
        return True

    async def answer(self, person: Person, text: str, message: str) -> None:
        """Take an answer and say what comes next; a message answered before is left alone.

        Outside a mock, or while it is stopped, a line says how to start or go on.
        """
        await self.people.member(person)
        await self.deadline.within(self._answer(person, text, message))
        self.wake()

    async def saying(self, team: str, mock: str, n: int) -> Saying | None:
        """Return the ``n``-th thing said, for the message that says it."""
        async with self.begin(team) as work:
            turns = await work.mocks.turns(mock)
            found = await work.mocks.of(mock)
            library = await self.catalogue.of(work)
        if found is None or n >= len(turns):
            return None
        return Saying(found, turns[n], turns[:n], library)

    async def _start(self, person: Person, locale: Locale) -> None:
        async with self.begin(person.team) as work:
            if (mock := await work.mocks.current(person.id)) is None:
                await work.mocks.begin(await self._new(work, person, locale), self.now())
                mock = await work.mocks.current(person.id)
            if mock:
                await self._say(work, person, *ask(mock))

    async def _stop(self, person: Person) -> bool:
        async with self.begin(person.team) as work:
            mock = await work.mocks.current(person.id)
            if mock and mock.state == "asking":
                after = replace(mock, state="stopped", turns=mock.turns + 1)
                await self._say(work, person, after, Turn(mock.id, mock.turns, "stop"))
        return mock is not None

    async def _answer(self, person: Person, text: str, message: str) -> None:
        async with self.begin(person.team) as work:
            mock = await work.mocks.current(person.id)
            if mock is None or mock.state == "stopped":
                hint = owed(person.team, MOCK_HINT, person.id, message)
                await work.posts.owe(hint, self.now())
                return
            asked, said = mock.question, keepable(text)
            turn = Turn(mock.id, mock.turns, "answer", asked, text=said, message=message)
            await self._hear(work, person, mock, turn)

    async def _new(self, work: Work, person: Person, locale: Locale) -> Mock:
        library = await self.catalogue.of(work)
        pool = [each.id for each in library.questions.values() if each.status in OFFERED]
        questions = choose(pool, await work.mocks.met(person.id), QUESTIONS)
        return Mock(uuid4().hex, person.id, locale, questions)

    async def _hear(self, work: Work, person: Person, mock: Mock, answer: Turn) -> None:
        if not await work.mocks.add(answer, self.now()):
            return
        heard = replace(mock, turns=mock.turns + 1)
        question = (await self.catalogue.of(work)).question(mock.question)
        await self._say(work, person, *advance(heard, question, answer.text))

    async def _say(self, work: Work, person: Person, mock: Mock, turn: Turn) -> None:
        await work.mocks.save(mock, self.now())
        await work.mocks.add(turn, self.now())
        post = owed(person.team, MOCK, person.id, f"{turn.mock}:{turn.n}")
        await work.posts.owe(post, self.now())
