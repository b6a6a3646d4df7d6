"""A candidate's packet as Markdown, for people: the profile, then card by card, then the trail."""

from collections.abc import Iterator

from coaching.debrief.exporting import inline, quoted
from coaching.debrief.packet import Amended, Packet
from coaching.loop import Interview
from coaching.profile import Line
from coaching.scorecard import (
    NOT_ASSESSED,
    POINTS,
    RECOMMENDATION,
    Mark,
    Rating,
    Recommendation,
    Scorecard,
)
from handlers.texts import Texts
from handlers.views import words


def markdown(packet: Packet, texts: Texts) -> str:
    """Return the whole file; what people typed in it renders as typed, and links nowhere."""
    return "\n\n".join([*_top(packet, texts), *_profile(packet, texts), *_cards(packet, texts),
                        *_trail(packet, texts)]) + "\n"  # fmt: skip


def _top(packet: Packet, texts: Texts) -> Iterator[str]:
    report, loop = packet.report, packet.report.loop
    yield "# " + texts("Debrief: {name}", name=inline(loop.candidate.name))
    yield f"{inline(loop.job.title)} · {words.level(texts, loop.job.level)}"
    yield texts("Competency model: {name}", name=f"`{loop.job.model}`")
    yield texts(
        "Scorecards sealed in time: {sealed} of {all}",
        sealed=len(report.cards),
        all=len(loop.panel),
    )
    if report.missing:
        missing = [_name(packet, each.interviewer) for each in report.missing]
        yield texts("Missing: {names}", names=texts(", ").join(missing))
    yield texts("Taken {at}", at=packet.taken_at)


def _profile(packet: Packet, texts: Texts) -> Iterator[str]:
    yield "## " + texts("Profile: mean of the raters, 1 to 5")
    yield "\n".join(f"- {_line(line, packet, texts)}" for line in packet.report.lines)


def _line(line: Line, packet: Packet, texts: Texts) -> str:
    model = packet.report.library.model(packet.report.loop.job.model_id)
    name = texts.of(model.competency(line.competency).name)
    if line.mean is None:
        return f"**{inline(name)}**  " + texts("not assessed by anybody")
    given = texts(", ").join(
        f"{_name(packet, each.interviewer)} {texts.number(each.mean)}" for each in line.raters
    )
    of = texts("bar {bar} · n = {n}", bar=texts.number(line.bar), n=len(line.raters))
    trust = words.confidence(texts, line.confidence)
    mean = texts.number(line.mean)
    return f"**{inline(name)}**  {mean} · {of} · {trust} · {given}"


def _cards(packet: Packet, texts: Texts) -> Iterator[str]:
    for interview, card in packet.cards:
        yield from _card(interview, card, packet, texts)


def _card(interview: Interview, card: Scorecard, packet: Packet, texts: Texts) -> Iterator[str]:
    yield f"## {_name(packet, card.interviewer)} · {texts.moment(interview.start)}"
    if card.sealed_at:
        yield texts("Sealed {at}", at=card.sealed_at)
    if card.recommendation:
        said = words.recommendation(texts, card.recommendation)
        yield texts("Overall recommendation") + f" **{said}**"
    for rating in card.ratings:
        yield from _rating(rating, packet, texts)
    for amendment in packet.amendments.get(interview.id, ()):
        yield from _amendment(amendment, card, packet, texts)


def _rating(rating: Rating, packet: Packet, texts: Texts) -> Iterator[str]:
    library = packet.report.library
    model = library.model(packet.report.loop.job.model_id)
    yield f"### {_item(rating, packet, texts)}"
    # A reference is traced by a program as well: as code it is copied sign by sign.
    yield f"**{words.rating(texts, rating, model)}** · `{rating.item.ref}`"
    if rating.evidence.strip():
        yield quoted(rating.evidence)


def _amendment(amendment: Amended, card: Scorecard, packet: Packet, texts: Texts) -> Iterator[str]:
    at, what = amendment.at, _amended(amendment, card, packet, texts)
    if amendment.released:
        yield texts("Amended after the debrief, {at}: {what}", at=at, what=what)
    else:
        yield texts("Amended before the debrief, {at}: {what}", at=at, what=what)
    if amendment.reason.strip():
        yield quoted(amendment.reason)


def _amended(amendment: Amended, card: Scorecard, packet: Packet, texts: Texts) -> str:
    """Name what is amended and what it says now; the sealed value stands above it."""
    if amendment.item == RECOMMENDATION:
        said = words.recommendation(texts, Recommendation(amendment.said))
        return texts("Overall recommendation") + f" **{said}**"
    items = {each.item.key: each for each in card.ratings}
    named = (
        _item(items[amendment.item], packet, texts)
        if amendment.item in items
        else inline(amendment.item)
    )
    gap = amendment.said == NOT_ASSESSED
    model = packet.report.library.model(packet.report.loop.job.model_id)
    mark: Mark = "not_assessed" if gap else POINTS[int(amendment.said) - 1]
    return f"{named} **{words.mark(texts, mark, model)}**"


def _item(rating: Rating, packet: Packet, texts: Texts) -> str:
    library, item = packet.report.library, rating.item
    model = library.model(packet.report.loop.job.model_id)
    name = texts.of(model.competency(item.competency).name)
    question = library.question(item.key) if item.question else None
    return inline(f"{name} · {texts.of(question.title)}" if question else name)


def _trail(packet: Packet, texts: Texts) -> Iterator[str]:
    if packet.trail:
        yield "## " + texts("What was done")
        yield "\n".join(
            f"- {texts.moment(each.at)} · {inline(each.actor)} · `{each.action}` · "
            f"{inline(each.subject)}"
            for each in packet.trail
        )


def _name(packet: Packet, person: str) -> str:
    return inline(packet.report.names[person])
