"""The audit trail of a packet as Markdown: who did what, in words where we have them."""

from collections.abc import Iterator

from coaching.act import Act
from coaching.debrief.packet import Packet
from handlers.texts import Texts
from handlers.views.packet_words import at, name


def trail(packet: Packet, texts: Texts) -> Iterator[str]:
    """Show the trail, the earliest line first; what has no words is said by its code."""
    if packet.trail:
        yield "## " + texts("What was done")
        yield "\n".join(f"- {_line(each, packet, texts)}" for each in packet.trail)


def _line(act: Act, packet: Packet, texts: Texts) -> str:
    who = name(packet, act.actor, texts)
    did = _deeds(texts).get(act.action) or f"`{act.action}`"
    return f"{at(act.at, texts)} · {who} · {did}{_about(act, packet, texts)}"


def _about(act: Act, packet: Packet, texts: Texts) -> str:
    """Say which interview it was; that the rest is about the candidate goes without saying."""
    people = {each.id: each.interviewer for each in packet.loop.interviews}
    if act.subject not in people:
        return ""
    return " · " + texts("interview of {name}", name=name(packet, people[act.subject], texts))


def _deeds(texts: Texts) -> dict[str, str]:
    """Say each deed after the name of whoever did it."""
    return {
        "job.open": texts("opened the job"),
        "loop.plan": texts("planned the interviews"),
        "interview.change": texts("changed the interview"),
        "interview.replace": texts("gave the interview to somebody else"),
        "interview.handover": texts("noted that somebody else held the interview"),
        "interview.call_off": texts("called the interview off"),
        "interview.missed": texts("noted that the interview did not happen"),
        "card.stand_in": texts("began to write the scorecard for the interviewer"),
        "card.take_over": texts("took the scorecard back to write it themselves"),
        "card.seal": texts("sealed the scorecard"),
        "card.amend": texts("amended the scorecard"),
        "card.look": texts("looked at sealed scorecards before the debrief"),
        "job.settle": texts("changed the settings of the job"),
        "candidates.compare": texts("put candidates of the job side by side"),
        "debrief.read": texts("read the evidence"),
        "debrief.vote": texts("said where they stand after the talk"),
        "debrief.decide": texts("recorded a decision"),
        "debrief.move": texts("moved the debrief"),
        "debrief.cancel": texts("cancelled the debrief"),
        "debrief.expire": texts("let the debrief pass: its time had come while nothing ran"),
        "debrief.release": texts("released the debrief"),
        "packet.send": texts("asked for this packet"),
        "packet.export": texts("exported this packet on the server"),
    }
