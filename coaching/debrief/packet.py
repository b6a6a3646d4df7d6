"""All there is about a candidate, to be handed over: what was said, by whom, against which text.

The record is for machines and in no language; `handlers/views/packet.py` says the same to people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from coaching.debrief.report import Report
from coaching.loop import Interview
from coaching.profile import Line
from coaching.scorecard import Scorecard

SCHEMA = "candidate-packet/v1"


class Amended(Protocol):
    """What was said after the seal. The sealed value stays the one that counts.

    ``item`` is the key of a rating, or *recommendation*; ``said`` is the new mark or word;
    ``released``: the debrief was out by then.
    """

    @property
    def item(self) -> str:
        """What it amends."""

    @property
    def said(self) -> str:
        """What it says instead."""

    @property
    def reason(self) -> str:
        """Why, as typed."""

    @property
    def released(self) -> bool:
        """Whether the panel had read the debrief."""

    @property
    def at(self) -> datetime:
        """When."""


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the audit trail: accounts and ids, never what was said."""

    at: datetime
    actor: str
    action: str
    subject: str


@dataclass(frozen=True, slots=True)
class Packet:
    """A released debrief, the amendments by interview, and the trail, as of ``taken_at``."""

    report: Report
    amendments: Mapping[str, Sequence[Amended]]
    trail: Sequence[Act]
    taken_at: datetime

    @property
    def cards(self) -> Sequence[tuple[Interview, Scorecard]]:
        """The cards of the profile, each with its interview, in the order of the panel."""
        cards = {card.interview: card for card in self.report.cards}
        return [(each, cards[each.id]) for each in self.report.loop.panel if each.id in cards]


def record(packet: Packet) -> Mapping[str, Any]:
    """Return a packet as plain JSON; moments are ISO 8601 in UTC, numbers have one decimal."""
    loop = packet.report.loop
    return {
        "schema": SCHEMA,
        "taken_at": packet.taken_at.isoformat(),
        "candidate": {"id": loop.candidate.id, "name": loop.candidate.name,
                      "round": loop.candidate.round},
        "job": {"id": loop.job.id, "title": loop.job.title, "model": loop.job.model,
                "level": loop.job.level},
        "debrief": {"due_at": _iso(loop.debrief.due_at),
                    "released_at": _iso(loop.debrief.released_at)},
        "raters": {card.interviewer: packet.report.names[card.interviewer]
                   for card in packet.report.cards},
        "missing": [each.id for each in packet.report.missing],
        "profile": [_line(line) for line in packet.report.lines],
        "scorecards": [
            _card(interview, card, packet.amendments.get(interview.id, ()))
            for interview, card in packet.cards
        ],
        "trail": [
            {"at": each.at.isoformat(), "actor": each.actor, "action": each.action,
             "subject": each.subject}
            for each in packet.trail
        ],
    }  # fmt: skip


def _line(line: Line) -> Mapping[str, Any]:
    return {
        "competency": line.competency,
        "bar": round(line.bar, 1),
        "mean": None if line.mean is None else round(line.mean, 1),
        "raters": {rater.interviewer: round(rater.mean, 1) for rater in line.raters},
        "confidence": line.confidence,
        "disputed": line.disputed,
    }


def _card(
    interview: Interview, card: Scorecard, amendments: Sequence[Amended]
) -> Mapping[str, Any]:
    return {
        "interview": interview.id,
        "interviewer": card.interviewer,
        "start": interview.start.isoformat(),
        "minutes": interview.minutes,
        "sealed_at": _iso(card.sealed_at),
        "recommendation": card.recommendation,
        "ratings": [
            {"item": each.item.key, "competency": each.item.competency, "against": each.item.ref,
             "mark": each.mark, "evidence": each.evidence}
            for each in card.ratings
        ],
        "amendments": [
            {"item": each.item, "said": each.said, "reason": each.reason,
             "after_debrief": each.released, "at": each.at.isoformat()}
            for each in amendments
        ],
    }  # fmt: skip


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
