"""The form that plans a loop, and the word that it is planned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from coaching.asking import Asked
from coaching.job import Job
from coaching.loop_form import MINUTES, NAME
from coaching.planning import Planned
from handlers import ids
from handlers.forms import SEATS, PlanMetadata
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block
from questions.model import Model

FIRST_SEATS = 2
MORNING, START = time(9), time(10)
SATURDAY = 5
MENU = 100  # options that Slack shows


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from, and the moment the choice is made.

    ``job`` is the one of ``jobs`` that is chosen, ``model`` what it is assessed on.
    """

    jobs: Sequence[Job]
    job: Job
    model: Model
    now: datetime


def modal(offer: Offer, texts: Texts, seats: int = FIRST_SEATS) -> Block:
    """Ask for the candidate, the panel and the moment of the debrief."""
    day = _working_day(offer.now.astimezone(texts.zone))
    more = kit.button(ids.PLAN_ADD_SEAT, texts("Add an interviewer"))
    return kit.modal(
        texts("Plan interviews"),
        [
            *_candidate(offer, texts),
            *(block for n in range(seats) for block in _seat(n, day, offer.model, texts)),
            *([kit.buttons(more)] if seats < SEATS else []),
            *_debrief(day, texts),
        ],
        callback_id=ids.PLAN_SUBMIT,
        private_metadata=PlanMetadata(seats=seats).model_dump_json(),
        submit=texts("Plan"),
        close=texts("Cancel"),
    )


def done(planned: Planned, texts: Texts) -> Block:
    """Say who was told, what was promised, and what this candidate is asked differently."""
    loop = planned.loop
    invited = texts.count(
        "{n} interviewer gets a direct message with a Score button.",
        "{n} interviewers get a direct message with a Score button.",
        len(loop.interviews),
    )
    name = kit.bold(loop.candidate.name)
    said = texts.pieces("Interviews with {name} are planned.", name=name)
    return kit.modal(
        texts("Interviews planned"),
        [
            kit.rich(
                kit.paragraph(*said),
                kit.paragraph(kit.word(invited)),
                kit.paragraph(*invite.due(loop, texts)),
            ),
            *_met(planned.asked, texts),
        ],
        close=texts("Done"),
    )


def _met(asked: Asked, texts: Texts) -> Iterator[Block]:
    """Tell the planner about questions that the candidate, or a namesake, has met before."""
    if asked.parallel:
        yield kit.section(
            texts.count(
                "Somebody of this name was asked {n} of these questions in the last 12 months. "
                "A parallel question takes its place.",
                "Somebody of this name was asked {n} of these questions in the last 12 months. "
                "Parallel questions take their place.",
                len(asked.parallel),
            )
        )
    if asked.repeated:
        titles = [[kit.word(texts.of(each.title))] for each in asked.repeated]
        warning = texts(
            "Somebody of this name was asked these before, and no parallel question is left. "
            "Take what you hear with care, or plan other competencies."
        )
        yield kit.rich(kit.paragraph(kit.word(warning)), kit.bullets(titles))


def _candidate(offer: Offer, texts: Texts) -> Iterator[Block]:
    jobs = [
        kit.option(f"{kit.clip(job.title, 50)} · {words.level(texts, job.level)}", job.id)
        for job in offer.jobs[:MENU]
    ]
    hint = texts(
        "Only if the candidate works here. They will see nothing about their own interviews."
    )
    menu = kit.select(ids.PLAN_JOB, jobs, offer.job.id)
    yield kit.field("job", texts("Job"), menu, dispatch_action=_differ(offer.jobs))
    yield kit.field("candidate", texts("Candidate's name"), kit.line(ids.VALUE, NAME))
    label = texts("Candidate's Slack account")
    yield kit.field("account", label, kit.person(ids.VALUE), optional=True, hint=hint)


def _differ(jobs: Sequence[Job]) -> bool:
    """Tell whether another job can change what there is to cover."""
    return len({job.model_id for job in jobs}) > 1


def _seat(n: int, day: datetime, model: Model, texts: Texts) -> Iterator[Block]:
    """One row. Rows after the first may stay empty: no interviewer, no interview."""
    optional = n > 0
    minutes = [kit.option(texts("{n} minutes", n=minutes), str(minutes)) for minutes in MINUTES]
    covers = [kit.option(texts.of(each.name), each.id) for each in model.competencies]
    start = datetime.combine(day, START, day.tzinfo) + timedelta(hours=n)
    yield kit.divider()
    who = texts("Interviewer {n}", n=n + 1)
    yield kit.field(f"interviewer:{n}", who, kit.person(ids.VALUE), optional=optional)
    when = texts("Starts at")
    yield kit.field(f"start:{n}", when, kit.time(ids.VALUE, start), optional=optional)
    length = kit.select(ids.VALUE, minutes, "45")
    yield kit.field(f"minutes:{n}", texts("Length"), length, optional=optional)
    everything = texts("Everything the level asks for")
    chooses = f"{ids.VALUE}:{model.id}"  # another list, another id: Slack forgets what was chosen
    menu = kit.menu(chooses, covers, everything)
    yield kit.field(f"covers:{n}", texts("Competencies"), menu, optional=True)


def _debrief(day: datetime, texts: Texts) -> Iterator[Block]:
    due = datetime.combine(_working_day(day), MORNING, day.tzinfo)
    choices = [
        kit.option(texts("At a date and time"), "at"),
        kit.option(texts("When all scorecards are sealed"), "sealed"),
    ]
    yield kit.divider()
    yield kit.field("release", texts("Debrief"), kit.radio(ids.VALUE, choices, "at"))
    when, hint = texts("Date and time"), texts("Used only with “At a date and time”.")
    yield kit.field("due", when, kit.time(ids.VALUE, due), optional=True, hint=hint)


def _working_day(after: datetime) -> datetime:
    """Return the next day that is no Saturday or Sunday."""
    day = after + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
