"""The texts of a packet as Markdown: what was asked, and what each point meant."""

from collections.abc import Iterator, Sequence

from coaching.debrief.exporting import inline, quoted
from coaching.debrief.packet import Packet
from coaching.scorecard import POINTS
from handlers.texts import Texts
from handlers.views import words
from handlers.views.packet_words import model
from questions.bank import Question
from questions.model import Anchors, Competency


def texts_of(packet: Packet, texts: Texts) -> Iterator[str]:
    """Show each text that something was rated against, and each that was planned."""
    yield "## " + texts("What was asked, and what each point means")
    for ref in packet.refs:
        if question := packet.questions.get(ref):
            yield from _question(ref, question, packet, texts)
        elif competency := packet.competencies.get(ref):
            yield from _competency(ref, competency, packet, texts)
    lost = [ref for ref in packet.refs if ref not in {*packet.questions, *packet.competencies}]
    if lost:
        yield texts("I no longer have, or can no longer read, the texts of these:")
        yield "\n".join(f"- `{ref}`" for ref in lost)


def _question(ref: str, question: Question, packet: Packet, texts: Texts) -> Iterator[str]:
    named = texts.of(model(packet).competency(question.competency).name)
    yield f"### {inline(f'{named} · {texts.of(question.title)}')}"
    yield f"`{ref}` · {words.type_(texts, question.type)}"
    yield quoted(texts.of(question.prompt))
    if question.materials:
        yield texts("Material:")
        yield quoted(texts.of(question.materials))
    yield texts("Follow-ups:")
    yield _list([texts.of(each.text) for each in question.probes])
    yield from _anchors(question.anchors, packet, texts)


def _competency(ref: str, competency: Competency, packet: Packet, texts: Texts) -> Iterator[str]:
    whole = texts("{name}, as a whole", name=texts.of(competency.name))
    yield f"### {inline(whole)}"
    yield f"`{ref}`"
    yield inline(texts.of(competency.definition))
    yield from _anchors(competency.anchors, packet, texts)


def _anchors(anchors: Anchors, packet: Packet, texts: Texts) -> Iterator[str]:
    scale = model(packet).scale
    yield "\n".join(
        f"- **{points} · {inline(texts.of(scale.label(points)))}**  "
        f"{inline(texts.of(anchors.at(points).text))}"
        for points in POINTS
    )


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {inline(line)}" for line in lines)
