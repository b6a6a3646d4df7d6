"""Use cases: an answer in practice is written in a form, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import FormError, NotFoundError
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.practice.fields import fields
from coaching.practice.mock import Mock, done, resumed, stepped
from coaching.practice.repositories import PracticeStore, PracticeWork
from coaching.practice.turn import Turn
from coaching.practice.turns import count, current, speak
from coaching.typed import keepable
from questions.bank import Question


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a guided answer: its question, and what was typed in it so far."""

    mock: Mock
    turn: Turn
    question: Question
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AnswerForms:
    """Keeps forms and takes them as answers."""

    store: PracticeStore
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    wake: Wake

    async def form(self, person: Person, mock: str, n: int) -> Form:
        """Return the form for the current question as it was left."""
        await self.people.member(person)
        return await self.deadline.within(self._form(person, mock, n))

    async def draft(
        self, person: Person, mock: str, n: int, typed: Mapping[str, str], at: datetime
    ) -> None:
        """Keep what was typed so far."""
        await self.people.member(person)
        await self.deadline.within(self._draft(person, mock, n, typed, at))

    async def submit(self, person: Person, mock: str, n: int, typed: Mapping[str, str]) -> None:
        """Take a form as the answer. FormError when nothing is in it."""
        await self.people.member(person)
        await self.deadline.within(self._submit(person, mock, n, typed))
        self.wake()

    async def _form(self, person: Person, mock: str, n: int) -> Form:
        async with self.store.begin(person.team) as work:
            found, turn = await current(work, person, mock, n, "answering")
            question = (await self.catalogue.of(work)).question(found.question)
            if question is None:
                raise NotFoundError
            return Form(found, turn, question, await work.mocks.drafts(found.id, found.question))

    async def _draft(
        self, person: Person, mock: str, n: int, typed: Mapping[str, str], at: datetime
    ) -> None:
        async with self.store.begin(person.team) as work:
            found = await work.mocks.of(mock)
            if found is None or found.person != person.id:
                raise NotFoundError
            turn = await work.mocks.turn(mock, n)
            asked = found.state != "over" and found.stage == "answering"
            if turn and asked and turn.question == found.question:  # else it comes too late
                await self._keep(work, found, typed, at)

    async def _submit(self, person: Person, mock: str, n: int, typed: Mapping[str, str]) -> None:
        async with self.store.begin(person.team) as work:
            found, _ = await current(work, person, mock, n, "answering")
            kept = await self._keep(work, found, typed, self.now())
            if not any(text.strip() for text in kept.values()):
                empty = Phrase("Write something in at least one field, or close this and skip.")
                raise FormError({next(iter(typed), ""): empty})
            mock_, now = stepped(resumed(found), self.now()), self.now()
            for field, text in ((field, text) for field, text in kept.items() if text.strip()):
                said = Turn(mock_.id, mock_.turns, "answer", mock_.question, text=text, field=field)
                await work.mocks.add(said, now)
                mock_ = replace(mock_, turns=mock_.turns + 1)
            after, asked = done(mock_)
            await count(work, self.catalogue, after, now)
            await speak(work, now, after, asked)

    async def _keep(
        self, work: PracticeWork, mock: Mock, typed: Mapping[str, str], at: datetime
    ) -> Mapping[str, str]:
        """Keep what was typed in the fields that the question has, and return just that."""
        question = (await self.catalogue.of(work)).question(mock.question)
        known = fields(question) if question else ()
        kept = {field: keepable(typed[field]) for field in known if field in typed}
        for field, text in kept.items():
            await work.mocks.draft(mock.id, mock.question, field, text, at)
        return kept
