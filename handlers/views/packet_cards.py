"""The scorecards of a packet as Markdown: those of the profile first, then those apart."""

from collections.abc import Iterator, Sequence

from coaching.debrief.packet import Kept, Packet
from coaching.scorecard import RECOMMENDATION, Rating
from coaching.sealed.amendment import Amendment, of_item
from coaching.sealed.delay import late
from handlers.texts import Texts
from handlers.views import words
from handlers.views.packet_words import at, item, model, name, typed


def cards(packet: Packet, texts: Texts) -> Iterator[str]:
    """Show every sealed card, each rating with its text, its evidence and its amendments."""
    if not packet.cards:
        yield "## " + texts("Scorecards")
        yield texts("No scorecard is sealed.")
    if packet.counted:
        yield "## " + texts("Scorecards of the profile")
    for kept in packet.counted:
        yield from _card(kept, packet, texts)
    if packet.apart:
        yield "## " + texts("Scorecards outside the profile")
    for kept in packet.apart:
        yield from _card(kept, packet, texts)


def outside(kept: Kept, packet: Packet, texts: Texts) -> Iterator[str]:
    """Say why a card counts for nothing; nothing for one that counts."""
    if kept.card.on_behalf:
        yield texts(
            "Submitted by {writer} on behalf of {name}: no independent rater, not in the profile",
            writer=name(packet, kept.card.writer, texts),
            name=name(packet, kept.card.interviewer, texts),
        )
    if kept.part == "late":
        yield texts("Sealed after the debrief: the panel read it without this scorecard")
    if kept.part == "shadow":
        yield texts("Sat in to learn, or led while being watched: no rater of the profile")


def _card(kept: Kept, packet: Packet, texts: Texts) -> Iterator[str]:
    yield "### " + name(packet, kept.card.interviewer, texts)
    yield "\n".join(f"- {fact}" for fact in _facts(kept, packet, texts))
    yield from _amendments(kept, RECOMMENDATION, packet, texts)
    for rating in kept.card.ratings:
        yield from _rating(rating, kept, packet, texts)


def _facts(kept: Kept, packet: Packet, texts: Texts) -> Iterator[str]:
    interview, card = kept.interview, kept.card
    minutes = texts.count("{n} minute", "{n} minutes", interview.minutes)
    yield texts("Interview: {at}, {minutes}", at=at(interview.start, texts), minutes=minutes)
    if card.sealed_at:
        yield texts("Sealed {at}", at=at(card.sealed_at, texts))
    if delay := late(interview, card):
        yield words.stamp(texts, delay)
    yield from (f"**{why}**" for why in outside(kept, packet, texts))
    if card.recommendation:
        said = words.recommendation(texts, card.recommendation)
        yield texts("Overall recommendation") + f"  **{said}**"


def _rating(rating: Rating, kept: Kept, packet: Packet, texts: Texts) -> Iterator[str]:
    yield f"#### {item(packet, rating.item, texts)}"
    # A reference is traced by a program as well: as code it is copied sign by sign.
    yield f"**{words.rating(texts, rating, model(packet))}** · `{rating.item.ref}`"
    if rating.evidence.strip():
        yield typed(rating.evidence, packet, texts)
    yield from _amendments(kept, rating.item.key, packet, texts)


def _amendments(kept: Kept, what: str, packet: Packet, texts: Texts) -> Iterator[str]:
    mine: Sequence[Amendment] = of_item(kept.amendments, kept.interview.id, what)
    for each in mine:
        yield _amended(each, packet, texts)
        if each.reason.strip():
            yield typed(each.reason, packet, texts)


def _amended(said: Amendment, packet: Packet, texts: Texts) -> str:
    """Say what a rating, or the recommendation above, would be now."""
    moment, what = at(said.at, texts), f"**{words.value(texts, said.said, model(packet))}**"
    if said.released:
        return texts("Amended after the debrief, {at}: {what}", at=moment, what=what)
    return texts("Amended before the debrief, {at}: {what}", at=moment, what=what)
