"""What waits for a person, one thing after another: on Home and in the answer to a command."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from coaching.debrief.progress import Progress
from coaching.overview import Mine, Overview
from handlers import ids
from handlers.texts import Texts
from handlers.views import invite, kit, progress, words
from handlers.views.kit import Block

Drawn = Callable[[], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its headline; each entry draws one thing, when it is shown."""

    title: str
    entries: Sequence[Drawn]


def parts(
    overview: Overview, organised: Callable[[Progress], Sequence[Block]], texts: Texts
) -> list[Part]:
    """Return every part, in the order in which it is urgent; ``organised`` draws the last."""
    return [
        Part(texts("Today"), _mine(overview.today, texts)),
        Part(texts("Scorecards due"), _mine(overview.due, texts)),
        Part(texts("To come"), _mine(overview.coming, texts)),
        Part(
            texts("Candidates you organise interviews for"),
            [partial(organised, each) for each in overview.organised],
        ),
    ]


def organised(found: Progress, texts: Texts, now: datetime) -> Sequence[Block]:
    """Show a loop to an organiser, with what can be done about it."""
    return [progress.loop(found, texts, now), *_to_do(found, texts)]


def _mine(found: Sequence[Mine], texts: Texts) -> Sequence[Drawn]:
    return [partial(_interview, each, texts) for each in found]


def _interview(mine: Mine, texts: Texts) -> Sequence[Block]:
    """Show an interview of one's own and the one thing that is to be done about it."""
    loop, interview = mine.loop, mine.interview
    about = kit.rich(
        invite.who(loop, texts),
        invite.when(interview, texts),
        *invite.needs(loop, texts),
        *_said(mine, texts),
    )
    return [about] if mine.state == "sealed" else [about, kit.buttons(_next(mine, texts))]


def _said(mine: Mine, texts: Texts) -> Iterator[Block]:
    if mine.interview.kind == "shadow":
        yield kit.paragraph(kit.word(texts("You have an interview to watch.")))
    if mine.state in {"running", "overdue", "sealed"}:
        yield kit.paragraph(kit.bold(words.state(texts, mine.state)))
    if mine.touched_at and mine.state != "sealed":
        at = kit.moment(mine.touched_at, texts.moment(mine.touched_at))
        yield kit.paragraph(*texts.pieces("Your draft, last changed {at}", at=at))


def _next(mine: Mine, texts: Texts) -> Block:
    if mine.guided:
        start = texts("Start the guide")
        return kit.button(ids.GUIDE_START, start, mine.interview.id, "primary")
    if mine.state in {"due", "overdue"}:
        return invite.scoring(mine.interview, texts)
    return invite.prepare(mine.interview, texts)


def _to_do(found: Progress, texts: Texts) -> Iterator[Block]:
    """Offer to change what is still planned or, after the debrief, to ask the candidate again."""
    if found.loop.debrief.released_at:
        yield kit.buttons(progress.another_round(found.loop.candidate, texts))
    elif open_ := found.changeable:
        change = texts("Change interviews")
        yield kit.buttons(kit.button(ids.CHANGE_OPEN, change, open_[0].id))
