"""The scorecard, the list of those that wait, and the word that one is sealed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from coaching.loop import Interview, Loop
from coaching.scorecard import (
    EVIDENCE,
    POINTS,
    RECOMMENDATION,
    Item,
    Rating,
    Recommendation,
    Scorecard,
    evidence_field,
    mark_field,
)
from coaching.scoring import Sheet
from handlers import ids
from handlers.forms import ScoreMetadata
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block
from questions.library import Library
from questions.model import Anchors, Model


@dataclass(frozen=True, slots=True)
class Scale:
    """What is rated and how it is said: the model, the live questions, the language."""

    model: Model
    library: Library
    texts: Texts


def modal(sheet: Sheet, library: Library, texts: Texts) -> Block:
    """Show what to rate, competency by competency, with what was kept; the overall word last."""
    scale = Scale(library.model(sheet.loop.job.model_id), library, texts)
    by_competency = groupby(sheet.card.ratings, key=lambda rating: rating.item.competency)
    rated = [
        block
        for competency, ratings in by_competency
        for block in _competency(competency, ratings, scale)
    ]
    return kit.modal(
        texts("Scorecard"),
        [*_top(sheet, texts), *rated, *_overall(sheet.card, texts)],
        callback_id=ids.SCORE_SUBMIT,
        private_metadata=ScoreMetadata(interview=sheet.interview.id).model_dump_json(),
        submit=texts("Seal"),
        close=texts("Close"),
    )


def waiting(found: Sequence[tuple[Loop, Interview]], texts: Texts) -> list[Block]:
    """List the interviews that wait for a card, each with its button."""
    return [
        block
        for loop, interview in found
        for block in (
            kit.rich(invite.who(loop, texts), invite.when(interview, texts)),
            invite.score(interview, texts),
        )
    ]


def done(sheet: Sheet, texts: Texts) -> Block:
    """Say that the card is sealed, and when the others see it."""
    sealed = texts.pieces("Your card for {name} is sealed.", name=_name(sheet.loop))
    unseen = texts("Nobody sees it before the debrief, and you will not see the others' cards.")
    return kit.modal(
        texts("Sealed"),
        [kit.rich(kit.paragraph(*sealed)), kit.section(unseen)],
        close=texts("Done"),
    )


def _name(loop: Loop) -> Block:
    return kit.bold(loop.candidate.name)


def _top(sheet: Sheet, texts: Texts) -> Iterator[Block]:
    yield kit.rich(invite.who(sheet.loop, texts), invite.when(sheet.interview, texts))
    yield kit.note(
        texts(
            "Everything you choose or type is kept as a draft that only you can open. "
            "Sealing ends it: a sealed card is never changed."
        )
    )


def _competency(competency: str, ratings: Iterator[Rating], scale: Scale) -> Iterator[Block]:
    yield kit.divider()
    yield kit.header(scale.texts.of(scale.model.competency(competency).name))
    for rating in ratings:
        yield from _item(rating, scale)


def _item(rating: Rating, scale: Scale) -> Iterator[Block]:
    """Show what was asked, all five anchors in full, then the two fields."""
    texts, item = scale.texts, rating.item
    asked, anchors, hint = _asked(item, scale)
    yield kit.rich(*asked, kit.bullets(_ladder(anchors, scale)))
    chosen = None if rating.mark is None else str(rating.mark)
    marks = kit.radio(ids.SCORE_MARK, _marks(anchors, scale), chosen)
    yield kit.field(mark_field(item.key), texts("Rating"), marks, dispatch_action=True)
    box = kit.lines(ids.SCORE_EVIDENCE, EVIDENCE, rating.evidence, hint)
    needed = texts("Needed with every point from 1 to 5.")
    yield kit.field(
        evidence_field(item.key),
        texts("Evidence"),
        box,
        optional=True,
        dispatch_action=True,
        hint=needed,
    )


def _asked(item: Item, scale: Scale) -> tuple[Sequence[Block], Anchors, str]:
    """Return the text, the anchors and the hint of a question, or of a whole competency."""
    texts = scale.texts
    if item.question and (question := scale.library.question(item.key)):
        title = kit.paragraph(kit.bold(texts.of(question.title)))
        prompt = kit.paragraph(kit.word(texts.of(question.prompt)))
        return (title, prompt), question.anchors, texts.of(question.evidence_prompt)
    competency = scale.model.competency(item.competency)
    hint = texts("What did the candidate say or do? Their words, not your impression.")
    return [kit.paragraph(kit.word(texts.of(competency.definition)))], competency.anchors, hint


def _ladder(anchors: Anchors, scale: Scale) -> Iterator[Sequence[Block]]:
    texts = scale.texts
    for points, anchor in enumerate(anchors.ladder, start=1):
        label = f"{points} · {texts.of(scale.model.scale.label(points))}"
        yield kit.bold(label), kit.word(f"  {texts.of(anchor.text)}")


def _marks(anchors: Anchors, scale: Scale) -> list[kit.Option]:
    """Five points with the short form of their anchor, and the way out that is no number."""
    texts, model = scale.texts, scale.model
    marks = [
        kit.option(
            words.mark(texts, points, model), str(points), texts.of(anchors.at(points).short)
        )
        for points in POINTS
    ]
    return [*marks, kit.option(words.mark(texts, "not_assessed", model), "not_assessed")]


def _overall(card: Scorecard, texts: Texts) -> Iterator[Block]:
    choices = [kit.option(words.recommendation(texts, word), word) for word in Recommendation]
    chosen = card.recommendation and str(card.recommendation)
    yield kit.divider()
    yield kit.field(
        RECOMMENDATION,
        texts("Overall recommendation"),
        kit.radio(ids.SCORE_WORD, choices, chosen),
        dispatch_action=True,
        hint=texts("Your own word on the whole. It is shown beside the profile, never in it."),
    )
