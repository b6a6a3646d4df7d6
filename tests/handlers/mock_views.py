"""Everything that practice shows, for each of its questions, for the tests of all views."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import get_args

from coaching.practice.answer_forms import Form
from coaching.practice.fields import LONGEST, fields
from coaching.practice.mock import Mock
from coaching.practice.parts import FoundPart
from coaching.practice.record import Progress
from coaching.practice.repositories import Deleted
from coaching.practice.rounds import Offer
from coaching.practice.self_rating import SelfRating, lines
from coaching.practice.sending import MOST, Leaving, State
from coaching.practice.turn import Turn
from coaching.practice.turns import Saying
from coaching.practice.wish import ANY, Wish
from handlers.mock_forms import Pressed
from handlers.views import kit, mock, mock_comment, mock_form, mock_progress, self_rating
from tests.examples import NOW

A_WEEK = timedelta(weeks=1)
WISH = Wish(ANY, "mid", "en", timed=True, commented=True)


@dataclass(frozen=True)
class Model:
    """A language model by its name and its place alone."""

    model: str
    host: str


def mock_views(library, texts, typed):
    """Yield (surface, payload) of every message and form of practice."""
    for question in library.questions.values():
        practice = Mock("m" * 32, "U1", WISH, (question.id,), NOW, at=1)
        turns = list(every_turn(practice, question))
        ratings = [SelfRating(practice.id, question.id, question.competency, 2, NOW)]
        for n, turn in enumerate(turns):
            for left, rated in ((None, []), (0, ratings), (25, ratings)):
                saying = Saying(practice, turn, turns[:n], library, left, rated)
                yield "message", mock.message(saying, texts)
        filled = dict.fromkeys(fields(question), typed(LONGEST))
        yield "view", mock_form.answer(Form(practice, turns[0], question, filled), texts)
        own = library.question(question.id).model_copy(update={"mock": None})
        alone = replace(library, questions={question.id: own})
        meaning = next(turn for turn in turns if turn.said == "meaning")
        yield "message", mock.message(Saying(practice, meaning, [], alone), texts)
        gone = replace(library, questions={})
        yield "message", mock.message(Saying(practice, turns[0], [], gone), texts)
    for model in (None, Model("m" * 60, "h" * 200)):
        yield "view", mock_form.modal(Offer(library, WISH, model), texts)
    for state in get_args(State):
        leaving = Leaving("en", state, typed(MOST), "m" * 260, cut=True)
        yield "view", mock_comment.modal(leaving, Pressed("m" * 64, 999_999), texts)
    yield from around(library, texts)


def every_turn(practice, question):
    """Yield one turn of each kind, and an answer before the end."""
    about = [
        *(("question", ""), *(("probe", each.id) for each in question.probes)),
        *(("listening", ""), ("meaning", ""), ("answer", ""), ("rate", ""), ("comment", "")),
        *(("stop", ""), ("end", ""), ("time", "")),
    ]
    for n, (said, probe) in enumerate(about):
        yield Turn(practice.id, n, said, question.id, probe, text="x", field="m")


def around(library, texts):
    """Yield what is said beside the questions."""
    for many in (0, 1, 40):
        yield "message", mock_progress.progress(practised(library, many), texts)
    yield "message", self_rating.asked(texts)
    for gone in (Deleted(0, 0, 0), Deleted(9_999, 9_999, 9_999, 9_999, 9_999)):
        yield "message", [kit.section(self_rating.deleted(gone, texts))]
    answered = Mock("m1", "U1", WISH, ("a",), NOW, stage="rating")
    for under_way in (None, answered, replace(answered, state="stopped")):
        yield "message", mock.hint(under_way, texts)
    yield "message", mock.reads(texts)
    yield "message", mock.heard(texts)


def practised(library, many):
    """Return a progress with so many answers to each competency, a week between them."""
    every = ("action", "result", "reflection", "alternatives", "evidence", "reasoning")
    competencies = [each.id for model in library.models for each in model.competencies]
    rated = [
        SelfRating(f"m{n}", f"{each}{n}", each, points, NOW + n * A_WEEK)
        for each in competencies
        for n, points in enumerate([first for first in (3, 4, 2, 3) for _ in range(many)])
    ]
    found = [
        FoundPart(f"m{n}", f"{each}{n}", each, part, found=True, at=NOW + n * A_WEEK)
        for each in competencies
        for n in range(many)
        for part in every
    ]
    return Progress(lines(rated, found), library)
