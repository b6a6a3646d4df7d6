"""Everything that two people who practise see, for each question, for the tests of all views."""

from dataclasses import replace
from datetime import timedelta

from coaching.practice.mock import Mock
from coaching.practice.peers.session import PATIENCE, STEPS, Session, Waiting, followed_up
from coaching.practice.peers.sight import Sight
from coaching.practice.rounds import Offer
from coaching.practice.self_rating import SelfRating
from coaching.practice.turn import Turn
from coaching.practice.turns import Saying
from coaching.practice.wish import ANY, Wish
from handlers.views import mock, mock_peer
from tests.examples import NOW

WISH = Wish(ANY, "lead", "en")
PAIR = Session("s" * 32, "U1", "U2", (ANY, ANY), ("lead", "mid"), "en")


def peer_views(library, texts, typed):
    """Yield (surface, payload) of every message and form."""
    yield "view", mock_peer.modal(Offer(library, WISH), texts)
    for days in (timedelta(days=1), PATIENCE):
        waiting = Waiting("w" * 32, "U1", ANY, "lead", "en", NOW, NOW + days)
        yield "message", mock_peer.waiting(waiting, texts)
    yield "message", mock_peer.stopped(texts)
    yield "message", mock_peer.nobody(texts)
    for name in ("", typed(80)):
        for pair in (PAIR, replace(PAIR, ready=(0, 1)), replace(PAIR, state="over")):
            for what in ("met", "here"):
                sight = Sight(pair, "U1", what, 0, library, name)
                yield "message", mock_peer.message(sight, texts)
    for question in library.questions.values():
        yield from _rounds(question, library, texts, typed)


def _rounds(question, library, texts, typed):
    """Show both parts of both rounds, their end, and the rating that is asked for."""
    for questions in ((question.id,), ("gone", question.id), ("gone",)):
        pair = replace(PAIR, state="talking", questions=questions)
        for probe in question.probes:
            pair = followed_up(pair, probe.id)
        for shown in (pair, replace(pair, asked=())):
            for n, step in ((n, step) for n in range(2) for step in range(STEPS)):
                at = replace(shown, step=step)
                sight = Sight(at, at.asks(n), "ask", n, library, typed(80))
                yield "message", mock_peer.message(sight, texts)
            sight = Sight(shown, "U1", "answer", shown.round, library, typed(80))
            yield "message", mock_peer.hint(sight, texts)
            for what, person in (("end", "U1"), ("left", "U2"), ("late", "U1")):
                over = Sight(replace(shown, state="over"), person, what, 0, library)
                yield "message", mock_peer.message(over, texts)
                yield "message", mock_peer.message(replace(over, refused=True), texts)
    answered = Mock("m" * 32, "U1", replace(WISH, form="peer"), (question.id,), NOW, state="over")
    turn = Turn(answered.id, 0, "rate", question.id)
    rated = [SelfRating(answered.id, question.id, question.competency, 2, NOW)]
    for ratings in ([], rated):
        yield "message", mock.message(Saying(answered, turn, [], library, None, ratings), texts)
    none = replace(library, questions={})
    yield "message", mock.message(Saying(answered, turn, [], none), texts)
