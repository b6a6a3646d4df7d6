"""The picture of a person's practice: a bar for each rating of their own, and what was found."""

from collections.abc import Sequence

from coaching.practice.parts import Tally
from coaching.practice.record import Progress
from coaching.practice.self_rating import HIGHEST, Line
from handlers.pictures.layout import GUTTER, LEADING, MARGIN, NORMAL, PHONE, SMALL
from handlers.pictures.shades import BLACK, fill
from handlers.pictures.sheet import Box, Pen, Sheet
from handlers.texts import Texts
from handlers.views import mock_progress as words

MOST = 12  # competencies, those practised last
BAR, APART, TALL = 16.0, 4.0, 40.0  # points: a bar's width, what is between two, five points high
NAMED = 225.0  # how wide a part is named
EDGE = 0.5


def picture(found: Progress, texts: Texts) -> bytes:
    """Draw a PNG, 1,080 pixels wide. Call it in a thread. Raises NoFontError."""
    return drawn(found, texts).png()


def drawn(found: Progress, texts: Texts) -> Sheet:
    """Draw the sheet. Raises NoFontError."""
    pen, lines = Pen(), found.lines[:MOST]
    foot = _foot(found, pen, texts)
    height = sum(_height(line) for line in lines) + LEADING * len(foot) + 2 * MARGIN
    sheet, y = Sheet(PHONE, height, pen), MARGIN
    for line in lines:
        _line(line, y, found, sheet, texts)
        y += _height(line)
    for n, said in enumerate(foot):
        sheet.write((MARGIN, y + LEADING * (n + 0.5)), said, SMALL, align="left")
    return sheet


def _height(line: Line) -> float:
    bars = LEADING + TALL + GUTTER if line.points else 0.0
    return 2 * (LEADING + GUTTER) + bars + (LEADING + GUTTER) * len(line.parts) + 2 * GUTTER


def _line(line: Line, y: float, found: Progress, sheet: Sheet, texts: Texts) -> None:
    """Draw a competency: its name, how it went, its bars, and what was found."""
    for said, size in (
        (words.name(line, found, texts), NORMAL),
        (words.course(line, texts), SMALL),
    ):
        sheet.write((MARGIN, y + LEADING / 2), said, size, align="left")
        y += LEADING + GUTTER
    if line.points:
        _bars(line.points[-words.SHOWN :], y, sheet)
        y += LEADING + TALL + GUTTER
    for tally in line.parts:
        _part(tally, y, sheet, texts)
        y += LEADING + GUTTER


def _bars(points: Sequence[int], y: float, sheet: Sheet) -> None:
    """Draw the ratings, the newest at the right; each has its number above it."""
    foot = y + LEADING + TALL
    for n, each in enumerate(points):
        high = TALL * each / HIGHEST
        bar = Box(MARGIN + n * (BAR + APART), foot - high, BAR, high)
        sheet.fill(bar, fill(each))
        sheet.frame(bar, BLACK, EDGE)
        sheet.write((bar.middle[0], bar.y - LEADING / 2), str(each), SMALL)


def _part(tally: Tally, y: float, sheet: Sheet, texts: Texts) -> None:
    """Draw in how many answers a part was found: a bar that is full when it was in all."""
    said = texts("Found in your answers: {parts}", parts=words.tally(tally, texts))
    sheet.write((MARGIN, y + LEADING / 2), said, SMALL, align="left")
    left = MARGIN + NAMED
    whole = Box(left, y, PHONE - MARGIN - left, LEADING)
    share = Box(whole.x, whole.y, whole.width * tally.found / tally.of, whole.height)
    sheet.fill(share, fill(3))
    sheet.frame(whole, BLACK, EDGE)


def _foot(found: Progress, pen: Pen, texts: Texts) -> Sequence[str]:
    """Say what the picture means, and what is not on it."""
    said = []
    if any(line.points for line in found.lines):
        said.append(
            texts(
                "One bar for each rating, the newest at the right. They are your own; nobody else "
                "sees them, and no machine gave any."
            )
        )
    if any(line.parts for line in found.lines):
        said.append(words.meaning(texts))
    if len(found.lines) > MOST:
        said.append(words.more(len(found.lines) - MOST, texts))
    width = PHONE - 2 * MARGIN
    return [line for each in said for line in pen.broken(each, SMALL, width, len(each))]
