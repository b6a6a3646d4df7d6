"""A packet to show: cards of every sort, amended and decided, with whatever people typed."""

from dataclasses import replace
from datetime import timedelta

from coaching.act import OPERATOR, Act
from coaching.debrief.decision import Decision
from coaching.debrief.packet import Kept, Packet
from coaching.debrief.report import Report
from coaching.debrief.vote import Shift
from coaching.frozen import FrozenQuestion
from coaching.loop import Loop
from coaching.plan import items
from coaching.profile import profile
from coaching.scorecard import Rating, Reason, Recommendation, Scorecard
from coaching.sealed.amendment import Amendment
from coaching.sealed.early_look import EarlyLook
from tests.examples import ALICE, CANDIDATE, DEBRIEF, JOB, NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def packet_of(live, typed, released=NOW + DAY):
    model = live.models[0]
    first, second = [each.id for each in model.competencies][:2]
    asked = live.of(first)[0]
    job = replace(JOB, title=typed, model=f"{model.id}@{model.version}", questions=(asked.ref,))
    seat = replace(ALICE, competencies=(first, second), questions=(asked.ref,))
    panel = [
        seat,
        replace(seat, id="i2", interviewer="UBOB"),
        replace(seat, id="i3", interviewer="UMEI"),
        replace(seat, id="i4", interviewer="UCHARLIE"),
        replace(seat, id="i5", interviewer="UGUS", kind="shadow", beside="i1"),
        replace(seat, id="i6", interviewer="UZOE"),
    ]
    candidate = replace(CANDIDATE, name=typed, accommodation=typed)
    loop = Loop(job, candidate, panel, replace(DEBRIEF, released_at=released))
    cards = [
        _card(panel[0], loop, live, (4, 2), typed, Recommendation.YES),
        _card(panel[1], loop, live, (2, "not_assessed"), typed, Recommendation.STRONG_NO),
        replace(_card(panel[2], loop, live, (3, 3), typed, Recommendation.NO), written_by="UDANA"),
        replace(
            _card(panel[3], loop, live, (5, 5), typed, Recommendation.YES), sealed_at=NOW + 2 * DAY
        ),
        _card(panel[4], loop, live, (1, 1), typed, Recommendation.NO),
    ]
    before = Amendment(
        "i1", 1, asked.id, "3", typed, released=False, actor="UALICE", at=NOW + 3 * HOUR
    )
    after = replace(before, n=2, released=True, at=NOW + 2 * DAY)
    amended = [
        before,
        replace(after, item="recommendation", said="strong_yes"),
        replace(after, n=3, item=second, said="not_assessed"),
    ]
    names = {
        "UALICE": f"Alice {typed}", "UBOB": "Bob", "UMEI": "Mei", "UCHARLIE": "Charlie",
        "UGUS": "Gus", "UZOE": "Zoë", "UDANA": "Dana",
    }  # fmt: skip
    lines = profile(cards[:3], {first: 3.0, second: 2.5})
    looks = [EarlyLook("c1", 1, "UDANA", NOW + 4 * HOUR, 1)]
    report = Report(loop, loop.panel, cards[:3], lines, names, live, [amended[0]], looks)
    hold = Decision("c1", 1, "hold", (first,), "", (), "", "", "UDANA", NOW + 2 * DAY)
    hire = replace(
        hold, n=2, verdict="hire", dissent=typed, dissenters=("UBOB",), departure=typed,
        reason=typed,
    )  # fmt: skip
    return Packet(
        report=report,
        cards=[
            Kept(panel[0], cards[0], "profile", amended),
            Kept(panel[1], cards[1], "profile"),
            Kept(panel[2], cards[2], "behalf"),
            Kept(panel[3], cards[3], "late"),
            Kept(panel[4], cards[4], "shadow"),
        ],
        documents={asked.ref: FrozenQuestion.of(asked)},
        questions={asked.ref: asked},
        competencies={
            f"{each.id}@{model.version}#{each.fingerprint}": each for each in model.competencies[:2]
        },
        decisions=[hold, hire],
        shifts=[
            Shift(first, 2, 2, 3.0, 3.5, (2.0, 1.0), 1, 0),
            Shift(second, 1, 1, 2.0, 5.0, (0.0, 0.0), 1, 0),
        ],
        trail=[
            Act(NOW, "UDANA", "loop.plan", "c1"),
            Act(NOW + HOUR, "UALICE", "card.seal", "i1"),
            Act(NOW + DAY, "", "debrief.release", "c1"),
            Act(NOW + 2 * DAY, "UDANA", "something.new", "c1"),
            Act(NOW + 3 * DAY, OPERATOR, "packet.export", "c1"),
        ],
        names=names,
        taken_at=NOW + 3 * DAY,
    )


def _card(interview, loop, live, marks, typed, word):
    rated = zip(items(interview, loop.job, live), marks, strict=True)
    ratings = [
        Rating(item, mark, typed, reason=Reason.NO_TIME if mark == "not_assessed" else None)
        for item, mark in rated
    ]
    return Scorecard(interview.id, interview.interviewer, ratings, word, NOW + 2 * HOUR)
