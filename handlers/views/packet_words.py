"""How a packet names people, things and moments: it is read years later, far from Slack."""

from datetime import datetime

from coaching.act import OPERATOR
from coaching.debrief.exporting import inline, quoted
from coaching.debrief.packet import Packet
from coaching.scorecard import Item
from handlers.texts import Texts
from handlers.views.traced import Shown
from questions.model import Model


def at(moment: datetime, texts: Texts) -> str:
    """Say a moment with its year, in the zone that the top of the file names."""
    return f"{moment.astimezone(texts.zone):%Y-%m-%d %H:%M}"


def model(packet: Packet) -> Model:
    """Return the model of the job."""
    return packet.report.library.model(packet.loop.job.model_id)


def name(packet: Packet, person: str, texts: Texts) -> str:
    """Name somebody, as Markdown; nobody of the workspace by what they are."""
    if not person:
        return "Interview Coach"
    if person == OPERATOR:
        return texts("whoever runs the server")
    return inline(packet.names.get(person, person))


def names(packet: Packet, people: list[str], texts: Texts) -> str:
    """Name several."""
    return texts(", ").join(name(packet, each, texts) for each in people)


def competency(packet: Packet, key: str, texts: Texts) -> str:
    """Name a competency, as Markdown."""
    return inline(texts.of(model(packet).competency(key).name))


def item(packet: Packet, rated: Item, texts: Texts) -> str:
    """Name what was rated, as Markdown: the competency, and the question by its own title."""
    named = competency(packet, rated.competency, texts)
    if not rated.question:
        return named
    question = packet.questions.get(rated.ref)
    return f"{named} · {inline(texts.of(question.title) if question else rated.key)}"


def typed(note: str, packet: Packet, texts: Texts) -> str:
    """Quote what somebody typed, as Markdown; what is withheld is counted in its place."""
    return quoted(plain(note, packet, texts))


def plain(note: str, packet: Packet, texts: Texts) -> str:
    """Return the same as it is."""
    return Shown(packet.report, texts, packet.withhold).typed(note)
