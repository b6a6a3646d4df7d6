"""What is rated for one competency: what was asked, the anchors, the two fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching.job import Job
from coaching.plan import expected
from coaching.scorecard import (
    EVIDENCE,
    POINTS,
    Item,
    Rating,
    Reason,
    evidence_field,
    mark_field,
)
from coaching.scoring import Sheet
from coaching.typed import length
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.library import Library
from questions.model import Anchors, Model

OPTION = 75  # UTF-16 units that the text of one choice may have
TIPS = 3  # to one note: whoever has mended those is shown the others no more, and need not be


@dataclass(frozen=True, slots=True)
class Scale:
    """What is rated and how it is said: the card, the language, what is pointed out by item.

    ``drawn`` counts how often a note was shown with other words than were left there.
    """

    sheet: Sheet
    texts: Texts
    tips: Mapping[str, Sequence[str]]
    drawn: Mapping[str, int]

    @property
    def job(self) -> Job:
        """What the interview is for."""
        return self.sheet.loop.job

    @property
    def library(self) -> Library:
        """The questions as they were frozen."""
        return self.sheet.library

    @property
    def model(self) -> Model:
        """What is assessed, and on which scale."""
        return self.library.model(self.job.model_id)


def competency(place: str, ratings: Sequence[Rating], scale: Scale) -> Iterator[Block]:
    """Show what is rated for one competency; ``place`` says how far down the card it is."""
    name = scale.texts.of(scale.model.competency(ratings[0].item.competency).name)
    yield kit.divider()
    yield kit.header(f"{place} · {name}")
    for each in ratings:
        yield from _item(each, scale)


def _item(rating: Rating, scale: Scale) -> Iterator[Block]:
    """Show what was asked, all five anchors in full, then the two fields."""
    item = rating.item
    asked, anchors, hint = _asked(item, scale)
    yield kit.rich(*asked, kit.numbers(_ladder(anchors, scale)))
    yield _mark(rating, anchors, scale)
    yield _evidence(rating, hint, scale)
    if tips := scale.tips.get(item.key):
        yield kit.notes(tips[:TIPS])
    if offered := list(_buttons(rating, scale)):
        yield kit.buttons(*offered)


def _mark(rating: Rating, anchors: Anchors, scale: Scale) -> Block:
    texts, item = scale.texts, rating.item
    chosen = rating.reason or (None if rating.mark is None else str(rating.mark))
    marks = kit.radio(ids.SCORE_MARK, _marks(item, anchors, scale), chosen)
    optional = item.key in scale.sheet.besides
    label = texts("Rating")
    return kit.field(mark_field(item.key), label, marks, optional=optional, dispatch_action=True)


def _evidence(rating: Rating, hint: str, scale: Scale) -> Block:
    texts, drawn = scale.texts, scale.drawn.get(rating.item.key)
    name = f"{ids.SCORE_EVIDENCE}:{drawn}" if drawn else ids.SCORE_EVIDENCE
    return kit.field(
        evidence_field(rating.item.key),
        texts("Evidence"),
        kit.lines(name, EVIDENCE, rating.evidence, hint),
        optional=True,
        dispatch_action=True,
        hint=texts("Required unless you choose Not assessed."),
    )


def _buttons(rating: Rating, scale: Scale) -> Iterator[Block]:
    """Offer what can be done about one item: both never together, as a note is a note."""
    texts, item = scale.texts, rating.item
    if item.key in scale.sheet.tips:
        out = texts("Candidate brought it up: take it out")
        yield kit.button(ids.SCORE_WITHDRAW, out, item.key)
    if item.key in scale.sheet.besides and rating.empty:
        yield kit.button(ids.SCORE_TAKE_OFF, texts("Take it off"), item.key)


def _asked(item: Item, scale: Scale) -> tuple[Sequence[Block], Anchors, str]:
    """Return the text, the anchors and the hint of a question, or of a whole competency."""
    texts = scale.texts
    if item.question and (question := scale.library.question(item.key)):
        title = kit.paragraph(kit.bold(texts.of(question.title)))
        prompt = kit.paragraph(kit.word(texts.of(question.prompt)))
        return (title, prompt), question.anchors, texts.of(question.evidence_prompt)
    competency = scale.model.competency(item.competency)
    hint = texts("What did the candidate say or do? Their words, not your impression.")
    asked = [kit.paragraph(kit.word(texts.of(competency.definition)))]
    if item.key in scale.sheet.besides:
        asked.insert(0, kit.paragraph(kit.bold(texts("As a whole, besides the plan"))))
    return asked, competency.anchors, hint


def _ladder(anchors: Anchors, scale: Scale) -> Iterator[Sequence[Block]]:
    texts = scale.texts
    for points, anchor in enumerate(anchors.ladder, start=1):
        label = texts.of(scale.model.scale.label(points))
        yield kit.bold(label), kit.word(f"  {texts.of(anchor.text)}")


def _marks(item: Item, anchors: Anchors, scale: Scale) -> list[kit.Option]:
    """Five points with the short form of their anchor, and three ways out that are no number."""
    texts, model, bar = scale.texts, scale.model, expected(item, scale.job, scale.library)
    named = {points: words.mark(texts, points, model) for points in POINTS}
    marks = [
        kit.option(
            _at_the_bar(name, scale) if points == bar else name,
            str(points),
            texts.of(anchors.at(points).short),
        )
        for points, name in named.items()
    ]
    outs = [kit.option(words.not_assessed(texts, reason, model), reason) for reason in Reason]
    return [*marks, *outs]


def _at_the_bar(name: str, scale: Scale) -> str:
    """Mark the point that meets the level of the job; the name gives way, not the mark."""
    level = words.level(scale.texts, scale.job.level)
    said = scale.texts("← expected: {level}", level=level)
    return f"{kit.clip(name, OPTION - length(said) - 1)} {said}"
