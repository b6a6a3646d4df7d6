"""Where things stand on a heat map: as wide as a phone for up to eight raters, then wider.

Everything is in points of a phone that is 360 of them wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from handlers.pictures.grid import Grid
from handlers.pictures.sheet import CUT, Box, Pen

PHONE, MARGIN, GUTTER = 360.0, 6.0, 4.0
LABEL, MEAN, NOTE = 86.0, 27.0, 74.0  # a competency's name at least; its mean; what follows
NARROW, WIDE = 19.0, 52.0  # the column of a rater
LOW, TALL, LEADING = 27.0, 90.0, 10.0  # a row at least; a name upwards at most; line to line
LARGE, NORMAL, SMALL = 9.5, 8.5, 8.0  # letters
LINES, ABREAST = 5, 2  # of a competency's name; of a rater's, when written level


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one grid.

    ``labels`` and ``heads`` are the names of competencies and of raters, each in lines that fit;
    ``upright``: the raters' are written from the bottom up. ``tops`` are where the rows begin, and
    where the last one ends.
    """

    label: float
    column: float
    head: float
    labels: Sequence[Sequence[str]]
    heads: Sequence[Sequence[str]]
    upright: bool
    tops: Sequence[float]

    @property
    def width(self) -> float:
        """The whole width, margins included."""
        return self.note.x + NOTE + MARGIN

    @property
    def mean(self) -> Box:
        """The column of means, as high as the head."""
        x = MARGIN + self.label + self.column * len(self.heads) + GUTTER
        return Box(x, MARGIN, MEAN, self.head)

    @property
    def note(self) -> Box:
        """The column of what stands beside the means, as high as the head."""
        mean = self.mean
        return Box(mean.x + mean.width + GUTTER, mean.y, NOTE, mean.height)

    def top(self, rater: int) -> Box:
        """Return where the name of a rater stands."""
        return Box(MARGIN + self.label + self.column * rater, MARGIN, self.column, self.head)

    def across(self, row: int, column: Box) -> Box:
        """Return where a row crosses a column."""
        y = self.tops[row]
        return Box(column.x, y, column.width, self.tops[row + 1] - y)


def layout(grid: Grid, pen: Pen) -> Layout:
    """Measure a grid."""
    fixed = 2 * MARGIN + 2 * GUTTER + MEAN + NOTE
    many = max(1, len(grid.raters))
    column = min(max((PHONE - fixed - LABEL) / many, NARROW), WIDE)
    label = max(LABEL, PHONE - fixed - column * len(grid.raters))
    labels = [_even(row.name, label - GUTTER, pen) for row in grid.rows]
    heads, upright, head = _heads(grid.raters, column, pen)
    heights = (max(LOW, LEADING * len(lines) + GUTTER) for lines in labels)
    tops = list(accumulate(heights, initial=MARGIN + head))
    return Layout(label, column, head, labels, heads, upright, tops)


def _even(name: str, width: float, pen: Pen) -> Sequence[str]:
    """Break a name into as few lines as it takes, and those as even as whole words allow."""
    words = (pen.width(word, NORMAL) for word in pen.plain(name).split() if word.isascii())
    found = pen.broken(name, NORMAL, width, LINES)
    narrowest = max(width / 2, *words, 0)
    while width > narrowest and not found[-1].endswith(CUT):
        width -= 1
        tried = pen.broken(name, NORMAL, width, LINES)
        if width < narrowest or len(tried) > len(found) or tried[-1].endswith(CUT):
            break
        found = tried
    return found


def _heads(
    names: Sequence[str], column: float, pen: Pen
) -> tuple[Sequence[Sequence[str]], bool, float]:
    """Write the names level when each fits whole, else from the bottom up."""
    level = [pen.broken(name, NORMAL, column - GUTTER, ABREAST) for name in names]
    words = {word for name in names for word in pen.plain(name).split()}
    whole = not any(lines and lines[-1].endswith(CUT) for lines in level)
    if whole and all(pen.width(word, NORMAL) <= column - GUTTER for word in words):
        return level, False, LEADING * ABREAST + 2 * GUTTER
    up = [pen.broken(name, NORMAL, TALL, 1) for name in names]
    widest = max(pen.width(line, NORMAL) for lines in up for line in lines)
    return up, True, widest + 2 * GUTTER
