"""What a debrief says before its numbers: whose cards there are, and what may colour them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coaching.debrief.naming import named
from coaching.scorecard import RECOMMENDATION, Recommendation, Scorecard
from coaching.sealed.amendment import of_item
from coaching.sealed.delay import late
from coaching.sealed.early_look import EarlyLook
from handlers.views import behalf, kit, rated, words
from handlers.views.kit import Block
from handlers.views.traced import Shown

LOOKS = 5  # that the message tells one by one


def top(shown: Shown, looks: int | None = LOOKS) -> Iterator[Block]:
    """Say who it is about and what there is, with at most so many early looks; None: with all."""
    report, texts = shown.report, shown.texts
    loop = report.loop
    job = f"{loop.job.title} · {words.level(texts, loop.job.level)}"
    sealed = texts(
        "Scorecards sealed in time: {sealed} of {all}",
        sealed=len(report.cards),
        all=len(report.panel),
    )
    lines = [kit.paragraph(kit.word(job)), kit.paragraph(kit.word(sealed)), *_missing(shown)]
    if report.cards:
        assessed, wanted = report.coverage
        covered = texts("Competencies assessed: {n} of {all}", n=assessed, all=wanted)
        lines += [kit.paragraph(kit.word(covered)), *_counted(shown), *_late(shown)]
    lines += behalf.stamps(report, texts)
    yield kit.header(texts("Debrief: {name}", name=named(loop)))
    yield kit.rich(*lines)
    yield from _looks(shown, looks)


def recommendations(shown: Shown) -> Iterator[Block]:
    """Say each rater's own word, and what they would say now; it is no part of the profile."""
    report, texts = shown.report, shown.texts
    said = [
        [
            kit.word(f"{report.names[card.interviewer]}  "),
            kit.bold(words.recommendation(texts, card.recommendation)),
            *_stamp(card, shown),
        ]
        for card in report.independent
        if card.recommendation
    ]
    if said:
        title = texts("Recommendations, no part of the profile")
        yield kit.rich(kit.paragraph(kit.bold(title)), kit.bullets(said))
    for card in report.independent:
        if amended := of_item(report.amendments, card.interview, RECOMMENDATION):
            yield kit.rich(kit.paragraph(kit.bold(report.names[card.interviewer])))
            yield from rated.amendments(amended, shown.model, texts, shown.typed)


def _missing(shown: Shown) -> Iterator[Block]:
    report, texts = shown.report, shown.texts
    if report.missing:
        names = texts(", ").join(
            texts(
                "{name} ({why})",
                name=report.names[each.interviewer],
                why=words.gap(texts, report.why(each)),
            )
            for each in report.missing
        )
        yield kit.paragraph(*texts.pieces("Missing: {names}", names=kit.bold(names)))


def _counted(shown: Shown) -> Iterator[Block]:
    """Count the words of independent raters, from strong yes to strong no."""
    texts = shown.texts
    found = Counter(card.recommendation for card in shown.report.independent)
    said = [
        f"{found[word]} × {words.recommendation(texts, word)}"
        for word in reversed(Recommendation)
        if found[word]
    ]
    if said:
        line = texts("Recommendations, no part of the profile: {words}", words=" · ".join(said))
        yield kit.paragraph(kit.word(line))


def _late(shown: Shown) -> Iterator[Block]:
    for card in shown.report.independent:
        if stamp := list(_stamp(card, shown)):
            yield kit.paragraph(kit.word(shown.report.names[card.interviewer]), *stamp)


def _stamp(card: Scorecard, shown: Shown) -> Iterator[Block]:
    """Mark a card that was sealed more than a day after its interview."""
    if delay := late(shown.report.interview(card), card):
        yield kit.word(f"  · {words.stamp(shown.texts, delay)}")


def _looks(shown: Shown, most: int | None) -> Iterator[Block]:
    """Print the looks before the debrief: it is how the panel learns of them."""
    looks: Sequence[EarlyLook] = shown.report.looks
    yield from (_look(each, shown) for each in looks[:most])
    if more := len(looks) - len(looks[:most]):
        yield kit.note(
            shown.texts.count(
                "{n} more early look: it is listed where the evidence is.",
                "{n} more early looks: they are listed where the evidence is.",
                more,
            )
        )


def _look(look: EarlyLook, shown: Shown) -> Block:
    texts = shown.texts
    cards = texts.count("{n} scorecard", "{n} scorecards", look.sealed)
    said = texts.pieces(
        "{name} looked at what was sealed before the debrief, on {at}: {cards}",
        name=kit.bold(shown.report.names[look.actor]),
        at=kit.moment(look.at, texts.moment(look.at)),
        cards=kit.word(cards),
    )
    return kit.rich(kit.paragraph(*said))
