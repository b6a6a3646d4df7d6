"""Use cases: what of an answer leaves for a language model, read first by whoever wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coaching.deadline import Deadline
from coaching.errors import FormError, NotFoundError
from coaching.people import People
from coaching.person import Person, Profile
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.practice.answer import answers, first_said
from coaching.practice.commenting import Commentator, named
from coaching.practice.mock import Mock
from coaching.practice.nameless import nameless
from coaching.practice.repositories import PracticeStore
from coaching.practice.turn import Turn
from coaching.practice.turns import keep
from coaching.typed import beginning, length, unkeepable
from questions.wording import Locale

MOST = 3_000  # units of text that leave at most, and that a form of Slack's can hold

State = Literal["open", "sent", "past", "gone"]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What of an answer leaves for the language model at ``where``.

    ``open``: ``text`` leaves once its writer says so, and may be changed before; ``cut``: it is
    the beginning of a longer answer. ``sent``: it left as it stands here. ``past``: nothing of the
    answer was sent, and it is behind its writer. ``gone``: nothing is kept of it any more.
    """

    locale: Locale
    state: State
    text: str = ""
    where: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Sending:
    """Lets an answer go to the model only after its writer has read what goes."""

    store: PracticeStore
    people: People
    now: Clock
    deadline: Deadline
    wake: Wake
    commentator: Commentator | None = None

    async def look(self, person: Person, mock: str, n: int) -> Leaving:
        """Return what leaves of the answer whose feedback is turn ``n`` of the person's mock."""
        profile = await self.people.visitor(person)
        return await self.deadline.within(self._look(person, profile, mock, n))

    async def send(self, person: Person, mock: str, n: int, text: str) -> Leaving:
        """Let a text go in place of that answer, once; FormError when it cannot be kept.

        Nothing is taken out of it any more: its writer has read it as it is.
        """
        profile = await self.people.member(person)
        wrong = unkeepable(text, MOST) if text.strip() else Phrase("Please fill this in.")
        if wrong:
            raise FormError({"text": wrong})
        leaving = await self.deadline.within(self._send(person, profile, mock, n, text))
        self.wake()
        return leaving

    async def _look(self, person: Person, profile: Profile, key: str, n: int) -> Leaving:
        async with self.store.begin(person.team) as work:
            mock = _own(await work.mocks.of(key), person)
            return self._leaving(mock, await work.mocks.turns(key), n, profile)

    async def _send(self, person: Person, profile: Profile, key: str, n: int, text: str) -> Leaving:
        async with self.store.begin(person.team) as work:
            mock = _own(await work.mocks.of(key), person)
            turns = await work.mocks.turns(key)
            leaving = self._leaving(mock, turns, n, profile)
            if leaving.state != "open":
                return leaving
            about, where = str(first_said(turns, n)), mock.reader
            sent = Turn(key, mock.turns, "sent", mock.question, text=text, ts=about, field=where)
            await keep(work, self.now(), replace(mock, uncommented=True), sent)
            return replace(leaving, state="sent", text=text)

    def _leaving(self, mock: Mock, turns: Sequence[Turn], n: int, profile: Profile) -> Leaving:
        locale = mock.wish.locale
        if not any(turn.n == n and turn.said == "rate" for turn in turns):
            return Leaving(locale, "gone")
        about = str(first_said(turns, n))
        for turn in turns:
            if turn.said == "sent" and turn.ts == about:
                return Leaving(locale, "sent" if turn.text else "gone", turn.text, turn.field)
        tries = answers(turns, mock.question)
        if not (self._is_read(mock) and tries and _is_newest(mock, turns, about)):
            return Leaving(locale, "past")
        said = nameless(tries[-1].text, [profile.name, profile.also, mock.person])
        return Leaving(locale, "open", beginning(said, MOST), mock.reader, length(said) > MOST)

    def _is_read(self, mock: Mock) -> bool:
        """Tell whether the model that the person chose is the one that is set up."""
        return self.commentator is not None and mock.reader == named(self.commentator)


def _own(mock: Mock | None, person: Person) -> Mock:
    if mock is None or mock.person != person.id:
        raise NotFoundError
    return mock


def _is_newest(mock: Mock, turns: Sequence[Turn], about: str) -> bool:
    """Tell whether it is the feedback on the answer that was done last, and nothing came after."""
    rated = [turn for turn in turns if turn.said == "rate"]
    under_way = mock.stage == "rating" and mock.state != "over"
    return under_way and str(first_said(turns, rated[-1].n)) == about
