"""Use cases: a person answers in a mock interview, and says when an answer is done."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import CoachingError, NotFoundError
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.post import owed
from coaching.practice.answer import in_hand, under_way
from coaching.practice.mock import (
    Mock,
    Stage,
    ask,
    finish,
    go_on,
    hear,
    resumed,
    retry,
    say,
    skip,
    stepped,
    switched,
)
from coaching.practice.repositories import PracticeStore, PracticeWork
from coaching.practice.self_rating import HIGHEST, LOWEST, SelfRating
from coaching.practice.turn import Turn
from coaching.practice.turns import (
    MOCK_HINT,
    MOCK_READS,
    Saying,
    count,
    current,
    pressed,
    seen,
    speak,
)
from coaching.typed import keepable
from questions.wording import Locale

Move = Literal["skip", "repeat", "explain", "switch", "retry", "next"]
MOVES: Mapping[Move, Stage] = {  # and when it is one
    "skip": "answering",
    "repeat": "answering",
    "explain": "answering",
    "switch": "answering",
    "retry": "rating",
    "next": "rating",
}


class NothingSaidError(CoachingError):
    """Done, with nothing said."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("I have not read an answer yet. Write it here first, then press Done.")
        )


@dataclass(frozen=True, slots=True)
class Answering:
    """Hears answers. What a button stands for is its mock and the turn it was shown with."""

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake

    async def hear(self, person: Person, text: str, message: str, ts: str) -> None:
        """Add a message to the current answer; one that was taken before is left alone.

        Outside a question, a line says what to do instead.
        """
        await self.people.member(person)
        await self.deadline.within(self._hear(person, text, message, ts))
        self.wake()

    async def amend(self, person: Person, text: str, ts: str) -> None:
        """Let a message of the answer that is being given say something else.

        What was answered stays as it stood when it was done: the feedback is about that.
        """
        await self.people.member(person)
        await self.deadline.within(self._amend(person, text, ts))

    async def erase(self, person: Person, ts: str) -> None:
        """Take a deleted message out of its answer, long after it too: it is kept nowhere."""
        await self.people.visitor(person)
        await self.deadline.within(self._erase(person, ts))

    async def receive(self, person: Person, message: str) -> None:
        """Say, to a file or a voice clip during a mock, that only text is read."""
        await self.people.member(person)
        await self.deadline.within(self._receive(person, message))
        self.wake()

    async def done(self, person: Person, mock: str, n: int) -> Locale:
        """End the answer that is being heard, or was; return the language of the mock."""
        await self.people.member(person)
        locale = await self.deadline.within(self._done(person, mock, n))
        self.wake()
        return locale

    async def move(self, person: Person, mock: str, n: int, move: Move) -> None:
        """Do what a button below a message stands for; PassedError when that is behind."""
        await self.people.member(person)
        await self.deadline.within(self._move(person, mock, n, move))
        self.wake()

    async def rate(self, person: Person, mock: str, n: int, points: int) -> Saying:
        """Keep the point that a person thinks they reached; return the message that asked.

        A guest may have answered to a partner.
        """
        await self.people.visitor(person)
        return await self.deadline.within(self._rate(person, mock, n, points))

    async def object_to(self, person: Person, mock: str, n: int, rule: str) -> Saying:
        """Keep that a statement is not accurate; return the message that has it."""
        await self.people.member(person)
        return await self.deadline.within(self._object_to(person, mock, n, rule))

    async def silences(self) -> None:
        """End every answer to which nothing was added for a while."""
        while True:
            async with self.store.claim() as claims:
                if (found := await claims.silent(self.now())) is None:
                    return
                team, key = found
                work = claims.of(team)
                mock = await work.mocks.of(key)
                if mock and mock.state == "asking":
                    await self._finish(work, mock)

    async def _hear(self, person: Person, text: str, message: str, ts: str) -> None:
        async with self.store.begin(person.team) as work:
            mock, now = await work.mocks.current(person.id), self.now()
            if mock is None or mock.state == "stopped" or mock.stage == "rating":
                await work.posts.owe(owed(person.team, MOCK_HINT, person.id, message), now)
                return
            said = Turn(mock.id, mock.turns, "answer", mock.question, message=message, ts=ts)
            if await work.mocks.add(replace(said, text=keepable(text)), now):
                after = replace(stepped(mock, now), turns=mock.turns + 1)
                after, line = hear(after, now)
                await (speak(work, now, after, line) if line else work.mocks.save(after, now))

    async def _amend(self, person: Person, text: str, ts: str) -> None:
        async with self.store.begin(person.team) as work:
            mock = await work.mocks.current(person.id)
            if mock is None or mock.stage == "rating":
                return
            if in_hand(await work.mocks.turns(mock.id), mock.question, ts):
                await work.mocks.amend(mock.id, ts, keepable(text))

    async def _erase(self, person: Person, ts: str) -> None:
        async with self.store.begin(person.team) as work:
            await work.mocks.current(person.id)  # nothing is done with it meanwhile
            await work.mocks.erase(person.id, ts)

    async def _receive(self, person: Person, message: str) -> None:
        async with self.store.begin(person.team) as work:
            mock = await work.mocks.current(person.id)
            if mock and mock.state == "asking":
                await work.posts.owe(owed(person.team, MOCK_READS, person.id, message), self.now())

    async def _done(self, person: Person, mock: str, n: int) -> Locale:
        async with self.store.begin(person.team) as work:
            found, turn = await pressed(work, person, mock, n)
            about = (turn.said, turn.question, turn.probe)
            is_open = about == ("listening", found.question, found.probe)
            heard = is_open and found.stage == "answering"
            if heard and not await self._finish(work, resumed(found)):
                raise NothingSaidError
            return found.wish.locale

    async def _finish(self, work: PracticeWork, mock: Mock) -> bool:
        """Go on from an answer; return False when all of it was deleted."""
        now = self.now()
        said = under_way(await work.mocks.turns(mock.id), mock.question)
        if mock.stage == "rating" or said is None:
            return False
        question = (await self.catalogue.of(work)).question(mock.question)
        after, asked = finish(stepped(mock, now), question, said.text, now)
        await count(work, self.catalogue, after, now)
        await speak(work, now, after, asked)
        return True

    async def _move(self, person: Person, mock: str, n: int, move: Move) -> None:
        async with self.store.begin(person.team) as work:
            found, _ = await current(work, person, mock, n, MOVES[move])
            now = self.now()
            after = stepped(resumed(found), now)
            match move:
                case "skip":
                    said = skip(after, now)
                    await count(work, self.catalogue, said[0], now)
                case "repeat":
                    said = ask(after)
                case "explain":
                    said = say(after, "meaning")
                case "switch":
                    said = ask(switched(after))
                case "retry":
                    said = retry(after)
                case "next":
                    said = go_on(after, now)
            await speak(work, now, *said)

    async def _object_to(self, person: Person, mock: str, n: int, rule: str) -> Saying:
        async with self.store.begin(person.team) as work:
            found, turn = await work.mocks.of(mock), await work.mocks.turn(mock, n)
            if found is None or found.person != person.id or turn is None:
                raise NotFoundError
            saying = await seen(work, self.catalogue, found, turn, self.now())
            if rule not in saying.rules:
                raise NotFoundError
            await work.mocks.objects(mock, n, rule, self.now())
            return replace(saying, objections=saying.objections | {rule})

    async def _rate(self, person: Person, mock: str, n: int, points: int) -> Saying:
        async with self.store.begin(person.team) as work:
            found, turn = await work.mocks.of(mock), await work.mocks.turn(mock, n)
            if found is None or found.person != person.id or turn is None or turn.said != "rate":
                raise NotFoundError
            question = (await self.catalogue.of(work)).question(turn.question)
            if question is None or not LOWEST <= points <= HIGHEST:
                raise NotFoundError
            rating = SelfRating(mock, question.id, question.competency, points, self.now())
            await work.mocks.rate(person.id, rating)
            return await seen(work, self.catalogue, found, turn, self.now())
