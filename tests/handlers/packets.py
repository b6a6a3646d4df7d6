"""A packet to show: two cards, one amended, one missing, and whatever people may have typed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.debrief.packet import Act, Packet
from coaching.debrief.report import Report
from coaching.loop import Loop
from coaching.plan import items
from coaching.profile import profile
from coaching.scorecard import Rating, Recommendation, Scorecard
from tests.examples import ALICE, BOB, CANDIDATE, DEBRIEF, JOB, NOW


@dataclass(frozen=True)
class Amendment:
    item: str
    said: str
    reason: str
    released: bool
    at: datetime


def packet_of(live, typed):
    model = live.models[0]
    first, second = [each.id for each in model.competencies][:2]
    asked = live.of(first)[0]
    job = replace(JOB, title=typed, model=f"{model.id}@{model.version}")
    alice = replace(ALICE, competencies=(first, second), questions=(asked.ref,))
    late = replace(BOB, id="i3", interviewer="UMEI")
    panel = [alice, replace(BOB, competencies=(first, second), questions=(asked.ref,)), late]
    debrief = replace(DEBRIEF, released_at=NOW + timedelta(days=1))
    loop = Loop(job, replace(CANDIDATE, name=typed), panel, debrief)
    cards = [
        _card(panel[0], loop, live, (4, 2), typed, Recommendation.YES),
        _card(panel[1], loop, live, (2, "not_assessed"), typed, Recommendation.STRONG_NO),
    ]
    amended = [
        Amendment(asked.id, "3", typed, released=False, at=NOW + timedelta(hours=3)),
        Amendment("recommendation", "strong_yes", typed, released=True, at=NOW + timedelta(days=2)),
        Amendment(second, "not_assessed", typed, released=True, at=NOW + timedelta(days=2)),
    ]
    names = {"UALICE": f"Alice {typed}", "UBOB": "Bob", "UMEI": "Mei"}
    report = Report(loop, cards, profile(cards, {first: 3.0, second: 2.5}), names, live)
    trail = [Act(NOW, "UDANA", "debrief.release", "c1")]
    return Packet(report, {"i1": amended}, trail, NOW + timedelta(days=3))


def _card(interview, loop, live, marks, typed, word):
    rated = zip(items(interview, loop.job, live), marks, strict=True)
    ratings = [Rating(item, mark, typed) for item, mark in rated]
    return Scorecard(interview.id, interview.interviewer, ratings, word, NOW + timedelta(hours=2))
