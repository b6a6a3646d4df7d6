"""The answer to `/interview list`: as much as one message takes, and how much more there is."""

from collections.abc import Sequence

from coaching.debrief.progress import Progress
from coaching.overview import Overview
from handlers.texts import Texts
from handlers.views import kit, overview, pages, progress
from handlers.views.kit import Block


def answer(found: Overview, texts: Texts) -> list[Block]:
    """Show each part from its start: what is urgent comes first."""

    def organised(each: Progress) -> Sequence[Block]:
        return [progress.among(each, texts, found.at)]

    shown: list[Block] = []
    left = 0
    for part in overview.parts(found, organised, texts):
        head = [kit.header(part.title)]
        for draw in part.entries:
            if left or not pages.fits(shown, more := [*head, *draw()]):
                left += 1
            else:
                shown, head = [*shown, *more], []
    return [*shown, *_more(left, texts)]


def _more(left: int, texts: Texts) -> Sequence[Block]:
    if not left:
        return []
    return [
        kit.note(
            texts.count(
                "{n} more. `/interview list NAME` looks for one; your own are all on the Home tab.",
                "{n} more. `/interview list NAME` looks for one; your own are all on the Home tab.",
                left,
            )
        )
    ]
