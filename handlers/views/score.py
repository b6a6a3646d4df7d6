"""The scorecard, the list of those that wait, and the word that one is sealed."""

from collections.abc import Iterator, Sequence

from coaching.loop import Interview, Loop
from coaching.scorecard import (
    RECOMMENDATION,
    Recommendation,
    Scorecard,
)
from coaching.scoring import Sheet
from handlers import ids
from handlers.forms import ScoreMetadata
from handlers.texts import Texts
from handlers.views import behalf, invite, kit, leaves, rating, words
from handlers.views.kit import Block
from questions.topics import Topics


def modal(sheet: Sheet, texts: Texts, topics: Topics, known: ScoreMetadata | None = None) -> Block:
    """Show what to rate, competency by competency, with what was kept; the overall word last.

    Tips stand at the notes they are about; the next seal is taken as it is. ``known`` is what the
    card remembers; without a page in it, the one is shown that wants attention.
    """
    known = known or ScoreMetadata(interview=sheet.interview.id)
    parts = leaves.parts(sheet.card)
    pages = leaves.pages(parts)
    page = leaves.wanted(pages, sheet) if known.page is None else min(known.page, len(pages) - 1)
    scale = _scale(sheet, texts, topics, known)
    rated = [
        block
        for n, ratings in pages[page]
        for block in rating.competency(f"{n}/{len(parts)}", ratings, scale)
    ]
    last = page == len(pages) - 1
    told = known.told or sheet.held_back
    return kit.modal(
        texts("Scorecard"),
        [
            *_top(sheet, texts),
            *_place(page, len(pages), texts),
            *rated,
            *(_end(sheet, texts) if last else ()),
        ],
        callback_id=ids.SCORE_SUBMIT if last else ids.SCORE_NEXT,
        private_metadata=known.model_copy(update={"page": page, "told": told}).model_dump_json(),
        submit=texts("Seal") if last else texts("Next"),
        close=texts("Keep as draft"),
    )


def _scale(sheet: Sheet, texts: Texts, topics: Topics, known: ScoreMetadata) -> rating.Scale:
    tips = {
        item: [topics.tip(hit, texts.locale) for hit in hits] for item, hits in sheet.tips.items()
    }
    for advice in sheet.advice:
        for item in advice.items[:1]:
            tips[item] = [texts.say(advice.said), *tips.get(item, ())]
    return rating.Scale(sheet, texts, tips, known.drawn)


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
    if sheet.gaps:
        yield kit.section(texts("Not sealed yet. Something is still missing on this page."))
    elif sheet.held_back:
        yield _pointed_out(sheet, texts)
    about = [invite.who(sheet.loop, texts), invite.when(sheet.interview, texts)]
    if at := sheet.card.touched_at:
        when = kit.moment(at, texts.moment(at))
        about.append(kit.paragraph(*texts.pieces("Draft of {when}", when=when)))
    yield kit.rich(*about)
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


def _place(page: int, pages: int, texts: Texts) -> Iterator[Block]:
    """Say which page this is, where there are several, and offer the way back."""
    if pages == 1:
        return
    yield kit.note(texts("Page {n} of {last}", n=page + 1, last=pages))
    if page:
        yield kit.buttons(kit.button(ids.SCORE_BACK, texts("Back")))


def _end(sheet: Sheet, texts: Texts) -> Iterator[Block]:
    yield from _besides(sheet, texts)
    yield from _overall(sheet.card, texts)


def _besides(sheet: Sheet, texts: Texts) -> Iterator[Block]:
    """Offer to rate what the plan does not ask; the menu comes empty each time."""
    if sheet.offered:
        choices = [kit.option(texts.of(each.name), each.id) for each in sheet.offered]
        said = kit.plain(texts("Rate another competency"))
        chooser = kit.select(ids.SCORE_ADD, choices, placeholder=said)
        yield kit.divider()
        yield kit.buttons(chooser) | {"block_id": f"{ids.SCORE_ADD}:{len(sheet.besides)}"}


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
