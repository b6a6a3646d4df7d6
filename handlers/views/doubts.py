"""Words in a question that may be about the candidate: quoted, with the field they stand in."""

from collections.abc import Iterator, Mapping, Sequence

from coaching.topical import Touched
from handlers import ids
from handlers.authoring_forms import SCENARIO
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block

SHOWN = 10  # that are quoted; Slack takes at most so many boxes to tick


def topics(doubts: Sequence[Touched]) -> tuple[str, ...]:
    """Return the topics that are asked about."""
    return tuple(dict.fromkeys(each.category for each in doubts))[:SHOWN]


def asked(doubts: Sequence[Touched], fields: Sequence[Block], texts: Texts) -> Iterator[Block]:
    """Quote what is doubtful, by the labels of its ``fields``, and ask about each topic."""
    if not doubts:
        return
    labels = {each["block_id"]: each["label"]["text"] for each in fields if "label" in each}
    told = list(dict.fromkeys((each.field, texts.of(each.advice)) for each in doubts))
    yield kit.rich(
        kit.paragraph(kit.bold(texts("Not saved yet: please look at these words once more."))),
        kit.bullets(_told(labels, field, advice, texts) for field, advice in told[:SHOWN]),
    )
    if len(told) > SHOWN:
        yield kit.note(texts("And {n} more of this kind.", n=len(told) - SHOWN))
    names = {each.category: texts.of(each.name) for each in doubts}
    boxes = [kit.option(names[topic], topic) for topic in topics(doubts)]
    label = texts("This is a product scenario")
    hint = texts("Tick what belongs to the product or its users. Change what asks about a person.")
    yield kit.field(SCENARIO, label, kit.ticks(ids.VALUE, boxes), optional=True, hint=hint)
    yield kit.divider()


def _told(labels: Mapping[str, str], field: str, advice: str, texts: Texts) -> list[Block]:
    named = kit.bold(labels.get(field, field))
    return [*texts.pieces("{field}: {advice}", field=named, advice=kit.word(advice))]
