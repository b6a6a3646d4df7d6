"""The pages of a long scorecard: Slack shows 100 blocks, and takes 250 KB, in one modal."""

from collections.abc import Sequence
from itertools import groupby

from coaching.scorecard import Rating, Scorecard
from coaching.scoring import Sheet

MOST = 9  # items a page: up to 7 blocks each, and 26 KB where all that is typed is Chinese
Part = tuple[int, Sequence[Rating]]  # of a page: the place of a competency in the card, from 1


def parts(card: Scorecard) -> Sequence[Part]:
    """Return what is rated, competency by competency."""
    by_competency = groupby(card.ratings, key=lambda each: each.item.competency)
    return [(n, list(ratings)) for n, (_, ratings) in enumerate(by_competency, start=1)]


def pages(found: Sequence[Part]) -> Sequence[Sequence[Part]]:
    """Put as many on each page as it holds; a competency goes over only when it must.

    What is typed and pointed out makes no difference, so that no page moves under the writer.
    """
    made: list[list[Part]] = [[]]
    for n, ratings in found:
        for some in _pieces(ratings):
            if sum(len(each) for _, each in made[-1]) + len(some) > MOST:
                made.append([])
            made[-1].append((n, some))
    return made


def wanted(found: Sequence[Sequence[Part]], sheet: Sheet) -> int:
    """Return the page that wants attention: of a gap, of a tip, or the first not all rated."""
    missing = {field.partition(":")[2] for field in sheet.gaps}
    told = {*sheet.tips, *(item for each in sheet.advice for item in each.items)}
    open_ = {each.item.key for each in sheet.card.ratings if each.mark is None}
    focus = missing or told or (open_ - sheet.besides)
    found_on = (n for n, page in enumerate(found) if focus & _keys(page))
    return next(found_on, len(found) - 1)


def _pieces(ratings: Sequence[Rating]) -> Sequence[Sequence[Rating]]:
    return [ratings[at : at + MOST] for at in range(0, len(ratings), MOST)]


def _keys(page: Sequence[Part]) -> set[str]:
    return {each.item.key for _, ratings in page for each in ratings}
