"""Everything that practice shows, for each of its questions, for the tests of all views."""

from dataclasses import replace

from coaching.practice.answer_forms import Form
from coaching.practice.fields import LONGEST, fields
from coaching.practice.mock import Mock
from coaching.practice.record import Progress
from coaching.practice.repositories import Deleted
from coaching.practice.rounds import Offer
from coaching.practice.self_rating import SelfRating, lines
from coaching.practice.turn import Turn
from coaching.practice.turns import Saying
from coaching.practice.wish import ANY, Wish
from handlers.views import kit, mock, mock_form, self_rating
from tests.examples import NOW

WISH = Wish(ANY, "mid", "en", timed=True)


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
    yield "view", mock_form.modal(Offer(library, WISH), texts)
    yield from around(library, texts)


def every_turn(practice, question):
    """Yield one turn of each kind, and an answer before the end."""
    about = [
        *(("question", ""), *(("probe", each.id) for each in question.probes)),
        *(("listening", ""), ("meaning", ""), ("answer", ""), ("rate", "")),
        *(("stop", ""), ("end", ""), ("time", "")),
    ]
    for n, (said, probe) in enumerate(about):
        yield Turn(practice.id, n, said, question.id, probe, text="x")


def around(library, texts):
    """Yield what is said beside the questions."""
    competencies = [each.id for model in library.models for each in model.competencies]
    for many in (0, 1, 40):
        rated = [
            SelfRating(f"m{n}", f"{each}{n}", each, points, NOW)
            for each in competencies
            for n, points in enumerate([first for first in (3, 4, 2, 3) for _ in range(many)])
        ]
        yield "message", self_rating.progress(Progress(lines(rated), library), texts)
    yield "message", self_rating.asked(texts)
    for gone in (Deleted(0, 0, 0), Deleted(9_999, 9_999, 9_999, 9_999)):
        yield "message", [kit.section(self_rating.deleted(gone, texts))]
    answered = Mock("m1", "U1", WISH, ("a",), NOW, stage="rating")
    for under_way in (None, answered):
        yield "message", mock.hint(under_way, texts)
    yield "message", mock.reads(texts)
    yield "message", mock.heard(texts)
