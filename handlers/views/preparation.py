"""The kit: what an interviewer reads before the interview, and the list of those that wait."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coaching.loop import Interview, Loop
from coaching.preparing import Kit
from coaching.scorecard import Item
from handlers.texts import Texts
from handlers.views import invite, kit, question
from handlers.views.kit import Block


def modal(prepared: Kit, texts: Texts) -> Block:
    """Show each question with its follow-ups and anchors, competency by competency."""
    parts = [list(items) for _, items in groupby(prepared.items, key=lambda item: item.competency)]
    asked = [
        block
        for n, items in enumerate(parts, start=1)
        for block in _competency(f"{n}/{len(parts)}", items, prepared, texts)
    ]
    about = [invite.who(prepared.loop, texts), invite.when(prepared.interview, texts)]
    about += invite.needs(prepared.loop, texts)
    how = texts(
        "Ask each question as it stands, and every candidate the same. Follow-ups make an answer "
        "clearer; they never hint at it. While you listen, write down what was said."
    )
    return kit.modal(
        texts("Interview kit"),
        [kit.rich(*about), kit.section(how), *asked],
        close=texts("Done"),
    )


def waiting(found: Sequence[tuple[Loop, Interview]], texts: Texts) -> list[Block]:
    """List the interviews that are not scored yet, each with its button."""
    which = texts("Which interview do you want to prepare?")
    return invite.choose(found, which, invite.prepare, texts)


def _competency(place: str, items: Sequence[Item], prepared: Kit, texts: Texts) -> Iterator[Block]:
    _, competency = prepared.library.place(items[0].competency)
    yield kit.divider()
    yield kit.header(f"{place} · {texts.of(competency.name)}")
    for item in items:
        yield from _item(item, prepared, texts)


def _item(item: Item, prepared: Kit, texts: Texts) -> Iterator[Block]:
    """Show a question, or what a competency without one is about."""
    asked = prepared.library.question(item.key) if item.question else None
    if asked:
        yield question.script(asked, texts)
        yield question.ladder(asked, prepared.library, texts)
        yield question.note(asked, texts)
    else:
        _, competency = prepared.library.place(item.competency)
        yield kit.rich(kit.paragraph(kit.word(texts.of(competency.definition))))
        yield question.ladder(competency, prepared.library, texts)
