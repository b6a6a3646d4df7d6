"""The heat map of a debrief: who rated what how high, at a glance, on a phone, and in grey."""

from collections.abc import Sequence
from itertools import count

from coaching.profile import Line
from handlers.pictures import cells
from handlers.pictures.grid import GAP, Cell, Grid
from handlers.pictures.layout import GUTTER, LEADING, MARGIN, NORMAL, SMALL, Layout, layout
from handlers.pictures.legend import legend
from handlers.pictures.sheet import Box, Pen, Sheet
from handlers.texts import Texts
from handlers.views import words


def heatmap(grid: Grid, texts: Texts) -> bytes:
    """Draw a PNG, 1,080 pixels wide with up to eight raters and wider with more.

    The first takes a second, any other some tenths: call it in a thread. Raises NoFontError.
    """
    return drawn(grid, texts).png()


def drawn(grid: Grid, texts: Texts) -> Sheet:
    """Draw the sheet. Raises NoFontError."""
    pen = Pen()
    at = layout(grid, pen)
    key = legend(at.width, pen, texts)
    sheet = Sheet(at.width, at.tops[-1] + key.height, pen)
    _head(at, sheet, texts)
    for n in range(len(grid.rows)):
        _row(n, grid, at, sheet, texts)
    key.draw(sheet, at.tops[-1])
    return sheet


def _head(at: Layout, sheet: Sheet, texts: Texts) -> None:
    for n, lines in enumerate(at.heads):
        column = at.top(n)
        if at.upright:
            foot = column.y + column.height - GUTTER
            sheet.write_upwards((column.middle[0], foot), lines[0], NORMAL)
        else:
            _above(lines, column, sheet)
    _above([texts("Mean")], at.mean, sheet)


def _above(lines: Sequence[str], column: Box, sheet: Sheet) -> None:
    """Write lines at the foot of a column's head."""
    foot = column.y + column.height - GUTTER - LEADING / 2
    for y, line in zip(count(foot, -LEADING), reversed(lines), strict=False):
        sheet.write((column.middle[0], y), line, NORMAL)


def _row(n: int, grid: Grid, at: Layout, sheet: Sheet, texts: Texts) -> None:
    line, name = grid.rows[n].line, Box(MARGIN, 0, at.label, 0)
    _beside(at.labels[n], at.across(n, name), NORMAL, sheet)
    for rater, cell in enumerate(grid.rows[n].cells):
        _cell(cell, line, at.across(n, at.top(rater)), sheet, texts)
    if line.mean is not None:
        _cell(line.mean, line, at.across(n, at.mean), sheet, texts)
    of = texts("bar {bar} · n = {n}", bar=texts.number(line.bar), n=len(line.raters))
    trust = [words.confidence(texts, line.confidence)] if line.raters else []
    _beside([of, *trust], at.across(n, at.note), SMALL, sheet)


def _beside(lines: Sequence[str], box: Box, size: float, sheet: Sheet) -> None:
    """Write lines from the left of a box, about its middle."""
    top = box.middle[1] - LEADING * (len(lines) - 1) / 2
    for y, line in zip(count(top, LEADING), lines, strict=False):
        sheet.write((box.x, y), line, size, align="left")


def _cell(cell: Cell, line: Line, box: Box, sheet: Sheet, texts: Texts) -> None:
    if cell is None:
        cells.not_asked(sheet, box)
    elif cell == GAP:
        cells.gap(sheet, box)
    else:
        cells.rated(cell, texts.number(cell))(sheet, box)
        if line.misses(cell):
            cells.below_bar(sheet, box)
