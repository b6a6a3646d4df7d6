"""Use case: open a job, so that loops can be planned for it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import NAMESPACE_OID, uuid5

from coaching.catalogue import Catalogue, exposed, freeze
from coaching.deadline import Deadline
from coaching.errors import CoachingError, NotAMemberError, refuse
from coaching.job import TITLE, Job
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.places import UNSEEN, unfit
from coaching.ports import Clock, Directory
from coaching.repositories import UnitOfWork, Work
from coaching.typed import bad_line
from coaching.zones import zone_named
from questions.model import LEVELS, Model
from questions.selection import Choice, Selection
from questions.wording import LOCALES


class NotAnOpenerError(CoachingError):
    """Somebody may not open jobs. A candidate is told the same: they may not know of their loop."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "You cannot open jobs here: please ask an admin of Interview Coach, or whoever "
                "set it up, to open this one for you."
            )
        )


@dataclass(frozen=True, slots=True)
class JobForm:
    """What was typed and chosen; None is what was left out."""

    title: str
    model: str | None
    level: str | None
    channel: str | None
    manager: str | None
    language: str | None
    competencies: tuple[str, ...] = ()
    cases: bool = False  # one for each competency that nothing makes up for


@dataclass(frozen=True, slots=True)
class Opened:
    """A job, its model, and its questions with the reasons for them."""

    job: Job
    model: Model
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Opening:
    """Opens jobs. ``openers`` are the only ones who may besides ``admins``; empty: every member.

    ``zone`` is that of jobs opened by somebody whose Slack has none.

    Whoever opens a job reads its questions, and from then on all live ones: no candidate does.
    """

    begin: UnitOfWork
    people: People
    directory: Directory
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    openers: frozenset[str]
    zone: str

    async def welcome(self, actor: Person) -> Sequence[Model]:
        """Return the models a job may be opened with, or raise NotAnOpenerError.

        The first of them is proposed.
        """
        await self.people.member(actor)
        await self.deadline.within(self._welcome(actor))
        return self._models

    async def open_job(self, actor: Person, form: JobForm, request: str) -> Opened:
        """Keep a new job and return it, or raise FormError with a sentence for each field.

        ``request`` names the form that was sent: sent twice, it opens one job. NotAnOpenerError.
        """
        await self.welcome(actor)
        model, zone = self._model(form), await self._zone(actor)
        place, manager = await asyncio.gather(
            self._unfit_channel(actor, form.channel), self._unfit_manager(actor.team, form.manager)
        )
        refuse(
            {
                "title": bad_line(form.title, TITLE),
                "model": None if model else Phrase("Choose a competency model."),
                "competencies": _foreign(model, form.competencies) if model else None,
                "level": None if form.level in LEVELS else Phrase("Choose a level."),
                "channel": place,
                "manager": manager,
                "language": None if form.language in LOCALES else Phrase("Choose a language."),
            }
        )
        if model is None:
            raise AssertionError  # refuse has raised
        job = replace(_job(actor, form, model, request), zone=zone)
        return await self.deadline.within(self._open(actor, form, job, model))

    @property
    def _models(self) -> Sequence[Model]:
        return self.catalogue.shipped.models

    async def _welcome(self, actor: Person) -> None:
        async with self.begin(actor.team) as work:
            await self._allow(work, actor)

    async def _allow(self, work: Work, actor: Person) -> None:
        admin = actor.id in self.admins
        standing = await work.loops.standing(actor.id, self.now(), admin=admin)
        chosen = admin or not self.openers or actor.id in self.openers
        if standing.candidate or not chosen:
            raise NotAnOpenerError

    def _model(self, form: JobForm) -> Model | None:
        """Return the model that was chosen; where there is only one, nobody is asked."""
        if form.model is None and len(self._models) == 1:
            [only] = self._models
            return only
        return next((model for model in self._models if model.id == form.model), None)

    async def _unfit_channel(self, actor: Person, channel: str | None) -> Phrase | None:
        if channel is None:
            return Phrase("Choose the private channel where the debriefs go.")
        if fault := unfit(await self.directory.channel(actor.team, channel)):
            return fault
        if actor.id not in await self.directory.members(actor.team, channel):
            return UNSEEN  # a private channel that a person is not in does not exist for them
        return None

    async def _unfit_manager(self, team: str, manager: str | None) -> Phrase | None:
        if manager is None:
            return Phrase("Choose the hiring manager.")
        try:
            await self.people.member(Person(team, manager))
        except NotAMemberError:
            return Phrase("The hiring manager must be a full member of this workspace.")
        return None

    async def _zone(self, actor: Person) -> str:
        """Return where the hours of a new job are meant: where whoever opens it is."""
        zone = (await self.people.member(actor)).zone
        return zone if zone_named(zone) else self.zone

    async def _open(self, actor: Person, form: JobForm, job: Job, model: Model) -> Opened:
        async with self.begin(actor.team) as work:
            await self._allow(work, actor)  # while we asked Slack, it may have changed
            choices = await self._choices(work, job, model, cases=form.cases)
            asked = tuple(choice.question.ref for choice in choices)
            reasons = tuple(choice.reason for choice in choices)
            job = replace(job, questions=asked, reasons=reasons)
            if await work.jobs.add(job, self.now()):
                await freeze(work, (choice.question for choice in choices), self.now())
                await work.audit.add(actor.id, "job.open", job.id, self.now())
        return Opened(job, model, choices)

    async def _choices(
        self, work: Work, job: Job, model: Model, *, cases: bool
    ) -> Sequence[Choice]:
        """Freeze the questions: every candidate of the job gets the same."""
        library = await self.catalogue.of(work)
        exposure = await exposed(work, self.now())
        every = [competency.id for competency in model.competencies]
        wanted = job.competencies or every
        selection = Selection(library, job.level, job.id, exposure)
        return selection.plan(model.id, wanted, model.required if cases else ())


def _job(actor: Person, form: JobForm, model: Model, request: str) -> Job:
    """Return the job of a form that was checked, before its questions are chosen."""
    return Job(
        id=uuid5(NAMESPACE_OID, f"{actor.team}/job/{request}").hex,
        title=form.title.strip(),
        model=f"{model.id}@{model.version}",
        level=next(level for level in LEVELS if level == form.level),
        channel=str(form.channel),
        manager=str(form.manager),
        language=next(locale for locale in LOCALES if locale == form.language),
        questions=(),
        opened_by=actor.id,
        competencies=tuple(each.id for each in model.competencies if each.id in form.competencies),
    )


def _foreign(model: Model, chosen: Sequence[str]) -> Phrase | None:
    known = {each.id for each in model.competencies}
    if known.issuperset(chosen):
        return None
    return Phrase(
        "Some of these belong to another model. Choose competencies of the model above, or none."
    )
