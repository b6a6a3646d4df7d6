"""Judge what somebody wrote as the linter judges what is shipped, and look for topics in it."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coaching import question_faults, wording_up
from coaching.errors import NotFoundError, refuse
from coaching.own_question import OwnQuestion
from coaching.phrase import Phrase
from coaching.question_form import QuestionForm
from coaching.repositories import Work
from coaching.topical import Touched, touched
from questions import proofing
from questions.bank import Question
from questions.findings import BankError
from questions.library import Library
from questions.topics import Topics
from questions.tree import Where


@dataclass(frozen=True, slots=True)
class Desk:
    """What a question is written against: ``beside`` are all others, of both pools.

    ``header`` is what the bank of the workspace's own questions says besides its questions;
    ``taken`` are all ids there ever were.
    """

    library: Library
    beside: Sequence[Question]
    header: Mapping[str, Any]
    taken: frozenset[str]
    today: date

    async def judge(
        self, form: QuestionForm, data: Mapping[str, Any], topics: Topics
    ) -> Sequence[Touched]:
        """Return which topics a question touches on; FormError with all that is wrong with it."""
        _, competency = self.library.place(form.frame.competency)
        refuse(question_faults.gaps(form, competency))
        refuse(await asyncio.to_thread(self._faults, form, data))
        found = touched(own(data, competency.id).question(), form, topics)
        refuse({each.field: each.refusal for each in reversed(found) if each.blocks})
        return found

    def _faults(self, form: QuestionForm, data: Mapping[str, Any]) -> Mapping[str, Phrase]:
        """Ask the linter. It reads every prompt there is, which takes a thread of its own."""
        header = {key: value for key, value in self.header.items() if key != "questions"}
        bank = {**header, "questions": [data]}
        faults: dict[str, Phrase] = {}
        for where, fault in self._findings(bank):
            if where[:1] == ("questions",):  # what is said of the bank around it is not theirs
                faults.setdefault(wording_up.field(where, form), fault)
        return faults

    def _findings(self, bank: Mapping[str, Any]) -> Sequence[tuple[Where, Phrase]]:
        """Return what is found at each place, what is least particular last."""
        path = Path("own", "live", f"{bank['id']}.yaml")
        try:
            file = proofing.typed(path, bank)
            found = proofing.proof([file], self.library.models, self.beside, self.today)
        except BankError as error:
            found = error.findings
        telling = sorted(found, key=lambda each: each.code in question_faults.VAGUE)
        return [(proofing.place(bank, each), question_faults.said(each)) for each in telling]


async def desk(
    work: Work, libraries: tuple[Library, Library], competency: str, today: date, but: str = ""
) -> Desk:
    """Lay out what a live question of a competency is written against, itself (``but``) aside."""
    live, mock = libraries
    try:
        model, about = live.place(competency)
    except KeyError:
        raise NotFoundError from None
    fresh = wording_up.header(model, about, today)
    kept = await work.questions.header(competency, "live") or {}
    dates = {key: fresh[key] for key in ("model", "code", "updated", "next_review")}
    beside = [*live.questions.values(), *mock.questions.values()]
    return Desk(
        library=live,
        beside=[each for each in beside if each.id != but],
        header={**fresh, **kept, **dates},
        taken=frozenset({*await work.questions.ids(), *(each.id for each in beside)}),
        today=today,
    )


def own(data: Mapping[str, Any], competency: str) -> OwnQuestion:
    """Return what is kept of a question that was written."""
    return OwnQuestion.of(Question.model_validate({**data, "competency": competency}))


def following(stem: str, taken: Collection[str]) -> str:
    """Return the id with the number after the highest that was ever given."""
    numbers = (each.removeprefix(f"{stem}-") for each in taken if each.startswith(f"{stem}-"))
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{stem}-{last + 1:03}"
