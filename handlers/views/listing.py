"""The answer to `/interview list`: as much as one message takes, and how much more there is."""

from collections.abc import Sequence

from coaching.overview import Overview
from handlers.texts import Texts
from handlers.views import kit, overview, pages, progress
from handlers.views.kit import Block


def answer(found: Overview, texts: Texts) -> list[Block]:
    """Show each part from its start: what is urgent comes first."""
    organised = [[progress.among(each, texts, found.at)] for each in found.organised]
    shown: list[Block] = []
    left = 0
    for part in overview.parts(found, organised, texts):
        for n, entry in enumerate(part.entries):
            headed = [*([kit.header(part.title)] if n == 0 else []), *entry]
            if left or not pages.fits(shown, headed):
                left += 1
            else:
                shown += headed
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
