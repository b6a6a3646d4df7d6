"""What may be done with a question, under its texts."""

from collections.abc import Iterator

from coaching.browsing import Reading
from coaching.job import Job
from coaching.retiring import Replaced
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.bank import OFFERED, Question

JOBS = 10  # that are listed


def actions(reading: Reading, texts: Texts, told: str = "") -> Iterator[Block]:
    """Show the buttons this person may press; ``told`` is what the last one did."""
    question, care = reading.question, reading.care
    if told:
        said, _, more = told.partition("\n")
        rest = [kit.paragraph(kit.word(more))] if more else []
        yield kit.divider()
        yield kit.rich(kit.paragraph(kit.bold(said)), *rest)
    if care is None:
        return
    row = [*_edit(question, texts)] if care.edits else []
    if care.judges:
        row += [*_endings(question, texts), *_review(reading, texts)]
    if row:
        yield kit.divider()
        yield kit.buttons(*row)
    yield from _jobs(question, care.jobs, texts)


def taken_out(texts: Texts) -> str:
    """Say that a question is out of use."""
    return texts("This question is out of use: new jobs will not get it.")


def reviewed(texts: Texts) -> str:
    """Say that a possible leak was looked at."""
    return texts("Noted: the possible leak was looked at.")


def replaced(done: Replaced, texts: Texts) -> str:
    """Say what a replacement did."""
    if done.question is None:
        return texts(
            "No other question of this type is left for this competency and level. "
            "Add one with /questions add, then replace this one."
        )
    said = texts(
        "“{job}” now asks “{title}” instead.",
        job=kit.clip(done.job.title, 75),
        title=texts.of(done.question.title),
    )
    changed = texts.count(
        "{n} planned interview asks the new question.",
        "{n} planned interviews ask the new question.",
        done.changed,
    )
    kept = texts.count(
        "{n} interview keeps the old one: the candidate was asked it, or notes about it exist.",
        "{n} interviews keep the old one: the candidates were asked it, or notes about it exist.",
        done.kept,
    )
    return "\n".join([said, *([changed] if done.changed else []), *([kept] if done.kept else [])])


def _edit(question: Question, texts: Texts) -> Iterator[Block]:
    yield kit.button(ids.AUTHORING_EDIT, texts("Edit"), question.id)


def _endings(question: Question, texts: Texts) -> Iterator[Block]:
    """Offer what a question's status leaves: known is known for good."""
    happens = texts(
        "New jobs will not get it, from now on and for good. Jobs that are running keep it "
        "until you replace it in them, for all candidates of a job together."
    )
    yes, no = texts("Take it out"), texts("Keep it")
    if question.status not in {"retired", "compromised"}:
        asked = kit.confirm(texts("Take this question out of use?"), happens, yes, no)
        label = texts("Take out of use")
        yield kit.button(ids.RETIRING_RETIRE, label, question.id) | {"confirm": asked}
    if question.status != "compromised":
        asked = kit.confirm(texts("Is this question known outside?"), happens, yes, no)
        label = texts("Mark as known outside")
        yield kit.button(ids.RETIRING_COMPROMISE, label, question.id, "danger") | {"confirm": asked}


def _review(reading: Reading, texts: Texts) -> Iterator[Block]:
    if reading.wear and reading.wear.leak:
        label = texts("Possible leak: looked at")
        yield kit.button(ids.RETIRING_REVIEW, label, reading.question.id)


def _jobs(question: Question, jobs: tuple[Job, ...], texts: Texts) -> Iterator[Block]:
    """List the running jobs that ask it; out of use, it can be replaced in each."""
    if not jobs:
        return
    yield kit.note(texts.count("{n} running job asks it.", "{n} running jobs ask it.", len(jobs)))
    if question.status in OFFERED:
        return
    happens = texts(
        "Every candidate of this job who has not been asked it gets the same other question. "
        "Whoever was asked it keeps it. Interviewers find the new question in their scorecard."
    )
    for job in jobs[:JOBS]:
        asked = kit.confirm(
            texts("Replace it for all candidates?"), happens, texts("Replace"), texts("Keep it")
        )
        button = kit.button(
            ids.RETIRING_REPLACE, texts("Replace for all candidates"), f"{question.id}/{job.id}"
        )
        about = f"{job.title} · {words.level(texts, job.level)}"
        yield {
            "type": "section",
            "text": kit.plain(about),
            "accessory": button | {"confirm": asked},
        }
    if len(jobs) > JOBS:
        yield kit.note(texts("And {n} more of this kind.", n=len(jobs) - JOBS))
