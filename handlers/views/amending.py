"""The form that amends a sealed scorecard, and what is said when it is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from coaching.debrief.naming import named
from coaching.debrief.withholding import Withhold
from coaching.scorecard import RECOMMENDATION, Item
from coaching.sealed.amending import Amended, Notice
from coaching.sealed.amendment import (
    REASON,
    WHY,
    AmendForm,
    of_item,
    offered,
    said_field,
    sealed_value,
)
from coaching.sealed.receipts import Copy
from handlers import ids
from handlers.amending_forms import AmendMetadata
from handlers.texts import Texts
from handlers.views import invite, kit, rated, words
from handlers.views.kit import Block
from handlers.views.traced import typed
from questions.model import Model

ITEM = "item"  # what is to be amended
TIPS = 3  # as under a note of a scorecard
SHOWN = 20  # earlier amendments of one item


@dataclass(frozen=True, slots=True)
class Asking:
    """A sealed card, and how far its writer is with amending it."""

    copy: Copy
    form: AmendForm | None = None
    tips: Sequence[str] = ()

    @property
    def model(self) -> Model:
        """The model that the card is rated by."""
        return self.copy.library.model(self.copy.loop.job.model_id)


def modal(asking: Asking, texts: Texts) -> Block:
    """Ask what to amend; once that is chosen, what it says now is beside the new value."""
    copy, form = asking.copy, asking.form
    metadata = AmendMetadata(
        interview=copy.interview.id,
        item=form.item if form else None,
        seen=form.seen if form and asking.tips else len(copy.amendments),
        told=bool(asking.tips),
    )
    more = {"submit": texts("Amend")} if form else {}
    return kit.modal(
        texts("Amend a scorecard"),
        [*_top(asking, texts), *(_fields(asking, form, texts) if form else ())],
        callback_id=ids.AMEND_SUBMIT,
        private_metadata=metadata.model_dump_json(),
        close=texts("Cancel"),
        **more,
    )


def done(amended: Amended, texts: Texts) -> Block:
    """Say that it is kept, and who reads it where."""
    told = texts("The debrief shows it beside what you sealed.")
    if amended.announced:
        told = texts("The panel is told in the thread of the debrief.")
    elif amended.copy.loop.debrief.released_at or not amended.copy.interview.counts:
        told = texts("This scorecard is not part of the debrief, so nobody else is told.")
    counts = texts("What you sealed stays the value that counts.")
    return kit.modal(texts("Amended"), [kit.section(told), kit.note(counts)], close=texts("Done"))


def notice(said: Notice, texts: Texts, withhold: Withhold) -> list[Block]:
    """Tell the panel who amended what after they read it."""
    copy, amendment = said.copy, said.amendment
    model = copy.library.model(copy.loop.job.model_id)
    who = texts.pieces(
        "{name} amended their scorecard for {candidate} after the debrief.",
        name=kit.bold(said.name),
        candidate=kit.bold(named(copy.loop)),
    )
    sealed = kit.paragraph(*_sealed(copy, amendment.item, model, texts))
    shown = partial(typed, texts=texts, withhold=withhold)
    return [
        kit.rich(kit.paragraph(*who), sealed),
        *rated.amendments([amendment], model, texts, shown),
        kit.note(texts("The profile stays as it was: the sealed value counts.")),
    ]


def _top(asking: Asking, texts: Texts) -> Iterator[Block]:
    copy, form = asking.copy, asking.form
    yield kit.rich(invite.who(copy.loop, texts), invite.when(copy.interview, texts))
    yield kit.note(
        texts("What you sealed stays and counts. An amendment stands beside it, with your reason.")
    )
    options = [
        kit.option(_name(item, asking.model, copy, texts), item)
        for item in [*(each.item.key for each in copy.card.ratings), RECOMMENDATION]
    ]
    yield kit.section(texts("What do you want to amend?"))
    menu = kit.select(ids.AMEND_CHOOSE, options, form.item if form else None)
    yield kit.buttons(menu) | {"block_id": ITEM}


def _fields(asking: Asking, form: AmendForm, texts: Texts) -> Iterator[Block]:
    """Show what was sealed and said since, then ask for the new value and the reason."""
    copy, model = asking.copy, asking.model
    earlier = of_item(copy.amendments, copy.interview.id, form.item)
    if len(earlier) > SHOWN:
        left = len(earlier) - SHOWN
        yield kit.note(texts.count("{n} earlier amendment", "{n} earlier amendments", left))
    yield kit.rich(kit.paragraph(*_sealed(copy, form.item, model, texts)))
    yield from rated.amendments(earlier[-SHOWN:], model, texts)
    yield kit.field(
        said_field(form.item),
        texts("New value"),
        kit.radio(ids.VALUE, _choices(asking, form.item, texts), form.said),
    )
    box = kit.box(ids.VALUE, REASON, form.reason, many=True)
    hint = texts("What makes you see it differently? The debrief shows this reason.")
    yield kit.field(WHY, texts("Reason"), box, hint=hint)
    if asking.tips:
        yield kit.notes(asking.tips[:TIPS])
        yield kit.note(texts("Change it, or press Amend again to keep it as it is."))


def _sealed(copy: Copy, item: str, model: Model, texts: Texts) -> Iterator[Block]:
    value = words.value(texts, sealed_value(copy.card, item) or "", model)
    yield kit.bold(_name(item, model, copy, texts))
    yield kit.word("  ")
    yield from texts.pieces("Sealed: {said}", said=kit.word(value))


def _name(item: str, model: Model, copy: Copy, texts: Texts) -> str:
    """Name what is amended: a competency, with its question where one was asked, or the word."""
    found = _item(item, copy)
    if found is None:
        return texts("Overall recommendation")
    name = texts.of(model.competency(found.competency).name)
    question = copy.library.question(item) if found.question else None
    return f"{name} · {texts.of(question.title)}" if question else name


def _item(item: str, copy: Copy) -> Item | None:
    return next((each.item for each in copy.card.ratings if each.item.key == item), None)


def _choices(asking: Asking, item: str, texts: Texts) -> list[kit.Option]:
    """Offer each value; the short form of its anchor stands beside a point."""
    model, found = asking.model, _item(item, asking.copy)
    shorts: dict[str, str] = {}
    if found:
        question = asking.copy.library.question(item) if found.question else None
        anchors = (question or model.competency(found.competency)).anchors
        shorts = {str(n): texts.of(each.short) for n, each in enumerate(anchors.ladder, start=1)}
    return [
        kit.option(words.value(texts, value, model), value, shorts.get(value, ""))
        for value in offered(item)
    ]
