"""The form that opens a job, and the word that it is open."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coaching.job import TITLE
from coaching.opening import Opened
from handlers import ids
from handlers.texts import Texts
from handlers.views import job_settings, kit, words
from handlers.views.kit import Block
from questions.model import LEVELS, Model
from questions.selection import Choice


def modal(models: Sequence[Model], manager: str, texts: Texts) -> Block:
    """Ask for what a job needs.

    The first of ``models`` is proposed, and ``manager`` as hiring manager.
    """
    levels = [kit.option(words.level(texts, level), level) for level in LEVELS]
    languages = [kit.option("English", "en"), kit.option("简体中文", "zh-CN")]
    private = texts("It must be private, and I must be in it: debriefs name candidates.")
    return kit.modal(
        texts("Open a job"),
        [
            kit.field("title", texts("Job title"), kit.line(ids.VALUE, TITLE)),
            _model(models, texts),
            kit.field("level", texts("Level"), kit.select(ids.VALUE, levels)),
            _competencies(models, texts),
            *_cases(models, texts),
            kit.field("channel", texts("Hiring channel"), kit.channel(ids.VALUE), hint=private),
            kit.field("manager", texts("Hiring manager"), kit.person(ids.VALUE, manager)),
            kit.field(
                "language",
                texts("Language of the interviews and the debrief"),
                kit.select(ids.VALUE, languages, texts.locale),
            ),
        ],
        callback_id=ids.JOB_SUBMIT,
        submit=texts("Open job"),
        close=texts("Cancel"),
    )


def done(opened: Opened, texts: Texts) -> Block:
    """Say which questions every candidate gets, why those, and what comes next."""
    said = texts.pieces("{title} is open.", title=kit.bold(opened.job.title))
    asked = texts.count(
        "{n} question is fixed for it, the same for every candidate.",
        "{n} questions are fixed for it, the same for every candidate.",
        len(opened.choices),
    )
    following = texts("Next: plan a candidate's interviews with `/interview new`.")
    return kit.modal(
        texts("Job opened"),
        [
            kit.rich(kit.paragraph(*said)),
            kit.section(f"{asked}\n{following}"),
            kit.note(_about(opened.model, texts)),
            kit.buttons(job_settings.button(opened.job, texts)),
            *_choices(opened, texts),
        ],
        close=texts("Done"),
    )


def _model(models: Sequence[Model], texts: Texts) -> Block:
    """Ask which model it is, or say so where there is only one."""
    if len(models) == 1:
        return kit.note(_about(models[0], texts))
    options = [kit.option(texts.of(model.name), model.id) for model in models]
    hint = texts("It says which competencies are assessed at each level.")
    menu = kit.select(ids.VALUE, options, models[0].id)
    return kit.field("model", texts("Competency model"), menu, hint=hint)


def _competencies(models: Sequence[Model], texts: Texts) -> Block:
    """Let the job name fewer than its level asks for, or others."""
    groups = [
        (texts.of(model.name), [kit.option(texts.of(c.name), c.id) for c in model.competencies])
        for model in models
    ]
    label, hint = texts("Competencies"), texts("Leave it empty for all that the level asks for.")
    menu = kit.several_grouped(ids.VALUE, groups)
    return kit.field("competencies", label, menu, optional=True, hint=hint)


def _cases(models: Sequence[Model], texts: Texts) -> Iterator[Block]:
    """Offer a case for each competency that nothing makes up for, where a model has such."""
    if any(model.required for model in models):
        each = kit.option(texts("One for each hard skill, about 20 minutes each"), "cases")
        hint = texts("A case with figures takes the place of the hypothetical question.")
        label = texts("Case questions")
        yield kit.field("cases", label, kit.ticks(ids.VALUE, [each]), optional=True, hint=hint)


def _about(model: Model, texts: Texts) -> str:
    return texts("Competency model: {name}", name=texts.of(model.name))


def _choices(opened: Opened, texts: Texts) -> Iterator[Block]:
    for key, choices in groupby(opened.choices, key=lambda choice: choice.question.competency):
        name = kit.bold(texts.of(opened.model.competency(key).name))
        lines = [_choice(choice, texts) for choice in choices]
        yield kit.rich(kit.paragraph(name), kit.bullets(lines))


def _choice(choice: Choice, texts: Texts) -> Sequence[Block]:
    title = texts.of(choice.question.title)
    return kit.word(title), kit.word(f" · {words.reason(texts, choice.reason)}")
