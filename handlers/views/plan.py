"""The form with the people and times of a loop, and the word that it is planned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from coaching.asking import Asked
from coaching.job import Job
from coaching.loop_form import ACCOMMODATION, MINUTES, NAME, LoopForm, Seat
from coaching.planning import Planned
from handlers import ids
from handlers.planning_forms import SEATS, PlanMetadata
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block

FIRST_SEATS = 2
MORNING, START = time(9), time(10)
SATURDAY = 5
MENU = 100  # options that Slack shows
NOBODY = Seat(None, None, None)


@dataclass(frozen=True, slots=True)
class Offer:
    """The jobs there are to choose from, and the moment the choice is made.

    ``form`` is what was filled in before, ``again`` whether in an earlier modal; ``more`` rows are
    added to it. ``drawn`` counts how often it was begun afresh.
    """

    jobs: Sequence[Job]
    now: datetime
    form: LoopForm | None = None
    more: int = 0
    again: bool = False
    drawn: int = 0

    @property
    def value(self) -> str:
        """The name of each field's element: what was typed stays only under the same name."""
        return f"{ids.VALUE}:{self.drawn}" if self.drawn else ids.VALUE

    @property
    def seats(self) -> Sequence[Seat]:
        """The rows to show, those that were filled in first."""
        filled = list(self.form.seats) if self.form else []
        wanted = min(max(len(filled), FIRST_SEATS) + self.more, SEATS)
        return [*filled, *([NOBODY] * (wanted - len(filled)))]


def modal(offer: Offer, texts: Texts) -> Block:
    """Ask for the candidate, the panel and the moment of the debrief."""
    day = _working_day(offer.now.astimezone(texts.zone))
    seats = offer.seats
    more = kit.button(ids.PLAN_ADD_SEAT, texts("Add an interviewer"))
    earlier = offer.form.earlier if offer.form else None
    metadata = PlanMetadata(seats=len(seats), drawn=offer.drawn, earlier=earlier)
    return kit.modal(
        texts("Plan interviews"),
        [
            *(_begun(texts) if offer.again else ()),
            *_candidate(offer, texts),
            *(
                block
                for n, seat in enumerate(seats)
                for block in _seat(n, seat, day, offer.value, texts)
            ),
            *([kit.buttons(more)] if len(seats) < SEATS else []),
            *_debrief(day, offer, texts),
        ],
        callback_id=ids.PLAN_PROPOSE,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Next"),
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


def _begun(texts: Texts) -> Iterator[Block]:
    yield kit.section(texts("You began this plan and did not finish it."))
    yield kit.buttons(kit.button(ids.PLAN_AFRESH, texts("Start afresh")))


def _candidate(offer: Offer, texts: Texts) -> Iterator[Block]:
    form = offer.form
    jobs = [
        kit.option(f"{kit.clip(job.title, 50)} · {words.level(texts, job.level)}", job.id)
        for job in offer.jobs[:MENU]
    ]
    chosen = form.job if form and form.job in {job["value"] for job in jobs} else jobs[0]["value"]
    yield kit.field("job", texts("Job"), kit.select(offer.value, jobs, chosen))
    name = kit.box(offer.value, NAME, form.candidate if form else "")
    yield kit.field("candidate", texts("Candidate's name"), name)
    account = kit.person(offer.value, form.account if form else None)
    hint = texts(
        "Only if the candidate works here. They will see nothing about their own interviews."
    )
    label = texts("Candidate's Slack account")
    yield kit.field("account", label, account, optional=True, hint=hint)
    needs = kit.box(offer.value, ACCOMMODATION, form.accommodation if form else "")
    hint = texts(
        "What interviewers arrange for, such as “+25 % time”. Leave out the reason: "
        "they do not need it."
    )
    yield kit.field("accommodation", texts("Accommodation"), needs, optional=True, hint=hint)


def _seat(n: int, seat: Seat, day: datetime, value: str, texts: Texts) -> Iterator[Block]:
    """One row. Rows after the first may stay empty: no interviewer, no interview."""
    optional = n > 0
    lengths = [kit.option(texts("{n} minutes", n=minutes), str(minutes)) for minutes in MINUTES]
    start = seat.start or datetime.combine(day, START, day.tzinfo) + timedelta(hours=n)
    yield kit.divider()
    who = texts("Interviewer {n}", n=n + 1)
    person = kit.person(value, seat.interviewer)
    yield kit.field(f"interviewer:{n}", who, person, optional=optional)
    if n > 0:
        sits_in = texts("Whoever sits in comes at the time of that interview.")
        yield kit.field(f"role:{n}", texts("Role"), _roles(n, seat, value, texts), hint=sits_in)
    when = texts("Starts at")
    yield kit.field(f"start:{n}", when, kit.time(value, start), optional=optional)
    length = kit.select(value, lengths, str(seat.minutes or 45))
    yield kit.field(f"minutes:{n}", texts("Length"), length, optional=optional)


def _roles(n: int, seat: Seat, value: str, texts: Texts) -> Block:
    """Offer to lead, or to sit in with one of the rows above."""
    roles = [kit.option(texts("Interviews, and their rating counts"), "lead")]
    for above in range(n):
        watches = texts("Watches interviewer {n} to learn (shadow)", n=above + 1)
        leads = texts("Leads while interviewer {n} watches (reverse shadow)", n=above + 1)
        roles += [kit.option(watches, f"shadow:{above}"), kit.option(leads, f"reverse:{above}")]
    return kit.select(
        value, roles, seat.kind if seat.beside is None else f"{seat.kind}:{seat.beside}"
    )


def _debrief(day: datetime, offer: Offer, texts: Texts) -> Iterator[Block]:
    form = offer.form
    due = (form and form.due) or datetime.combine(_working_day(day), MORNING, day.tzinfo)
    choices = [
        kit.option(texts("At a date and time"), "at"),
        kit.option(texts("When all scorecards are sealed"), "sealed"),
    ]
    chosen = form.release if form else "at"
    yield kit.divider()
    yield kit.field("release", texts("Debrief"), kit.radio(offer.value, choices, chosen))
    when, hint = texts("Date and time"), texts("Used only with “At a date and time”.")
    yield kit.field("due", when, kit.time(offer.value, due), optional=True, hint=hint)


def _working_day(after: datetime) -> datetime:
    """Return the next day that is no Saturday or Sunday."""
    day = after + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
