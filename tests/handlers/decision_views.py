"""What follows a debrief, at its longest: both forms, and what the channel is told."""

from dataclasses import replace

from coaching.debrief.decide_form import TEXT
from coaching.debrief.decision import VERDICTS, Decision
from coaching.debrief.matter import Matter, Told
from coaching.debrief.packet import entire
from coaching.debrief.vote import Shift
from coaching.debrief.voting import Ballot, Moved
from coaching.debrief.withholding import Withholding
from handlers.views import decided, deciding, voting
from questions.topics import Topics
from tests.examples import NOW


def decision_views(report, texts, typed):
    """Render both forms and both messages for a report; yield (surface, payload)."""
    competencies = tuple(line.competency for line in report.lines)
    people = tuple(report.names)
    first = Decision(
        candidate="c1",
        n=1,
        verdict="hold",
        competencies=competencies,
        dissent=typed(TEXT),
        dissenters=people,
        departure=typed(TEXT),
        reason=typed(TEXT),
        actor="U1",
        at=NOW,
    )
    withhold = Withholding(Topics.shipped())
    yield "view", deciding.modal(Matter(report, [], people, report.names), withhold, texts)
    for verdict in VERDICTS:
        decision = replace(first, n=2, verdict=verdict)
        told = Told(Matter(report, [first, decision], people, report.names), decision, first)
        yield "view", deciding.modal(told.matter, entire, texts)
        yield "view", deciding.modal(told.matter, withhold, texts)
        yield "view", deciding.done(told, withhold, texts)
        yield "message", decided.message(told, withhold, texts)
    for cast in ({}, dict.fromkeys(competencies, 4)):
        yield "view", voting.modal(Ballot(report, dict.fromkeys(competencies, 3.5), cast), texts)
        yield "view", voting.done(Ballot(report, {}, cast, last=bool(cast)), texts)
    shifts = [
        Shift(each, 8, 8 - n % 8, 3.5, 4.5, (4.0, 1.0), n % 3, 2)
        for n, each in enumerate(competencies)
    ]
    yield "message", voting.message(Moved(report, shifts), texts)
