"""What every use case of practice does with turns: find one by its button, keep and say one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.catalogue import Catalogue
from coaching.errors import CoachingError, NotFoundError
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.post import owed
from coaching.practice.answer import answers
from coaching.practice.heard import Heard, heard
from coaching.practice.mock import Mock, Stage, left
from coaching.practice.parts import FoundPart, parts
from coaching.practice.repositories import PracticeWork
from coaching.practice.self_rating import SelfRating
from coaching.practice.turn import Turn
from questions.bank import Question
from questions.library import Library

MOCK, MOCK_HINT, MOCK_READS = "mock", "mock_hint", "mock_reads"
MODEL = "model"  # stands for the language model where a statement is named by its rule
KINDS = (MOCK, MOCK_HINT, MOCK_READS)


class OverError(CoachingError):
    """A button of a mock that has ended."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "This practice interview has ended. `/mock` starts another, `/mock progress` "
                "shows what you made of it."
            )
        )


class PassedError(CoachingError):
    """A button of a question that is behind, or that was answered."""

    def __init__(self) -> None:
        super().__init__(
            Phrase("You have moved on since this message. Use the buttons of the newest one.")
        )


@dataclass(frozen=True, slots=True)
class Saying:
    """A turn of the bot's, with what went before it.

    ``left`` are the minutes left of a mock with a clock; ``ratings`` those of this mock, ``found``
    which parts were found in its answers. Where the turn asks for a self-rating, ``heard`` is the
    feedback on the answer; ``objections`` are the rules whose statements the person finds not
    accurate.
    """

    mock: Mock
    turn: Turn
    before: Sequence[Turn]
    library: Library
    left: int | None = None
    ratings: Sequence[SelfRating] = ()
    heard: Heard | None = None
    objections: frozenset[str] = frozenset()
    found: Sequence[FoundPart] = ()

    @property
    def question(self) -> Question | None:
        """What the turn is about; None when the bank no longer has it."""
        return self.library.question(self.turn.question)

    @property
    def rules(self) -> frozenset[str]:
        """What was said by which rule, or by the language model: each can be objected to."""
        if self.turn.said == "comment":
            return frozenset({MODEL})
        return frozenset(each.rule for each in self.heard.statements) if self.heard else frozenset()

    @property
    def rated(self) -> int | None:
        """The point that the person thinks they reached with this question."""
        found = (each.points for each in self.ratings if each.question == self.turn.question)
        return next(found, None)


async def keep(work: PracticeWork, now: datetime, mock: Mock, turn: Turn) -> None:
    """Keep a turn that no message says, as the newest of its mock."""
    await work.mocks.save(replace(mock, turns=mock.turns + 1), now)
    await work.mocks.add(turn, now)


async def speak(work: PracticeWork, now: datetime, mock: Mock, turn: Turn) -> None:
    """Keep where a mock is, and owe the message that says a turn."""
    await work.mocks.save(mock, now)
    await work.mocks.add(turn, now)
    subject = f"{turn.mock}:{turn.n}"
    await work.posts.owe(owed(work.team, MOCK, mock.person, subject), now)


async def count(work: PracticeWork, catalogue: Catalogue, mock: Mock, now: datetime) -> None:
    """Keep which parts were found in the answer that is done, once nothing more is asked."""
    question = (await catalogue.of(work)).question(mock.question)
    if question is None or mock.stage != "rating":
        return
    turns = await work.mocks.turns(mock.id)
    for found in parts(turns, question, mock.wish.locale, now):
        await work.mocks.finds(mock.person, found)


async def pressed(work: PracticeWork, person: Person, mock: str, n: int) -> tuple[Mock, Turn]:
    """Return a person's mock and the turn whose button was pressed.

    NotFoundError for anybody else's and what never was, OverError when it has ended.
    """
    found = await work.mocks.of(mock)
    if found is None or found.person != person.id:
        raise NotFoundError
    if found.state == "over":
        raise OverError
    turn = await work.mocks.turn(mock, n)
    if turn is None:
        raise NotFoundError
    return found, turn


async def current(
    work: PracticeWork, person: Person, mock: str, n: int, stage: Stage
) -> tuple[Mock, Turn]:
    """Return the mock whose current question a button is about, or raise PassedError."""
    found, turn = await pressed(work, person, mock, n)
    if turn.question != found.question or found.stage != stage:
        raise PassedError
    return found, turn


async def seen(
    work: PracticeWork, catalogue: Catalogue, mock: Mock, turn: Turn, now: datetime
) -> Saying:
    """Return a turn with all that its message shows."""
    turns = [each for each in await work.mocks.turns(mock.id) if each.n < turn.n]
    ratings = [each for each in await work.mocks.ratings(mock.person) if each.mock == mock.id]
    library = await catalogue.of(work)
    saying = Saying(mock, turn, turns, library, left(mock, now), ratings)
    objections = await work.mocks.objections(mock.id, turn.n)
    found = [each for each in await work.mocks.parts(mock.person) if each.mock == mock.id]
    saying = replace(saying, objections=objections, found=found)
    if turn.said != "rate" or saying.question is None:
        return saying
    tries = answers(turns, turn.question)
    said = heard(tries, saying.question, mock.wish.locale)
    return replace(saying, heard=said)
