"""The receipt of a sealed scorecard: when it was sealed, and a copy of it."""

from collections.abc import Iterator, Sequence

from coaching.scorecard import RECOMMENDATION
from coaching.sealed.amendment import of_item
from coaching.sealed.delay import late, since_end
from coaching.sealed.receipts import Copy
from handlers import ids
from handlers.texts import Texts
from handlers.views import behalf, kit, rated, words
from handlers.views.kit import Block
from handlers.views.pages import paged


def pages(copy: Copy, texts: Texts) -> Sequence[list[Block]]:
    """Return the receipt as messages: the first with what may be done, the rest for its thread."""
    found = paged(
        [
            _top(copy, texts),
            *_written_for(copy, texts),
            *_ratings(copy, texts),
            *_word(copy, texts),
        ],
        lambda n, last: kit.note(texts("Page {n} of {last}", n=n, last=last)),
    )
    if len(found) > 1:
        found[0].append(kit.note(texts("Continued in the thread of this message.")))
    found[0].append(kit.buttons(amend(copy.interview.id, texts)))
    return found


def amend(interview: str, texts: Texts) -> Block:
    """Return the button that opens the form of an amendment."""
    return kit.button(ids.AMEND_OPEN, texts("Amend"), interview)


def _top(copy: Copy, texts: Texts) -> Block:
    name = kit.bold(copy.loop.candidate.name)
    return kit.rich(
        kit.paragraph(*texts.pieces("Your scorecard for {name} is sealed.", name=name)),
        kit.paragraph(kit.word(copy.loop.job.title)),
        kit.paragraph(*_when(copy, texts)),
        *_stamp(copy, texts),
    )


def _written_for(copy: Copy, texts: Texts) -> Iterator[Block]:
    if copy.written_for:
        yield behalf.reminder(copy.written_for, texts)


def _when(copy: Copy, texts: Texts) -> Iterator[Block]:
    """Say when it was sealed, and how long after the interview that was."""
    at = kit.moment(copy.sealed_at, texts.moment(copy.sealed_at))
    delay = since_end(copy.interview, copy.sealed_at)
    if delay.total_seconds() < 0:
        return texts.pieces("Sealed {at}, before the planned end of the interview", at=at)
    after = kit.word(words.span(texts, delay))
    return texts.pieces("Sealed {at}, {delay} after the interview", at=at, delay=after)


def _stamp(copy: Copy, texts: Texts) -> Iterator[Block]:
    """Say how the debrief takes a card that came late, if it takes it at all."""
    if not copy.interview.counts:
        return
    if copy.outside:
        late_ = texts("The debrief is already posted and does not include this scorecard.")
        yield kit.paragraph(kit.word(late_))
    elif delay := late(copy.interview, copy.card):
        stamp = words.stamp(texts, delay)
        said = texts.pieces("The debrief marks it: {stamp}", stamp=kit.bold(stamp))
        yield kit.paragraph(*said)


def _ratings(copy: Copy, texts: Texts) -> Iterator[Block]:
    model = copy.library.model(copy.loop.job.model_id)
    for rating in copy.card.ratings:
        name = texts.of(model.competency(rating.item.competency).name)
        amended = of_item(copy.amendments, copy.interview.id, rating.item.key)
        yield from rated.blocks(name, rating, model, copy.library, texts, amended)


def _word(copy: Copy, texts: Texts) -> Iterator[Block]:
    word = copy.card.recommendation
    label = kit.bold(texts("Overall recommendation"))
    said = [kit.word(f"  {words.recommendation(texts, word)}")] if word else []
    model = copy.library.model(copy.loop.job.model_id)
    amended = of_item(copy.amendments, copy.interview.id, RECOMMENDATION)
    yield kit.rich(kit.paragraph(label, *said))
    yield from rated.amendments(amended, model, texts)
