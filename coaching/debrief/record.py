"""A packet for machines, in no language: plain JSON that says everything once."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from coaching.act import Act
from coaching.debrief.decision import Decision
from coaching.debrief.packet import Kept, Packet
from coaching.debrief.vote import Shift
from coaching.loop import Interview
from coaching.profile import Line
from coaching.scorecard import Rating
from coaching.sealed.amendment import Amendment
from coaching.version import VERSION

SCHEMA = "candidate-packet/v1"
Json = Mapping[str, Any]


def record(packet: Packet) -> Json:
    """Return a packet as plain JSON; moments are ISO 8601 in UTC, means have one decimal."""
    loop, report = packet.loop, packet.report
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "taken_at": packet.taken_at.isoformat(),
        "released": loop.debrief.released_at is not None,
        "candidate": asdict(loop.candidate),
        "job": _job(packet),
        "debrief": {
            "due_at": _iso(loop.debrief.due_at),
            "released_at": _iso(loop.debrief.released_at),
            "early_looks": [asdict(each) | {"at": _iso(each.at)} for each in report.looks],
        },
        "people": dict(packet.names),
        "interviews": [_interview(each) for each in loop.interviews],
        "missing": [each.id for each in report.missing],
        "profile": [_line(line) for line in report.lines],
        "scorecards": [_card(each, packet) for each in packet.cards],
        "questions": {
            ref: {"competency": each.competency, **each.document}
            for ref, each in packet.documents.items()
        },
        "competencies": {
            ref: each.model_dump(mode="json", by_alias=True, include={"id", "name", "definition",
                                                                      "anchors"})
            for ref, each in packet.competencies.items()
        },
        "texts_not_kept": list(packet.lost),
        "decisions": [_decision(each, packet) for each in packet.decisions],
        "moved_by_the_talk": [_shift(each) for each in packet.shifts],
        "trail": [_act(each) for each in packet.trail],
    }  # fmt: skip


def _job(packet: Packet) -> Json:
    job = packet.loop.job
    model = packet.report.library.model(job.model_id)
    kept = ("id", "title", "model", "level", "language", "manager", "opened_by", "questions")
    scale = model.scale.model_dump(mode="json", by_alias=True)
    return {name: getattr(job, name) for name in kept} | {"scale": scale}


def _interview(interview: Interview) -> Json:
    said = {key: value for key, value in asdict(interview).items() if key != "candidate"}
    return said | {"start": interview.start.isoformat()}


def _line(line: Line) -> Json:
    return {
        "competency": line.competency,
        "bar": round(line.bar, 1),
        "mean": None if line.mean is None else round(line.mean, 1),
        "raters": {rater.interviewer: round(rater.mean, 1) for rater in line.raters},
        "confidence": line.confidence,
        "disputed": line.disputed,
    }


def _card(kept: Kept, packet: Packet) -> Json:
    return {
        "interview": kept.interview.id,
        "interviewer": kept.card.interviewer,
        "written_by": kept.card.writer,
        "part": kept.part,
        "sealed_at": _iso(kept.card.sealed_at),
        "recommendation": kept.card.recommendation,
        "ratings": [_rating(each, packet) for each in kept.card.ratings],
        "amendments": [_amendment(each, packet) for each in kept.amendments],
    }


def _rating(rating: Rating, packet: Packet) -> Json:
    return {
        "item": rating.item.key,
        "competency": rating.item.competency,
        "against": rating.item.ref,
        "mark": rating.mark,
        "why_not_assessed": rating.reason,
        "evidence": _note(rating.evidence, packet),
    }


def _amendment(said: Amendment, packet: Packet) -> Json:
    return {
        "n": said.n,
        "item": said.item,
        "said": said.said,
        "reason": _note(said.reason, packet),
        "after_debrief": said.released,
        "actor": said.actor,
        "at": _iso(said.at),
    }


def _decision(decision: Decision, packet: Packet) -> Json:
    typed = {
        name: _note(getattr(decision, name), packet) for name in ("dissent", "departure", "reason")
    }
    return asdict(decision) | typed | {"at": _iso(decision.at)}


def _shift(shift: Shift) -> Json:
    """Leave out the means of a single vote: they would tell whose it is."""
    numbers = {} if shift.guarded else asdict(shift)
    before, after = numbers.get("before"), numbers.get("after")
    return {
        "competency": shift.competency,
        "raters": shift.raters,
        "voted": shift.voted,
        "before": None if before is None else round(before, 1),
        "after": None if after is None else round(after, 1),
        "up": numbers.get("up"),
        "down": numbers.get("down"),
    }


def _note(note: str, packet: Packet) -> str:
    """Return what somebody typed; in place of what is withheld, how many sentences it was."""
    return "".join(
        each if isinstance(each, str) else f"[withheld: {each}]" for each in packet.withhold(note)
    )


def _act(act: Act) -> Json:
    return asdict(act) | {"at": _iso(act.at)}


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
