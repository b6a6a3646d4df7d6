"""Use case: open a job, so that loops can be planned for it."""

import asyncio
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from coaching.deadline import Deadline
from coaching.errors import NotAMemberError, refuse
from coaching.job import TITLE, Job
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.places import UNSEEN, unfit
from coaching.ports import Clock, Directory
from coaching.repositories import UnitOfWork
from coaching.typed import bad_line
from questions import selection
from questions.library import Library
from questions.model import LEVELS, Model
from questions.wording import LOCALES


@dataclass(frozen=True, slots=True)
class JobForm:
    """What was typed and chosen; None is what was left out."""

    title: str
    level: str | None
    channel: str | None
    manager: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Opening:
    """Opens jobs."""

    begin: UnitOfWork
    people: People
    directory: Directory
    library: Library
    now: Clock
    deadline: Deadline

    async def open_job(self, actor: Person, form: JobForm, request: str) -> Job:
        """Keep a new job and return it, or raise FormError with a sentence for each field.

        ``request`` names the form that was sent: sent twice, it opens one job.
        """
        await self.people.member(actor)
        place, manager = await asyncio.gather(
            self._unfit_channel(actor, form.channel), self._unfit_manager(actor.team, form.manager)
        )
        refuse(
            {
                "title": bad_line(form.title, TITLE),
                "level": None if form.level in LEVELS else Phrase("Choose a level."),
                "channel": place,
                "manager": manager,
                "language": None if form.language in LOCALES else Phrase("Choose a language."),
            }
        )
        job = self._job(actor, form, request)
        await self.deadline.within(self._keep(actor, job))
        return job

    @property
    def model(self) -> Model:
        """The model that jobs are opened with."""
        return self.library.models[0]

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

    def _job(self, actor: Person, form: JobForm, request: str) -> Job:
        """Freeze the questions: every candidate of the job gets the same."""
        key = uuid5(NAMESPACE_OID, f"{actor.team}/job/{request}").hex
        model = self.model
        level = next(level for level in LEVELS if level == form.level)
        competencies = [competency.id for competency in model.competencies]
        return Job(
            id=key,
            title=form.title.strip(),
            model=f"{model.id}@{model.version}",
            level=level,
            channel=str(form.channel),
            manager=str(form.manager),
            language=next(locale for locale in LOCALES if locale == form.language),
            questions=selection.plan(self.library, model.id, level, competencies, key),
            opened_by=actor.id,
        )

    async def _keep(self, actor: Person, job: Job) -> None:
        async with self.begin(actor.team) as work:
            if await work.jobs.add(job, self.now()):
                await work.audit.add(actor.id, "job.open", job.id, self.now())
