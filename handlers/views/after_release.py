"""What comes after a debrief: who is told that it went without them, and cards that came late."""

from collections.abc import Iterator, Sequence

from coaching.debrief.after_release import Late
from coaching.debrief.left_out import LeftOut
from coaching.debrief.withholding import Withhold
from handlers import ids
from handlers.texts import Texts
from handlers.views import invite, kit, words
from handlers.views.kit import Block
from handlers.views.pages import paged
from handlers.views.traced import typed


def left_out(found: LeftOut, texts: Texts) -> list[Block]:
    """Tell a writer that the debrief went out without their card, and that it is still wanted."""
    said = texts("The debrief went out without your scorecard.")
    still = texts(
        "You can still seal it: the panel will see it below the debrief, marked as sealed after "
        "it. It will be no part of the profile."
    )
    score = kit.button(ids.SCORE_OPEN, texts("Score now"), found.interview.id, "primary")
    return [
        kit.rich(
            kit.paragraph(kit.bold(said)),
            invite.who(found.loop, texts),
            invite.when(found.interview, texts),
            kit.paragraph(kit.word(still)),
        ),
        kit.buttons(score),
    ]


def card(late: Late, texts: Texts, withhold: Withhold) -> Sequence[list[Block]]:
    """Show the panel a card that came after its debrief, as messages for the thread.

    The evidence is there only where the job posts evidence at all.
    """
    blocks = [_head(late, texts), *_ratings(late, texts, withhold)]
    return paged(blocks, lambda n, last: kit.note(texts("Page {n} of {last}", n=n, last=last)))


def _head(late: Late, texts: Texts) -> Block:
    copy = late.copy
    at = kit.moment(copy.sealed_at, texts.moment(copy.sealed_at))
    who = texts.pieces(
        "After release: the scorecard of {name}, sealed {at}.", name=kit.bold(late.name), at=at
    )
    lines = [kit.paragraph(*who)]
    if copy.card.on_behalf:
        lines.append(kit.paragraph(kit.word(texts("Somebody else submitted it for them."))))
    lines.append(kit.paragraph(kit.word(texts("It is no part of the profile above."))))
    if word := copy.card.recommendation:
        said = kit.bold(words.recommendation(texts, word))
        lines.append(kit.paragraph(*texts.pieces("Recommendation: {said}", said=said)))
    return kit.rich(*lines)


def _ratings(late: Late, texts: Texts, withhold: Withhold) -> Iterator[Block]:
    library, job = late.copy.library, late.copy.loop.job
    model = library.model(job.model_id)
    for rating in late.copy.card.ratings:
        name = texts.of(model.competency(rating.item.competency).name)
        question = library.question(rating.item.key) if rating.item.question else None
        asked = f"  {texts.of(question.title)}" if question else ""
        said = kit.bold(f"{name}  {words.rating(texts, rating, model)}")
        heard = typed(rating.evidence, texts, withhold) if job.detail == "thread" else ""
        yield kit.rich(
            kit.paragraph(said, *([kit.word(asked)] if asked else [])),
            *([kit.quote(heard)] if heard.strip() else []),
        )
