"""The settings of a job: what its debriefs post, by which clock, and the weekly digest."""

from collections.abc import Iterator, Sequence

from coaching.debrief.settling import Settled
from coaching.job import Job
from handlers import ids
from handlers.job_settings_forms import ON, JobMetadata
from handlers.texts import Texts
from handlers.views import kit, words, zones
from handlers.views.kit import Block

SHOWN = 20  # jobs in one answer


def jobs(found: Sequence[Job], texts: Texts) -> list[Block]:
    """List jobs, a button beside each; more than are shown are counted."""
    blocks = [
        kit.beside(f"{job.title} · {words.level(texts, job.level)}", button(job, texts))
        for job in found[:SHOWN]
    ]
    if more := len(found) - SHOWN:
        said = texts.count(
            "{n} older job is not shown. `/debrief settings WORDS` finds it by its title.",
            "{n} older jobs are not shown. `/debrief settings WORDS` finds them by their title.",
            more,
        )
        blocks += [kit.section(said)] if more > 0 else []
    return blocks


def button(job: Job, texts: Texts) -> Block:
    """Return the button that opens the settings of a job."""
    return kit.button(ids.JOB_SETTINGS, texts("Job settings"), job.id)


def modal(settled: Settled, texts: Texts) -> Block:
    """Show what holds, to be changed."""
    job = settled.job
    return kit.modal(
        texts("Job settings"),
        [
            kit.rich(kit.paragraph(kit.bold(job.title))),
            _detail(job, texts),
            _tick(
                "initials",
                texts("Candidates"),
                texts("Show initials instead of names"),
                texts(
                    "In all that I post in the hiring channel, and where candidates are compared."
                ),
                on=job.initials,
            ),
            kit.field(
                "zone",
                texts("Time zone"),
                zones.menu(ids.VALUE, job.zone, texts),
                hint=texts("The hours below are by the clock there."),
            ),
            *_daily(job, texts),
            _digest(settled, texts),
        ],
        callback_id=ids.JOB_SETTINGS_SUBMIT,
        private_metadata=JobMetadata(job=job.id).model_dump_json(),
        submit=texts("Save"),
        close=texts("Cancel"),
    )


def done(settled: Settled, texts: Texts) -> Block:
    """Say what holds from now on."""
    return kit.modal(
        texts("Saved"),
        [
            kit.rich(kit.paragraph(kit.bold(settled.job.title))),
            kit.section("\n".join(_holds(settled, texts))),
        ],
        close=texts("Done"),
    )


def _holds(settled: Settled, texts: Texts) -> Iterator[str]:
    job, digest = settled.job, settled.digest
    if job.detail == "thread":
        yield texts("Where raters disagree, a debrief posts the evidence in its thread.")
    else:
        yield texts("A debrief posts its summary; the evidence opens by a button.")
    if job.initials:
        yield texts("Candidates appear by their initials.")
    if job.daily:
        yield texts(
            "Complete debriefs go out on weekdays at {hour} ({zone}).",
            hour=job.daily,
            zone=job.zone,
        )
    else:
        yield texts(
            "Debriefs that wait for all scorecards go out as soon as the last one is sealed."
        )
    if digest:
        yield texts(
            "The hiring channel gets a digest on Mondays at 09:00 ({zone}).", zone=digest.zone
        )
    else:
        yield texts("The hiring channel gets no weekly digest.")


def _detail(job: Job, texts: Texts) -> Block:
    """Ask how much of a debrief Slack is to hold."""
    options = [
        kit.option(
            texts("The summary"),
            "summary",
            texts("Evidence opens by a button, to those who may read it."),
        ),
        kit.option(
            texts("The summary, and evidence where raters disagree"),
            "thread",
            texts("What each wrote, side by side in the thread; the rest opens by a button."),
        ),
    ]
    hint = texts(
        "What is posted in Slack leaves our hands: everybody who joins the channel later can read "
        "it, and it stays in exports of the workspace."
    )
    menu = kit.radio(ids.VALUE, options, job.detail)
    return kit.field("detail", texts("What a debrief posts"), menu, hint=hint)


def _daily(job: Job, texts: Texts) -> Iterator[Block]:
    """Ask whether complete debriefs are gathered, and for which hour."""
    yield _tick(
        "daily",
        texts("Complete debriefs"),
        texts("Post them together, on weekdays at one time"),
        texts(
            "For debriefs that wait for all scorecards. One that has its time already keeps it, "
            "whatever you change here."
        ),
        on=job.daily is not None,
    )
    yield kit.field("hour", texts("At what time"), kit.hour(ids.VALUE, job.daily), optional=True)


def _digest(settled: Settled, texts: Texts) -> Block:
    """Ask whether the channel wants a digest; it is one for all jobs of the channel."""
    hint = texts(
        "Counts only: candidates in interviews, scorecards late, debriefs due, decisions made. "
        "Organisers are told in a direct message who is late. It is one digest for all jobs of "
        "this channel."
    )
    label, said = texts("Weekly digest"), texts("Post one in the hiring channel, Mondays at 09:00")
    return _tick("digest", label, said, hint, on=settled.digest is not None)


def _tick(field: str, label: str, said: str, hint: str, *, on: bool) -> Block:
    box = kit.ticks(ids.VALUE, [kit.option(said, ON)], [ON] if on else [])
    return kit.field(field, label, box, optional=True, hint=hint)
