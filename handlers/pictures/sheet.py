"""A sheet to draw on, measured in points of a phone that is 360 of them wide."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, ClassVar, Literal

from handlers.pictures import fonts
from handlers.pictures.shades import BLACK

SHARP = 216  # dots per inch: three to a point, as phones have them
INCH = 72  # points
EM = 100.0  # points: large enough to measure at, scaled down afterwards
FIXED = 65536  # the font counts in fractions of this
UNKNOWN = "□"  # in place of a sign that the font lacks, as in most emoji
CUT = "…"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``x`` and ``y`` are its left upper corner, in points from that of the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inside(self, margin: float) -> "Box":
        """Return it with a margin off each side."""
        return Box(
            self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin
        )


class Pen:
    """Measures and breaks text as it will be drawn. Raises NoFontError when nothing can be."""

    # Measured once in a process, for pens in all threads: the font is the same everywhere.
    _advances: ClassVar[dict[str, float]] = {}

    def __init__(self) -> None:
        # 0.3 s, which only those who draw should pay.
        from matplotlib.font_manager import FontProperties, findfont  # noqa: PLC0415
        from matplotlib.ft2font import FT2Font, LoadFlags  # noqa: PLC0415

        self._family = FontProperties(family=fonts.family())
        found = findfont(self._family)
        self._face = FT2Font(found.path, face_index=found.face_index)
        self._face.set_size(EM, INCH)
        self._outline = LoadFlags.NO_HINTING  # how far a sign moves the pen, hinting never changes

    def font(self, size: float) -> Any:
        """Return the font in a size, in points."""
        found = self._family.copy()
        found.set_size(size)
        return found

    def plain(self, text: str) -> str:
        """Return a text on one line, with a box for each sign that cannot be drawn."""
        line = " ".join(text.split())
        return "".join(sign if self._face.get_char_index(ord(sign)) else UNKNOWN for sign in line)

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is drawn, in points."""
        return sum(map(self._advance, text)) * size / EM

    def broken(self, text: str, size: float, width: float, lines: int) -> list[str]:
        """Break a text into at most so many lines of a width; the last one says if it was cut."""
        left, found = self.plain(text), list[str]()
        while left and len(found) < lines:
            end = self._fitting(left, size, width)
            found.append(left[:end].rstrip())
            left = left[end:].lstrip()
        while left and found[-1] and self.width(found[-1] + CUT, size) > width:
            found[-1] = found[-1][:-1].rstrip()
        return [*found[:-1], found[-1] + CUT] if left else found or [""]

    def _advance(self, sign: str) -> float:
        """Return how far a sign moves the pen, in points at a size of ``EM``."""
        if sign not in self._advances:
            glyph = self._face.load_char(ord(sign), flags=self._outline)
            self._advances[sign] = glyph.linearHoriAdvance / FIXED
        return self._advances[sign]

    def _fitting(self, text: str, size: float, width: float) -> int:
        """Return how many signs fit, up to the end of a word where one does."""
        end = len(text)
        while end > 1 and self.width(text[:end].rstrip(), size) > width:
            end -= 1
        if end == len(text) or not (text[end - 1].isascii() and text[end].isascii()):
            return end
        space = text.rfind(" ", 0, end + 1)
        return space if space > 0 else end


class Sheet:
    """What is drawn, until it is a PNG. The only place that knows Matplotlib's figures.

    Never through ``pyplot``, which keeps every figure for ever.
    """

    def __init__(self, width: float, height: float, pen: Pen) -> None:
        from matplotlib.figure import Figure  # noqa: PLC0415  0.3 s, only who draws pays
        from matplotlib.transforms import Affine2D  # noqa: PLC0415

        self._pen = pen
        self.figure = Figure(figsize=(width / INCH, height / INCH), dpi=SHARP, facecolor="white")
        # Axes would do the same and cost as much as all that is drawn on them.
        dots = SHARP / INCH
        self._down = Affine2D().translate(0, -height).scale(dots, -dots)

    def fill(self, box: Box, colour: str) -> None:
        """Fill a box with a colour."""
        self._box(box, facecolor=colour, linewidth=0)

    def frame(self, box: Box, colour: str, thick: float) -> None:
        """Draw the edge of a box, ``thick`` points wide, within it."""
        self._box(box.inside(thick / 2), fill=False, edgecolor=colour, linewidth=thick)

    def hatch(self, box: Box, colour: str) -> None:
        """Fill a box with slanted lines."""
        self._box(box, fill=False, edgecolor=colour, linewidth=0, hatch="////")

    def write(
        self,
        at: tuple[float, float],
        text: str,
        size: float,
        colour: str = BLACK,
        align: Literal["left", "center"] = "center",
    ) -> None:
        """Write a line; ``at`` is the middle of its height, and of its width or its left end."""
        self._write(at, text, size, color=colour, ha=align, va="center_baseline")

    def write_upwards(self, at: tuple[float, float], text: str, size: float) -> None:
        """Write a line of text from the bottom up; ``at`` is the middle of its lower end."""
        self._write(at, text, size, color=BLACK, ha="center", va="bottom", rotation=90)

    def png(self) -> bytes:
        """Return what was drawn, without a word about the machine that drew it."""
        written = BytesIO()
        self.figure.savefig(written, format="png", metadata={"Software": None})
        return written.getvalue()

    def _box(self, box: Box, **look: Any) -> None:
        from matplotlib.patches import Rectangle  # noqa: PLC0415

        drawn = Rectangle((box.x, box.y), box.width, box.height, transform=self._down, **look)
        self.figure.add_artist(drawn)

    def _write(self, at: tuple[float, float], text: str, size: float, **look: Any) -> None:
        font = self._pen.font(size)
        # What people are called is no formula, even with two dollar signs in it.
        look |= {"fontproperties": font, "parse_math": False, "transform": self._down}
        self.figure.text(*at, text, **look)
