"""What the cells of a heat map mean, as samples with a word beside each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handlers.pictures.cells import below_bar, gap, not_asked, rated
from handlers.pictures.layout import GUTTER, LEADING, MARGIN, SMALL
from handlers.pictures.sheet import Box, Pen, Sheet
from handlers.texts import Texts

SAMPLE = 14.0  # points, each way
APART = 10.0  # from one word to the next sample
POINTS = (1, 2, 3, 4, 5)

Drawn = Callable[[Sheet, Box], None]


@dataclass(frozen=True, slots=True)
class Legend:
    """Samples where they stand below the rows; ``height`` is what they take, margins included."""

    height: float
    samples: Sequence[tuple[Box, Drawn, str]]

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw them below ``top``, in points."""
        for box, drawn, word in self.samples:
            placed = Box(box.x, box.y + top, box.width, box.height)
            drawn(sheet, placed)
            beside = placed.x + placed.width + GUTTER
            sheet.write((beside, placed.middle[1]), word, SMALL, align="left")


def legend(width: float, pen: Pen, texts: Texts) -> Legend:
    """Place the samples in as many lines as a width of so many points takes."""
    x, y, samples = MARGIN, LEADING, list[tuple[Box, Drawn, str]]()
    for drawn, word in _samples(texts):
        wide = SAMPLE + (GUTTER + pen.width(word, SMALL) + APART if word else 0)
        if x + wide - APART > width - MARGIN:
            x, y = MARGIN, y + SAMPLE + GUTTER
        samples.append((Box(x, y, SAMPLE, SAMPLE), drawn, word))
        x += wide
    return Legend(y + SAMPLE + MARGIN, samples)


def _samples(texts: Texts) -> Iterator[tuple[Drawn, str]]:
    *lower, highest = POINTS
    for points in lower:
        yield rated(points, str(points)), ""
    yield rated(highest, str(highest)), texts("points")
    yield below_bar, texts("below the bar")
    yield gap, texts("not assessed")
    yield not_asked, texts("not in the interview")
