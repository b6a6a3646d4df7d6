"""The form that opens a job, and the word that it is open."""

from coaching.job import TITLE, Job
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.model import LEVELS, Model


def modal(model: Model, manager: str, texts: Texts) -> Block:
    """Ask for what a job needs; ``manager`` is proposed as hiring manager."""
    levels = [kit.option(words.level(texts, level), level) for level in LEVELS]
    languages = [kit.option("English", "en"), kit.option("简体中文", "zh-CN")]
    private = texts("It must be private, and I must be in it: debriefs name candidates.")
    about = texts("Competency model: {name}", name=texts.of(model.name))
    return kit.modal(
        texts("Open a job"),
        [
            kit.field("title", texts("Job title"), kit.line(ids.VALUE, TITLE)),
            kit.field("level", texts("Level"), kit.select(ids.VALUE, levels)),
            kit.field("channel", texts("Hiring channel"), kit.channel(ids.VALUE), hint=private),
            kit.field("manager", texts("Hiring manager"), kit.person(ids.VALUE, manager)),
            kit.field(
                "language",
                texts("Language of the channel"),
                kit.select(ids.VALUE, languages, texts.locale),
            ),
            kit.note(about),
        ],
        callback_id=ids.JOB_SUBMIT,
        submit=texts("Open job"),
        close=texts("Cancel"),
    )


def done(job: Job, texts: Texts) -> Block:
    """Say what comes next."""
    opened = texts.pieces("{title} is open.", title=kit.bold(job.title))
    asked = texts.count(
        "{n} question is fixed for it, the same for every candidate.",
        "{n} questions are fixed for it, the same for every candidate.",
        len(job.questions),
    )
    following = texts("Next: plan a candidate's interviews with `/interview new`.")
    return kit.modal(
        texts("Job opened"),
        [kit.rich(kit.paragraph(*opened)), kit.section(f"{asked}\n{following}")],
        close=texts("Done"),
    )
