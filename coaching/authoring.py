"""Use cases: write a question of the workspace's own, and write it again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from coaching import wording_up
from coaching.authorship import Begun, Doubtful, NotAnAuthorError, OvertakenError, Saved
from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.errors import CoachingError, NotFoundError, refuse
from coaching.judging import Desk, desk, following, own
from coaching.own_question import OwnQuestion
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock
from coaching.question_form import Frame, QuestionForm, filled, same
from coaching.repositories import UnitOfWork, Work
from coaching.topical import Touched, unwanted
from questions.bank import OFFERED, Question, Type
from questions.library import Library
from questions.model import Level
from questions.topics import Topics

SHORT: Mapping[Type, str] = {"behavioural": "beh", "situational": "sit", "case": "case"}
TRIES = 20  # numbers that others may take while we look for a free one


@dataclass(frozen=True, slots=True)
class Authoring:
    """Keeps questions that people write. Only those who run a job, and admins, come near it.

    ``released`` are the ids of all questions that were ever shipped.
    """

    begin: UnitOfWork
    people: People
    live: Catalogue
    mock: Catalogue
    topics: Topics
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    released: frozenset[str]

    async def welcome(self, actor: Person) -> Library:
        """Return the questions a person may add to, or raise NotAnAuthorError."""
        await self.people.member(actor)
        return await self.deadline.within(self._welcome(actor))

    async def begun(
        self, actor: Person, competency: str | None, type_: Type | None, levels: Sequence[Level]
    ) -> Begun:
        """Return an empty form for what was chosen, or raise FormError."""
        library = await self.welcome(actor)
        known = {each.id for model in library.models for each in model.competencies}
        refuse(
            {
                "competency": None if competency in known else Phrase("Choose a competency."),
                "type": None if type_ else Phrase("Choose a type."),
                "levels": None if levels else Phrase("Choose one level or more."),
            }
        )
        if competency is None or type_ is None:
            raise AssertionError  # refuse has raised
        return Begun(QuestionForm(Frame.new(competency, type_, levels)), library)

    async def reopened(self, actor: Person, question: str) -> Begun:
        """Return an own question as a form; NotFoundError when it is none, or out of use."""
        await self.people.member(actor)
        return await self.deadline.within(self._reopened(actor, question))

    async def add(
        self, actor: Person, form: QuestionForm, request: str, accepted: Collection[str] = ()
    ) -> Saved | Doubtful:
        """Keep a new question, or raise FormError with a sentence for each field.

        ``request`` names the form that was sent: sent twice, it adds one question. ``accepted`` are
        the topics of which the author said that they belong to a product scenario.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._add(actor, form, request, accepted))

    async def edit(
        self,
        actor: Person,
        form: QuestionForm,
        revision: tuple[str, int],
        accepted: Collection[str] = (),
    ) -> Saved | Doubtful:
        """Keep the next revision of a question, given as id and the revision it goes on from.

        What says the same as before keeps its revision.
        """
        await self.people.member(actor)
        return await self.deadline.within(self._edit(actor, form, revision, accepted))

    async def _welcome(self, actor: Person) -> Library:
        async with self.begin(actor.team) as work:
            await self._author(work, actor)
            return await self.live.of(work)

    async def _author(self, work: Work, actor: Person) -> None:
        admin = actor.id in self.admins
        standing = await work.loops.standing(actor.id, self.now(), admin=admin)
        if not standing.writes:
            raise NotAnAuthorError

    async def _reopened(self, actor: Person, question: str) -> Begun:
        async with self.begin(actor.team) as work:
            await self._author(work, actor)
            kept = await self._kept(work, question)
            return Begun(filled(kept.question()), await self.live.of(work), kept.rev)

    async def _kept(self, work: Work, question: str) -> OwnQuestion:
        """Return an own question that may be written again."""
        library, kept = await self.live.of(work), await work.questions.newest(question)
        if kept is None or not editable(kept.question(), library):
            raise NotFoundError
        return kept

    async def _add(
        self, actor: Person, form: QuestionForm, request: str, accepted: Collection[str]
    ) -> Saved | Doubtful:
        async with self.begin(actor.team) as work:
            await self._author(work, actor)
            there = await self._desk(work, form)
            key = uuid5(NAMESPACE_OID, f"{actor.team}/question/{request}").hex
            family = f"{there.header['code']}-own-{key[:12]}"
            if sent := await self._sent(work, family):
                return Saved(sent, there.library)
        stem = f"{there.header['code']}-own-{SHORT[form.frame.type]}"
        data = wording_up.new(form, following(stem, there.taken | self.released), family)
        found = await there.judge(form, data, self.topics)
        if doubts := unwanted(found, accepted):
            return Doubtful(form, there.library, doubts)
        async with self.begin(actor.team) as work:
            await self._author(work, actor)
            kept, new = await self._keep(work, actor, data, stem, there)
            if new:
                await self._note(work, actor, "question.add", kept.id, found)
        return Saved(kept, there.library, found)

    async def _edit(
        self,
        actor: Person,
        form: QuestionForm,
        revision: tuple[str, int],
        accepted: Collection[str],
    ) -> Saved | Doubtful:
        question, rev = revision
        async with self.begin(actor.team) as work:
            await self._author(work, actor)
            kept = await self._kept(work, question)
            there = await self._desk(work, form, but=question)
        base = kept.question()
        if same(form, filled(base)):
            return Saved(base, there.library, changed=False)
        if base.rev != rev or form.frame != Frame.around(base):
            raise OvertakenError
        data = wording_up.again(form, base, kept.document)
        found = await there.judge(form, data, self.topics)
        if doubts := unwanted(found, accepted):
            return Doubtful(form, there.library, doubts)
        async with self.begin(actor.team) as work:
            await self._author(work, actor)
            written = own(data, base.competency)
            if not await work.questions.add(written, actor.id, self.now()):
                raise OvertakenError
            await work.questions.keep_header(base.competency, "live", there.header)
            await self._note(work, actor, "question.edit", question, found)
            await self._unreviewed(work, actor, question)
        return Saved(written.question(), there.library, found)

    async def _desk(self, work: Work, form: QuestionForm, but: str = "") -> Desk:
        libraries = await self.live.of(work), await self.mock.of(work)
        return await desk(work, libraries, form.frame.competency, self.now().date(), but)

    async def _keep(
        self, work: Work, actor: Person, data: dict[str, Any], stem: str, there: Desk
    ) -> tuple[Question, bool]:
        """Keep it under the next number that is free; return the one there is when it was sent."""
        competency = str(there.header["id"])
        for _ in range(TRIES):
            # In this order: what was sent at once is seen by the second look, or has the id.
            taken = {*await work.questions.ids(), *there.taken, *self.released}
            if sent := await self._sent(work, data["family"]):
                return sent, False
            written = own(data | {"id": following(stem, taken)}, competency)
            if await work.questions.add(written, actor.id, self.now()):
                await work.questions.keep_header(competency, "live", there.header)
                return written.question(), True
        raise CoachingError(Phrase("Others are adding questions right now. Please try again."))

    async def _unreviewed(self, work: Work, actor: Person, question: str) -> None:
        """Take back the word that a question is reviewed: it was said of the text before."""
        if (await work.questions.states()).get(question) == "active":
            await work.questions.decide(question, "pilot", actor.id, self.now())
            await work.audit.add(actor.id, "question.pilot", question, self.now())

    async def _note(
        self,
        work: Work,
        actor: Person,
        action: str,
        question: str,
        found: Sequence[Touched],
    ) -> None:
        """Keep who wrote it, and of which topics they said that they belong to a scenario."""
        await work.audit.add(actor.id, action, question, self.now())
        for topic in sorted({each.category for each in found if each.doubtful}):
            accepted = f"question.scenario.{topic}"
            await work.audit.add(actor.id, accepted, question, self.now())

    async def _sent(self, work: Work, family: str) -> Question | None:
        """Return the question that a form has become: its family is named after the form."""
        known = (await self.live.of(work)).questions.values()
        return next((each for each in known if each.family == family), None)


async def is_own(work: Work, question: Question, library: Library) -> bool:
    """Return whether a question is the workspace's own, and may be written again."""
    kept = await work.questions.newest(question.id)
    return kept is not None and editable(kept.question(), library)


def editable(question: Question, library: Library) -> bool:
    """Return whether the form can take up an own question: one for practice it cannot."""
    known = library.question(question.id)
    if known is None or known.ref != question.ref:  # a question that was shipped since has its id
        return False
    return question.pool == "live" and known.status in OFFERED
