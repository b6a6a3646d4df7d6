"""Scorecards that somebody writes for an interviewer: who may, and how they are marked."""

from collections.abc import Iterator

from coaching.debrief.progress import Progress
from coaching.debrief.report import Report
from coaching.scorecard import RECOMMENDATION, Scorecard
from coaching.sealed.amendment import of_item
from coaching.sealed.behalf import Submitted
from coaching.sealed.delay import late
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, rated, traced, words
from handlers.views.kit import Block
from handlers.views.traced import Shown


def written(progress: Progress, texts: Texts) -> Iterator[Block]:
    """Say who is writing for whom."""
    for interview, writer in progress.offers.written:
        yield kit.paragraph(
            *texts.pieces(
                "{writer} is writing the scorecard of {name}.",
                writer=kit.word(progress.names[writer]),
                name=kit.word(progress.names[interview.interviewer]),
            )
        )


def offers(progress: Progress, texts: Texts) -> Iterator[Block]:
    """Show the buttons of a person who may write for somebody, or take their card over."""
    row = [*_stand_in(progress, texts), *_take_over(progress, texts)]
    if row:
        yield kit.buttons(*row) | {"block_id": f"behalf:{progress.loop.candidate.id}"}


def reminder(name: str, texts: Texts) -> Block:
    """Remind a writer that the card is not their own."""
    said = texts.pieces("You write this for {name}.", name=kit.bold(name))
    marked = texts("The debrief says so, and it counts neither in the profile nor as a rater.")
    return kit.rich(kit.paragraph(*said), kit.paragraph(kit.word(marked)))


def message(submitted: Submitted, texts: Texts) -> list[Block]:
    """Tell an interviewer who has submitted their card, and what it is worth."""
    said = texts.pieces(
        "{name} has submitted your scorecard for {candidate} on your behalf.",
        name=kit.bold(submitted.name),
        candidate=kit.bold(submitted.loop.candidate.name),
    )
    marked = texts("The debrief says so, and it counts neither in the profile nor as a rater.")
    return [kit.rich(kit.paragraph(*said), kit.paragraph(kit.word(marked)))]


def stamps(report: Report, texts: Texts) -> Iterator[Block]:
    """Say at the top of a debrief which of its cards are no independent rater's."""
    for card in report.apart:
        yield kit.paragraph(*_stamp(report, card, texts))


def apart(card: Scorecard, shown: Shown) -> Iterator[Block]:
    """Say all that is on such a card, below its interviewer's name."""
    report, texts = shown.report, shown.texts
    yield kit.rich(kit.paragraph(*_stamp(report, card, texts)), *_word(report, card, texts))
    for rating in card.ratings:
        name = shown.name(rating.item.competency)
        amended = of_item(report.amendments, card.interview, rating.item.key)
        yield from traced.blocks(name, rating, amended, shown)
    amended = of_item(report.amendments, card.interview, RECOMMENDATION)
    yield from rated.amendments(amended, shown.model, texts, shown.typed)


def _stamp(report: Report, card: Scorecard, texts: Texts) -> Iterator[Block]:
    return texts.pieces(
        "Submitted by {writer} on behalf of {name}: no independent rater, not in the profile",
        writer=kit.bold(report.names[card.writer]),
        name=kit.bold(report.names[card.interviewer]),
    )


def _word(report: Report, card: Scorecard, texts: Texts) -> Iterator[Block]:
    if card.recommendation:
        label = kit.word(f"{texts('Overall recommendation')}  ")
        yield kit.paragraph(label, kit.bold(words.recommendation(texts, card.recommendation)))
    if delay := late(report.interview(card), card):
        yield kit.paragraph(kit.word(words.stamp(texts, delay)))


def _stand_in(progress: Progress, texts: Texts) -> Iterator[Block]:
    asked = kit.confirm(
        texts("Write this scorecard for them?"),
        texts(
            "Only when they cannot write it themselves. The debrief says that it was submitted on "
            "their behalf, and it counts neither in the profile nor as a rater."
        ),
        texts("Write it"),
        texts("Leave it"),
    )
    options = [
        kit.option(texts("Write for {name}", name=progress.names[each.interviewer]), each.id)
        for each in progress.offers.stand_in
    ]
    if options:
        label = texts("Write for somebody who cannot")
        menu = kit.select(ids.BEHALF_OPEN, options, placeholder=kit.plain(label))
        yield menu | {"confirm": asked}


def _take_over(progress: Progress, texts: Texts) -> Iterator[Block]:
    asked = kit.confirm(
        texts("Write it yourself?"),
        texts(
            "You get an empty scorecard. What was written for you is dropped, and you never see it."
        ),
        texts("Write it"),
        texts("Leave it"),
    )
    for each in progress.offers.take_over[:1]:  # the next one is offered once this one is taken
        label = texts("Write it myself")
        yield kit.button(ids.BEHALF_TAKE_OVER, label, each.id) | {"confirm": asked}
