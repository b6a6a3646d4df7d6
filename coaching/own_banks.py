"""Use cases: a workspace's own questions out of bank files, and into them again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from coaching.act import OPERATOR
from coaching.catalogue import Catalogue
from coaching.doubts import Doubt, doubts
from coaching.importing import Kept, faults
from coaching.own_question import OwnQuestion
from coaching.ports import Clock
from coaching.repositories import UnitOfWork, Work
from questions import writing
from questions.bank import OFFERED, POOLS, Bank, Pool, Question
from questions.files import BankFile
from questions.findings import BankError
from questions.proofing import proof
from questions.topics import Topics

LARGEST = 200_000  # bytes of questions in a file: a reader takes a little more
MOST = 40  # questions in a file


class UnreadableError(Exception):
    """A question that was kept cannot be read any more; the text is its id and revision."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did, in questions."""

    new: int
    changed: int
    same: int


@dataclass(frozen=True, slots=True)
class OwnBanks:
    """Imports and exports. ``released`` are the ids of all questions that were ever shipped."""

    begin: UnitOfWork
    live: Catalogue
    mock: Catalogue
    topics: Topics
    now: Clock
    released: frozenset[str]

    async def take(self, team: str, files: Sequence[BankFile], *, scenario: bool = False) -> Taken:
        """Keep all questions of these files, or raise BankError with all that is wrong in them.

        ``scenario``: who imports them says that words in doubt are about a product scenario. Words
        that the workspace keeps already are in doubt no more.
        """
        async with self.begin(team) as work:
            kept = await self._kept(work)
            doubtful = await self._doubtful(work, files, kept)
            found = [
                *proof(files, self.live.shipped.models, await self._others(work, files), self._day),
                *faults(files, kept, self._shipped()),
                *(each.finding for each in doubtful if each.blocks or not scenario),
            ]
            if found:
                raise BankError(found)
            for action, subject in sorted({each.answer for each in doubtful}):
                await work.audit.add(OPERATOR, action, subject, self.now())
            for file in files:
                await self._header(work, file)
            return await self._keep(work, files, kept)

    async def banks(self, team: str) -> Sequence[tuple[Pool, str, Bank]]:
        """Return all own questions as banks: pool, name of the file, and what is in it.

        The workspace's word on a question is its status there. UnreadableError.
        """
        async with self.begin(team) as work:
            states, decided = await work.questions.states(), await work.questions.decided()
            found: list[tuple[Pool, str, Bank]] = []
            for pool in POOLS:
                own = sorted(await work.questions.current(pool), key=lambda q: q.competency)
                for competency, questions in groupby(own, key=lambda q: q.competency):
                    header = dict(await work.questions.header(competency, pool) or {})
                    order: list[str] = header.pop("questions", [])
                    ranked = sorted(questions, key=lambda q: (_rank(order, q.id), q.id))
                    stated = [_stated(q, states, decided) for q in ranked]
                    for name, part in _files(competency, stated):
                        found.append((pool, name, _bank(header, part)))
        return found

    @property
    def _day(self) -> date:
        return self.now().date()

    async def _others(self, work: Work, files: Sequence[BankFile]) -> Sequence[Question]:
        """Return all questions there are but those of the files."""
        importing = {entry.question.id for file in files for entry in file.entries()}
        libraries = [await self.live.of(work), await self.mock.of(work)]
        beside = [each for library in libraries for each in library.questions.values()]
        return [each for each in beside if each.id not in importing]

    async def _doubtful(
        self, work: Work, files: Sequence[BankFile], kept: Mapping[str, Kept]
    ) -> Sequence[Doubt]:
        """Return what nobody has answered for yet: what is kept in the same words has been."""
        found: list[Doubt] = []
        for each in doubts(files, self.topics):
            if each.question is None:
                pool = each.bank.questions[0].pool
                known = await work.questions.header(each.bank.id, pool)
            else:
                known = kept[each.question].own.document if each.question in kept else None
            if not each.settled(known):
                found.append(each)
        return found

    def _shipped(self) -> frozenset[str]:
        return self.released | {*self.live.shipped.questions, *self.mock.shipped.questions}

    async def _kept(self, work: Work) -> Mapping[str, Kept]:
        states = await work.questions.states()
        own = [each for pool in POOLS for each in await work.questions.current(pool)]
        return {each.id: Kept(each, states.get(each.id)) for each in own}

    async def _header(self, work: Work, file: BankFile) -> None:
        """Keep what the file says besides its questions, and in which order they stand there."""
        pool, competency = file.bank.questions[0].pool, file.bank.id
        before = await work.questions.header(competency, pool) or {}
        here = [question.id for question in file.bank.questions]
        rest = [each for each in before.get("questions", []) if each not in here]
        header = file.bank.model_dump(
            mode="json", by_alias=True, exclude_unset=True, exclude={"questions"}
        )
        await work.questions.keep_header(competency, pool, header | {"questions": [*rest, *here]})

    async def _keep(self, work: Work, files: Sequence[BankFile], kept: Mapping[str, Kept]) -> Taken:
        now, new, changed, same = self.now(), 0, 0, 0
        for entry in (each for file in files for each in file.entries()):
            question, known = entry.question, kept.get(entry.question.id)
            if known is None or known.own.rev < question.rev:
                if not await work.questions.add(OwnQuestion.of(question), OPERATOR, now):
                    message = "somebody else keeps this revision at this moment: import once more."
                    raise BankError([entry.finding("E102", message, "rev")])
                await work.audit.add(OPERATOR, "question.import", question.id, now)
                new, changed = new + (known is None), changed + (known is not None)
            else:
                same += 1
            if known and known.status(question.rev, question) != question.status:
                await work.questions.decide(question.id, question.status, OPERATOR, now)
                await work.audit.add(OPERATOR, f"question.{question.status}", question.id, now)
        return Taken(new, changed, same)


def _rank(order: Sequence[str], question: str) -> int:
    """Return where a question stood in its file; one from the form comes after them."""
    return order.index(question) if question in order else len(order)


def _stated(own: OwnQuestion, states: Mapping[str, Any], decided: Mapping[str, Any]) -> Question:
    """Return a question with the workspace's word on it."""
    document = dict(own.document)
    if own.id in states and states[own.id] != document.get("status"):
        document["status"] = states[own.id]
        if states[own.id] not in OFFERED:
            document["retired_on"] = decided[own.id].date().isoformat()
    try:
        return Question.model_validate({**document, "competency": own.competency})
    except ValidationError as error:
        message = f"{own.id}@{own.rev}"
        raise UnreadableError(message) from error


def _files(
    competency: str, questions: Sequence[Question]
) -> Iterator[tuple[str, Sequence[Question]]]:
    """Yield file by file, each small enough to be read again."""
    part: list[Question] = []
    size, n = 0, 1
    for question in questions:
        length = len(question.model_dump_json().encode())
        if part and (size + length > LARGEST or len(part) == MOST):
            yield _name(competency, n), part
            part, size, n = [], 0, n + 1
        part.append(question)
        size += length
    yield _name(competency, n), part


def _name(competency: str, n: int) -> str:
    return f"{competency}.yaml" if n == 1 else f"{competency}-{n}.yaml"


def _bank(header: Mapping[str, Any], questions: Sequence[Question]) -> Bank:
    written = [writing.question(each) for each in questions]
    return Bank.model_validate({**header, "questions": written})
