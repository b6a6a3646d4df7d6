"""A candidate's packet as Markdown, for people: what it amounts to, then all that was said."""

from collections.abc import Iterator

from coaching.debrief.decision import Decision
from coaching.debrief.exporting import inline
from coaching.debrief.packet import Packet, entire
from coaching.profile import Line
from coaching.sealed.early_look import EarlyLook
from coaching.version import VERSION
from handlers.texts import Texts
from handlers.views import packet_cards, packet_texts, packet_trail, voting, words
from handlers.views.packet_words import at, competency, name, names, typed


def markdown(packet: Packet, texts: Texts) -> str:
    """Return the whole file; what people typed in it renders as typed, and links nowhere."""
    parts = (
        *(_top, _reading, _decisions, _profile, _words, _moves, _looks),
        *(packet_cards.cards, packet_texts.texts_of, packet_trail.trail),
    )
    return "\n\n".join(piece for part in parts for piece in part(packet, texts)) + "\n"


def _top(packet: Packet, texts: Texts) -> Iterator[str]:
    yield "# " + texts("Candidate packet: {name}", name=inline(packet.loop.candidate.name))
    yield "\n".join(f"- {fact}" for fact in _facts(packet, texts))


def _facts(packet: Packet, texts: Texts) -> Iterator[str]:
    loop, report = packet.loop, packet.report
    yield f"{inline(loop.job.title)} · {words.level(texts, loop.job.level)}"
    yield texts("Competency model: {name}", name=f"`{loop.job.model}`")
    yield texts("Candidate: {id}, round {n}", id=f"`{loop.candidate.id}`", n=loop.candidate.round)
    if loop.candidate.accommodation.strip():
        what = inline(loop.candidate.accommodation)
        yield texts("Arranged for the candidate: {what}", what=what)
    if released := loop.debrief.released_at:
        yield texts("Debrief posted: {at}", at=at(released, texts))
    else:
        yield "**" + texts("The debrief is not out: the panel has read none of this yet.") + "**"
    sealed = {"sealed": len(report.cards), "all": len(report.panel)}
    if loop.debrief.released_at:
        yield texts("Scorecards sealed in time: {sealed} of {all}", **sealed)
    else:
        yield texts("Scorecards sealed: {sealed} of {all}", **sealed)
    if report.missing:
        missing = names(packet, [each.interviewer for each in report.missing], texts)
        yield texts("Missing: {names}", names=missing)
    yield texts("Taken {at}", at=at(packet.taken_at, texts)) + f" · Interview Coach {VERSION}"
    yield texts("All times are those of {zone}.", zone=str(texts.zone))


def _reading(packet: Packet, texts: Texts) -> Iterator[str]:
    """Say what counts before anybody reads a number, and what is not there."""
    yield texts(
        "What was sealed is here as it was sealed. An amendment stands below what it amends and "
        "changes no number. In the profile every rater has the same weight: it is the mean of "
        "each rater's mean. Drafts and private notes are not in this file."
    )
    if packet.withhold is not entire:
        yield texts(
            "Sentences with personal information that no decision may rest on are left out and "
            "counted. The export on the server has them."
        )


def _decisions(packet: Packet, texts: Texts) -> Iterator[str]:
    """Show the decision that counts, then what it replaced."""
    if not packet.decisions:
        return
    yield "## " + texts("Decision")
    for n, each in enumerate(reversed(packet.decisions)):
        if n == 1:
            yield "### " + texts("Earlier decisions")
        yield from _decision(each, packet, texts)


def _decision(said: Decision, packet: Packet, texts: Texts) -> Iterator[str]:
    by = texts(
        "Recorded by {name}, {at}", name=name(packet, said.actor, texts), at=at(said.at, texts)
    )
    yield f"**{words.verdict(texts, said.verdict)}** · {by}"
    decisive = texts(", ").join(competency(packet, each, texts) for each in said.competencies)
    yield texts("Decided on: {competencies}", competencies=decisive)
    if said.departure.strip():
        yield texts("Why it was decided all the same:")
        yield typed(said.departure, packet, texts)
    if said.dissenters:
        others = names(packet, list(said.dissenters), texts)
        yield texts("Seen otherwise by {names}", names=others)
    if said.dissent.strip():
        yield typed(said.dissent, packet, texts)
    if said.reason.strip():
        yield texts("Why it changed:")
        yield typed(said.reason, packet, texts)


def _profile(packet: Packet, texts: Texts) -> Iterator[str]:
    yield "## " + texts("Profile: mean of the raters, 1 to 5")
    if packet.report.lines:
        yield "\n".join(f"- {_line(line, packet, texts)}" for line in packet.report.lines)
    else:
        yield texts("There are no ratings, so there is nothing to compare.")


def _line(line: Line, packet: Packet, texts: Texts) -> str:
    named = f"**{competency(packet, line.competency, texts)}**  "
    if line.mean is None:
        return named + texts("not assessed by anybody")
    given = texts(", ").join(
        f"{name(packet, each.interviewer, texts)} {texts.number(each.mean)}" for each in line.raters
    )
    of = texts("bar {bar} · n = {n}", bar=texts.number(line.bar), n=len(line.raters))
    said = [texts.number(line.mean), of, words.confidence(texts, line.confidence), given]
    return named + " · ".join([*said, *([texts("the raters disagree")] if line.disputed else [])])


def _words(packet: Packet, texts: Texts) -> Iterator[str]:
    """Show each rater's own word; it is no part of the profile."""
    said = [
        f"- {name(packet, each.card.interviewer, texts)}  "
        f"**{words.recommendation(texts, each.card.recommendation)}**"
        for each in packet.counted
        if each.card.recommendation
    ]
    if said:
        yield "### " + texts("Recommendations")
        yield "\n".join(said)


def _moves(packet: Packet, texts: Texts) -> Iterator[str]:
    """Say how far the talk moved the panel, in the smallest numbers that hide who did."""
    if packet.shifts:
        yield "## " + texts("How far the talk moved the panel")
        yield texts(
            "The first ratings and the profile stay as they were. Less than a whole point is no "
            "move."
        )
        yield "\n".join(
            f"- **{competency(packet, each.competency, texts)}**  "
            + " · ".join(voting.row(each, texts))
            for each in packet.shifts
        )


def _looks(packet: Packet, texts: Texts) -> Iterator[str]:
    if packet.report.looks:
        yield "## " + texts("Early looks")
        yield "\n".join(f"- {_look(each, packet, texts)}" for each in packet.report.looks)


def _look(look: EarlyLook, packet: Packet, texts: Texts) -> str:
    return texts(
        "{name} looked at what was sealed before the debrief, on {at}: {cards}",
        name=name(packet, look.actor, texts),
        at=at(look.at, texts),
        cards=texts.count("{n} scorecard", "{n} scorecards", look.sealed),
    )
