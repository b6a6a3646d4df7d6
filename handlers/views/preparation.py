"""The kit: what an interviewer reads before the interview, and the list of those that wait.

``spoken`` is the language of the interview: what is said aloud stands in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from coaching.asking import question_of
from coaching.guide.stops import CLOSING, OPENING, Stop
from coaching.loop import Interview, Loop
from coaching.preparing import Kit
from coaching.scorecard import Item
from handlers.texts import Texts
from handlers.views import invite, kit, question, script
from handlers.views.kit import Block


@dataclass(frozen=True, slots=True)
class Read:
    """A kit, in the reader's language and in that of the interview."""

    kit: Kit
    texts: Texts
    spoken: Texts


def modal(prepared: Kit, texts: Texts, spoken: Texts) -> Block:
    """Show what to say and to ask, part by part, with minutes, follow-ups and anchors."""
    read = Read(prepared, texts, spoken)
    parts = [list(items) for _, items in groupby(prepared.items, key=lambda item: item.competency)]
    asked = [
        block
        for n, items in enumerate(parts, start=1)
        for block in _competency(f"{n}/{len(parts)}", items, read)
    ]
    return kit.modal(
        texts("Interview kit"),
        [*_top(read), *_opening(read), *asked, *_closing(read)],
        close=texts("Done"),
    )


def waiting(found: Sequence[tuple[Loop, Interview]], texts: Texts) -> list[Block]:
    """List the interviews that are not scored yet, each with its button."""
    which = texts("Which interview do you want to prepare?")
    return invite.choose(found, which, invite.prepare, texts)


def _top(read: Read) -> Iterator[Block]:
    prepared, texts = read.kit, read.texts
    yield kit.rich(
        invite.who(prepared.loop, texts),
        invite.when(prepared.interview, texts),
        *invite.needs(prepared.loop, texts),
    )
    planned = sum(stop.minutes for stop in prepared.stops)
    minutes = prepared.interview.minutes
    yield from script.handover(prepared.uncovered, prepared.library, texts)
    yield kit.note(texts("Planned: {n} of {all} minutes", n=planned, all=minutes))
    how = texts(
        "Ask each question as it stands, and every candidate the same. Follow-ups make an answer "
        "clearer; they never hint at it. While you listen, write down what was said."
    )
    yield kit.section("\n\n".join((how, script.evidence(texts), script.never(texts))))
    yield kit.buttons(invite.guiding(prepared.interview, texts))


def _opening(read: Read) -> Iterator[Block]:
    prepared = read.kit
    yield kit.divider()
    yield kit.header(script.part(_stop(read, OPENING), read.texts))
    yield script.opening(prepared.loop, prepared.interview, prepared.who, read.spoken)
    yield kit.note(script.direction(OPENING, read.texts))


def _closing(read: Read) -> Iterator[Block]:
    yield kit.divider()
    yield kit.header(script.part(_stop(read, CLOSING), read.texts))
    yield script.closing(read.spoken)
    yield kit.note(script.direction(CLOSING, read.texts))


def _competency(place: str, items: Sequence[Item], read: Read) -> Iterator[Block]:
    texts = read.texts
    _, competency = read.kit.library.place(items[0].competency)
    minutes = sum(_stop(read, item.key).minutes for item in items)
    name = texts.of(competency.name)
    yield kit.divider()
    yield kit.header(f"{place} · {name} · {texts('{n} minutes', n=minutes)}")
    for item in items:
        yield from _item(item, read)


def _item(item: Item, read: Read) -> Iterator[Block]:
    """Show a question, or what a competency without one is about."""
    texts, library = read.texts, read.kit.library
    asked = question_of(item.ref, library) if item.question else None
    if asked:
        yield question.script(asked, texts, read.spoken)
        yield question.ladder(asked, library, texts)
        yield question.note(asked, texts)
    else:
        _, competency = library.place(item.competency)
        yield kit.rich(kit.paragraph(kit.word(texts.of(competency.definition))))
        yield question.ladder(competency, library, texts)


def _stop(read: Read, key: str) -> Stop:
    return next(stop for stop in read.kit.stops if stop.key == key)
