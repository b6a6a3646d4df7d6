"""The four looks of a cell. None rests on colour alone: a number, an edge, a hatch, nothing."""

from collections.abc import Callable

from handlers.pictures.layout import LARGE
from handlers.pictures.shades import BLACK, WHITE, fill, ink
from handlers.pictures.sheet import Box, Sheet

GREY, PALE = "#6b6b6b", "#d4d4d4"
BETWEEN, THICK, THIN = 0.6, 1.3, 0.5  # points: white around a cell; edges


def rated(points: float, number: str) -> Callable[[Sheet, Box], None]:
    """Return what draws a cell of 1.0 to 5.0 points with its number."""

    def drawn(sheet: Sheet, box: Box) -> None:
        ground = fill(points)
        sheet.fill(box.inside(BETWEEN), ground)
        sheet.write(box.middle, number, LARGE, ink(ground))

    return drawn


def below_bar(sheet: Sheet, box: Box) -> None:
    """Put the edge around a cell that says: below the level's bar."""
    # White outside, black inside: one of the two stands out from any ground.
    sheet.frame(box.inside(BETWEEN), WHITE, THICK + THIN)
    sheet.frame(box.inside(BETWEEN), BLACK, THICK)


def gap(sheet: Sheet, box: Box) -> None:
    """Draw a cell that was to be assessed, and was not."""
    sheet.hatch(box.inside(BETWEEN), GREY)
    sheet.frame(box.inside(BETWEEN), GREY, THIN)


def not_asked(sheet: Sheet, box: Box) -> None:
    """Draw a cell that was in nobody's plan."""
    sheet.frame(box.inside(BETWEEN), PALE, THIN)
