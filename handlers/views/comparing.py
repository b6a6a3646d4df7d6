"""Two people's points side by side, without a word of judgement."""

from collections.abc import Sequence

from coaching.scorecard import Points
from coaching.sealed.comparing import Comparison, Pair
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block
from handlers.views.pages import paged


def pages(comparison: Comparison, texts: Texts) -> Sequence[list[Block]]:
    """Return the comparison as messages: one, or more when there is much to compare."""
    blocks = [
        _top(comparison, texts),
        *(_pair(each, comparison, texts) for each in comparison.pairs),
    ]
    return paged(blocks, lambda n, last: kit.note(texts("Page {n} of {last}", n=n, last=last)))


def _top(comparison: Comparison, texts: Texts) -> Block:
    shadow, lead = comparison.names
    both = texts.pieces(
        "The ratings of {shadow} and {lead}, side by side",
        shadow=kit.bold(shadow),
        lead=kit.bold(lead),
    )
    alone = texts("Only the two of you see this. The debrief holds nothing of it.")
    return kit.rich(
        kit.paragraph(*both),
        invite.who(comparison.loop, texts),
        invite.when(comparison.interview, texts),
        kit.paragraph(kit.word(alone)),
    )


def _pair(pair: Pair, comparison: Comparison, texts: Texts) -> Block:
    model = comparison.library.model(comparison.loop.job.model_id)
    question = comparison.library.question(pair.item.key) if pair.item.question else None
    name = texts.of(model.competency(pair.item.competency).name)
    title = f"{name} · {texts.of(question.title)}" if question else name
    said = [
        [kit.word(f"{who}  "), kit.bold(_points(points, comparison, texts))]
        for who, points in zip(comparison.names, (pair.shadow, pair.lead), strict=True)
    ]
    return kit.rich(
        kit.paragraph(kit.bold(title)),
        kit.bullets(said),
        *([kit.paragraph(kit.word(_apart(pair.apart, texts)))] if pair.apart is not None else []),
    )


def _points(points: Points | None, comparison: Comparison, texts: Texts) -> str:
    model = comparison.library.model(comparison.loop.job.model_id)
    return words.mark(texts, points or "not_assessed", model)


def _apart(apart: int, texts: Texts) -> str:
    if apart == 0:
        return texts("Same point")
    return texts.count("{n} point apart", "{n} points apart", abs(apart))
