"""A packet for machines, in no language: plain JSON that says everything once."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from coaching.act import Act
from coaching.debrief.packet import Kept, Move, Packet
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
        "scorecards": [_card(each) for each in packet.cards],
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
        "decisions": [asdict(each) | {"at": _iso(each.at)} for each in packet.decisions],
        "moved_by_the_talk": [_move(each) for each in packet.moves],
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


def _card(kept: Kept) -> Json:
    return {
        "interview": kept.interview.id,
        "interviewer": kept.card.interviewer,
        "written_by": kept.card.writer,
        "part": kept.part,
        "sealed_at": _iso(kept.card.sealed_at),
        "recommendation": kept.card.recommendation,
        "ratings": [_rating(each) for each in kept.card.ratings],
        "amendments": [_amendment(each) for each in kept.amendments],
    }


def _rating(rating: Rating) -> Json:
    return {
        "item": rating.item.key,
        "competency": rating.item.competency,
        "against": rating.item.ref,
        "mark": rating.mark,
        "why_not_assessed": rating.reason,
        "evidence": rating.evidence,
    }


def _amendment(said: Amendment) -> Json:
    return {
        "n": said.n,
        "item": said.item,
        "said": said.said,
        "reason": said.reason,
        "after_debrief": said.released,
        "actor": said.actor,
        "at": _iso(said.at),
    }


def _move(move: Move) -> Json:
    return {
        "competency": move.competency,
        "voters": move.voters,
        "before": None if move.before is None else round(move.before, 1),
        "after": None if move.after is None else round(move.after, 1),
    }


def _act(act: Act) -> Json:
    return asdict(act) | {"at": _iso(act.at)}


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
