"""The debrief: the disagreement first, then the profile, then the evidence side by side."""

from collections.abc import Iterator, Sequence

from coaching.debrief.report import Report
from coaching.profile import Line, Rater
from coaching.scorecard import RECOMMENDATION, Rating, Scorecard
from coaching.sealed.amendment import of_item
from coaching.sealed.delay import late
from coaching.sealed.early_look import EarlyLook
from handlers.texts import Texts
from handlers.views import behalf, deciding, kit, rated, voting, words
from handlers.views.kit import Block
from handlers.views.pages import paged
from questions.model import Model


def pages(report: Report, texts: Texts) -> Sequence[list[Block]]:
    """Return the debrief as messages: the first for the channel, the rest for its thread."""
    found = paged(
        whole(report, texts), lambda n, last: kit.note(texts("Page {n} of {last}", n=n, last=last))
    )
    if len(found) > 1:
        found[0].append(kit.note(texts("Continued in the thread of this message.")))
    candidate = report.loop.candidate
    found[0].append(kit.buttons(voting.button(candidate, texts), deciding.button(candidate, texts)))
    return found


def whole(report: Report, texts: Texts) -> list[Block]:
    """Return all that a debrief says, in one piece."""
    model = report.library.model(report.loop.job.model_id)
    rated_ = [line for line in report.lines if line.raters]
    return [
        *_top(report, texts),
        *(_overview(report, rated_, model, texts) if rated_ else _nothing(report, texts)),
        *(block for line in rated_ for block in _line(line, report, texts)),
        *behalf.apart(report, texts),
    ]


def _top(report: Report, texts: Texts) -> Iterator[Block]:
    loop = report.loop
    job = f"{loop.job.title} · {words.level(texts, loop.job.level)}"
    sealed = texts(
        "Scorecards sealed in time: {sealed} of {all}",
        sealed=len(report.cards),
        all=len(loop.panel),
    )
    lines = [kit.paragraph(kit.word(job)), kit.paragraph(kit.word(sealed))]
    if report.missing:
        names = texts(", ").join(report.names[each.interviewer] for each in report.missing)
        missing = texts.pieces("Missing: {names}", names=kit.bold(names))
        lines.append(kit.paragraph(*missing))
    lines += behalf.stamps(report, texts)
    yield kit.header(texts("Debrief: {name}", name=loop.candidate.name))
    yield kit.rich(*lines)
    yield from (_look(each, report, texts) for each in report.looks)


def _look(look: EarlyLook, report: Report, texts: Texts) -> Block:
    """Print a look before the debrief: it is how the panel learns of it."""
    cards = texts.count("{n} scorecard", "{n} scorecards", look.sealed)
    said = texts.pieces(
        "{name} looked at what was sealed before the debrief, on {at}: {cards}",
        name=kit.bold(report.names[look.actor]),
        at=kit.moment(look.at, texts.moment(look.at)),
        cards=kit.word(cards),
    )
    return kit.rich(kit.paragraph(*said))


def _nothing(report: Report, texts: Texts) -> Iterator[Block]:
    if report.apart:
        yield kit.section(texts("No independent rater rated anything: nothing can be compared."))
        return
    yield kit.section(texts("There are no ratings, so there is nothing to compare."))


def _overview(report: Report, rated: Sequence[Line], model: Model, texts: Texts) -> Iterator[Block]:
    """Say in a minute's reading what there is to talk about."""
    if disputed := [line for line in rated if line.disputed]:
        title = kit.paragraph(kit.bold(texts("Talk about these first")))
        yield kit.rich(title, kit.bullets(_apart(each, report, model, texts) for each in disputed))
    else:
        yield kit.rich(kit.paragraph(kit.word(_undisputed(rated, texts))))
    profile = kit.paragraph(kit.bold(texts("Profile: mean of the raters, 1 to 5")))
    yield kit.rich(profile, kit.bullets(_mean(line, report, texts) for line in report.lines))
    yield from _recommendations(report, texts)


def _undisputed(rated: Sequence[Line], texts: Texts) -> str:
    """Tell agreement from there being nobody to disagree with."""
    if all(len(line.raters) == 1 for line in rated):
        return texts("Each competency was rated by one person only: there is nothing to compare.")
    return texts(
        "No disagreement: no competency has ratings two points apart or on both sides of the bar."
    )


def _apart(line: Line, report: Report, model: Model, texts: Texts) -> Sequence[Block]:
    said = texts(", ").join(
        f"{report.names[rater.interviewer]} {texts.number(rater.mean)}" for rater in line.raters
    )
    return [kit.bold(_name(line, model, texts)), kit.word(f"  {said}")]


def _mean(line: Line, report: Report, texts: Texts) -> Sequence[Block]:
    model = report.library.model(report.loop.job.model_id)
    name = kit.bold(_name(line, model, texts))
    if line.mean is None:
        gap = texts("not assessed by anybody")
        return [name, kit.word(f"  {gap}"), *_why(line, report, texts)]
    raters = texts.count("{n} rater", "{n} raters", len(line.raters))
    trust = words.confidence(texts, line.confidence)
    return [name, kit.word(f"  {texts.number(line.mean)} · {raters} · {trust}")]


def _why(line: Line, report: Report, texts: Texts) -> Iterator[Block]:
    """Say each reason once, in the order of the cards."""
    every = [rating for card in report.cards for rating in card.ratings]
    mine = [rating for rating in every if rating.item.competency == line.competency]
    if reasons := dict.fromkeys(rating.reason for rating in mine if rating.reason):
        said = texts(", ").join(words.why(texts, reason) for reason in reasons)
        yield kit.word(texts(" ({why})", why=said))


def _recommendations(report: Report, texts: Texts) -> Iterator[Block]:
    """Say each rater's own word; it is no part of the profile."""
    said = [
        [
            kit.word(f"{report.names[card.interviewer]}  "),
            kit.bold(words.recommendation(texts, card.recommendation)),
            *_stamp(report, card, texts),
        ]
        for card in report.cards
        if card.recommendation and not card.on_behalf
    ]
    yield kit.rich(kit.paragraph(kit.bold(texts("Recommendations"))), kit.bullets(said))
    yield from _other_words(report, texts)


def _other_words(report: Report, texts: Texts) -> Iterator[Block]:
    """Show recommendations that were amended before the debrief, beside those that count."""
    model = report.library.model(report.loop.job.model_id)
    for card in [each for each in report.cards if not each.on_behalf]:
        amended = of_item(report.amendments, card.interview, RECOMMENDATION)
        if amended:
            yield kit.rich(kit.paragraph(kit.bold(report.names[card.interviewer])))
            yield from rated.amendments(amended, model, texts)


def _stamp(report: Report, card: Scorecard, texts: Texts) -> Iterator[Block]:
    """Mark a card that was sealed more than a day after its interview."""
    if delay := late(report.interview(card), card):
        yield kit.word(f"  · {words.stamp(texts, delay)}")


def _line(line: Line, report: Report, texts: Texts) -> Iterator[Block]:
    """Show one competency, question by question, with what each rater heard side by side."""
    model = report.library.model(report.loop.job.model_id)
    yield kit.divider()
    yield kit.header(_name(line, model, texts))
    said = [(rater, rating) for rater in line.raters for rating in rater.ratings]
    asked = list(dict.fromkeys(rating.item.key for _, rating in said))
    for rater, rating in sorted(said, key=lambda each: asked.index(each[1].item.key)):
        yield from _evidence(rater, rating, report, texts)


def _evidence(rater: Rater, rating: Rating, report: Report, texts: Texts) -> Iterator[Block]:
    model = report.library.model(report.loop.job.model_id)
    amended = of_item(report.amendments, rater.interview, rating.item.key)
    name = report.names[rater.interviewer]
    return rated.blocks(name, rating, model, report.library, texts, amended)


def _name(line: Line, model: Model, texts: Texts) -> str:
    return texts.of(model.competency(line.competency).name)
