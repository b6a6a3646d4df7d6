"""What an interview is to be rated on: the frozen questions, and whole competencies between."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import fmean

from coaching.asking import question_of
from coaching.job import Job
from coaching.loop import Interview
from coaching.scorecard import Item
from questions.bank import Question
from questions.library import Library
from questions.model import Model

BAR = 3.0  # "meets the bar" on the general anchors


def items(interview: Interview, job: Job, library: Library) -> Sequence[Item]:
    """Return what to rate, in the model's order.

    A question that has left the bank since is not asked any more: its competency is rated as a
    whole.
    """
    return [
        item
        for competency in library.model(job.model_id).competencies
        if competency.id in interview.competencies
        for item in _items(competency.id, interview, job, library)
    ]


def expected(item: Item, job: Job, library: Library) -> int | None:
    """Return the points that meet the job's level for one item, 2 to 4.

    A competency as a whole has the middle of its general anchors. None when a question says nothing
    about that level.
    """
    question = library.question(item.key) if item.question else None
    return question.expected.of(job.level) if question else int(BAR)


def wholes(rated: Iterable[Item], competencies: Iterable[str], model: Model) -> Sequence[Item]:
    """Return what to rate as a whole besides, in the order given; what is ``rated`` so is not."""
    known = {each.id for each in model.competencies} - {item.key for item in rated}
    return [_whole(each, model) for each in dict.fromkeys(competencies) if each in known]


def bars(
    interviews: Sequence[Interview], job: Job, library: Library, besides: Collection[str] = ()
) -> Mapping[str, float]:
    """Return the point that meets the job's level, 2.0 to 4.0, per competency of the plan.

    It is the mean of what the planned questions expect at that level; without a question it is 3,
    the middle of the general anchors. Those that somebody rated ``besides`` come in, too. In the
    model's order.
    """
    refs = {ref for interview in interviews for ref in interview.questions}
    covered = {each for interview in interviews for each in interview.competencies}
    covered |= set(besides)
    order = [each.id for each in library.model(job.model_id).competencies if each.id in covered]
    questions = [question for ref in sorted(refs) if (question := question_of(ref, library))]
    return {competency: _bar(competency, questions, job) for competency in order}


def _items(competency: str, interview: Interview, job: Job, library: Library) -> Sequence[Item]:
    questions = [
        question
        for ref in interview.questions
        if (question := question_of(ref, library)) and question.competency == competency
    ]
    if not questions:
        return [_whole(competency, library.model(job.model_id))]
    return [Item(question.id, competency, question.ref) for question in questions]


def _whole(competency: str, model: Model) -> Item:
    ref = f"{competency}@{model.version}#{model.competency(competency).fingerprint}"
    return Item(competency, competency, ref)


def _bar(competency: str, questions: Sequence[Question], job: Job) -> float:
    expected = [
        points
        for question in questions
        if question.competency == competency and (points := question.expected.of(job.level))
    ]
    return fmean(expected) if expected else BAR
