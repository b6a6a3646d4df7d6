"""The scorecard, the list of those that wait, and the word that one is sealed."""

from collections.abc import Iterator, Mapping, Sequence
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
from handlers.views import behalf, invite, kit, words
from handlers.views.kit import Block
from questions.library import Library
from questions.model import Anchors, Model
from questions.topics import Topics

TIPS = 3  # to one note: whoever has mended those is shown the others no more, and need not be


@dataclass(frozen=True, slots=True)
class Scale:
    """What is rated and how it is said: the model, the live questions, the language."""

    model: Model
    library: Library
    texts: Texts
    tips: Mapping[str, Sequence[str]]


def modal(sheet: Sheet, texts: Texts, topics: Topics) -> Block:
    """Show what to rate, competency by competency, with what was kept; the overall word last.

    Tips stand at the notes they are about; the next seal is taken as it is.
    """
    model = sheet.library.model(sheet.loop.job.model_id)
    tips = {
        item: [topics.tip(hit, texts.locale) for hit in hits] for item, hits in sheet.tips.items()
    }
    for advice in sheet.advice:
        for item in advice.items[:1]:
            tips[item] = [texts.say(advice.said), *tips.get(item, ())]
    scale = Scale(model, sheet.library, texts, tips)
    metadata = ScoreMetadata(interview=sheet.interview.id, told=sheet.held_back)
    by_competency = groupby(sheet.card.ratings, key=lambda rating: rating.item.competency)
    parts = [list(ratings) for _, ratings in by_competency]
    rated = [
        block
        for n, ratings in enumerate(parts, start=1)
        for block in _competency(f"{n}/{len(parts)}", ratings, scale)
    ]
    return kit.modal(
        texts("Scorecard"),
        [*_top(sheet, texts), *rated, *_overall(sheet.card, texts)],
        callback_id=ids.SCORE_SUBMIT,
        private_metadata=metadata.model_dump_json(),
        submit=texts("Seal"),
        close=texts("Keep as draft"),
    )


def waiting(found: Sequence[tuple[Loop, Interview]], texts: Texts) -> list[Block]:
    """List the interviews that wait for a card, each with its button."""
    which = texts("Which interview do you want to score?")
    return invite.choose(found, which, invite.scoring, texts)


def done(sheet: Sheet, texts: Texts) -> Block:
    """Say that the card is sealed, and when the others see it."""
    sealed = texts.pieces("Your scorecard for {name} is sealed.", name=_name(sheet.loop))
    return kit.modal(
        texts("Sealed"),
        [
            kit.rich(
                kit.paragraph(*sealed),
                *_promise(sheet.loop, texts),
            )
        ],
        close=texts("Done"),
    )


def _promise(loop: Loop, texts: Texts) -> Iterator[Block]:
    """Say who sees the card and when; who was late learns that the debrief went without it."""
    if loop.debrief.released_at:
        yield kit.paragraph(kit.word(_too_late(texts)))
        return
    unseen = texts("Nobody sees it before the debrief. Until then you see nobody else's either.")
    yield kit.paragraph(kit.word(unseen))
    yield kit.paragraph(*invite.due(loop, texts))


def _too_late(texts: Texts) -> str:
    return texts("The debrief is already posted and does not include this scorecard.")


def _name(loop: Loop) -> Block:
    return kit.bold(loop.candidate.name)


def _top(sheet: Sheet, texts: Texts) -> Iterator[Block]:
    if sheet.held_back:
        yield _pointed_out(sheet, texts)
    yield kit.rich(invite.who(sheet.loop, texts), invite.when(sheet.interview, texts))
    if sheet.written_for:
        yield behalf.reminder(sheet.written_for, texts)
    if sheet.loop.debrief.released_at:
        yield kit.section(_too_late(texts))
    yield kit.note(
        texts.count(
            "{n} rating, then your recommendation. "
            "What you choose or type is kept as a draft that only you can open.",
            "{n} ratings, then your recommendation. "
            "What you choose or type is kept as a draft that only you can open.",
            len(sheet.card.ratings),
        )
    )
    yield kit.note(texts("Give the highest point whose description you heard in full."))


def _pointed_out(sheet: Sheet, texts: Texts) -> Block:
    """Say that it is not sealed yet, and why; what is about one note stands there."""
    head = texts(
        "Not sealed yet. Please look at what is pointed out here and below. Only you see it. "
        "Change what you like, or press Seal again to keep it as it is."
    )
    whole = [[kit.word(texts.say(each.said))] for each in sheet.advice if not each.items]
    return kit.rich(kit.paragraph(kit.bold(head)), *([kit.bullets(whole)] if whole else []))


def _competency(place: str, ratings: Sequence[Rating], scale: Scale) -> Iterator[Block]:
    """Show what is rated for one competency; ``place`` says how far down the card it is."""
    name = scale.texts.of(scale.model.competency(ratings[0].item.competency).name)
    yield kit.divider()
    yield kit.header(f"{place} · {name}")
    for rating in ratings:
        yield from _item(rating, scale)


def _item(rating: Rating, scale: Scale) -> Iterator[Block]:
    """Show what was asked, all five anchors in full, then the two fields."""
    texts, item = scale.texts, rating.item
    asked, anchors, hint = _asked(item, scale)
    yield kit.rich(*asked, kit.numbers(_ladder(anchors, scale)))
    chosen = None if rating.mark is None else str(rating.mark)
    marks = kit.radio(ids.SCORE_MARK, _marks(anchors, scale), chosen)
    yield kit.field(mark_field(item.key), texts("Rating"), marks, dispatch_action=True)
    box = kit.lines(ids.SCORE_EVIDENCE, EVIDENCE, rating.evidence, hint)
    needed = texts("Required unless you choose Not assessed.")
    yield kit.field(
        evidence_field(item.key),
        texts("Evidence"),
        box,
        optional=True,
        dispatch_action=True,
        hint=needed,
    )
    if tips := scale.tips.get(item.key):
        yield kit.notes(tips[:TIPS])


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
        label = texts.of(scale.model.scale.label(points))
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
        hint=texts(
            "Your own judgement of the whole. "
            "The debrief shows it beside the profile; it never counts towards it."
        ),
    )
    yield kit.note(texts("Sealing is final: a sealed scorecard cannot be changed."))
