"""One rating as it is read later: the mark with its word, the question, the evidence."""

from collections.abc import Callable, Iterator, Sequence

from coaching.scorecard import Rating
from coaching.sealed.amendment import Amendment
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.library import Library
from questions.model import Model


def blocks(
    head: str,
    rating: Rating,
    model: Model,
    library: Library,
    texts: Texts,
    amended: Sequence[Amendment] = (),
) -> Iterator[Block]:
    """Show a rating under ``head``: who gave it, or what it is of; ``amended`` stands below.

    Each is a block of its own: a message is continued between blocks.
    """
    question = library.question(rating.item.key) if rating.item.question else None
    asked = f"  {texts.of(question.title)}" if question else ""
    said = kit.bold(f"{head}  {words.rating(texts, rating, model)}")
    yield kit.rich(
        kit.paragraph(said, *([kit.word(asked)] if asked else [])),
        *([kit.quote(rating.evidence)] if rating.evidence.strip() else []),
    )
    yield from amendments(amended, model, texts)


def amendments(
    said: Sequence[Amendment], model: Model, texts: Texts, typed: Callable[[str], str] = str
) -> Iterator[Block]:
    """Show amendments, the earliest first; ``typed`` is what may be shown of a reason."""
    return (kit.rich(_amendment(each, typed(each.reason), model, texts)) for each in said)


def _amendment(said: Amendment, reason: str, model: Model, texts: Texts) -> Block:
    """Show what somebody would say now, why, and on which side of the debrief that came."""
    value = kit.bold(words.value(texts, said.said, model))
    why = kit.word(reason)
    if said.released:
        return kit.paragraph(
            *texts.pieces("Amended to {said}, after the debrief: {reason}", said=value, reason=why)
        )
    return kit.paragraph(
        *texts.pieces("Amended to {said}, before the debrief: {reason}", said=value, reason=why)
    )
