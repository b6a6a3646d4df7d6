"""The colours of 1 to 5 points: one hue, darker for more, told apart in grey as well."""

from itertools import pairwise

# Five steps out of ColorBrewer's nine Blues, each clearly darker than the one before.
STEPS = ("#deebf7", "#9ecae1", "#6baed6", "#2171b5", "#08306b")
BLACK, WHITE = "#000000", "#ffffff"


def fill(points: float) -> str:
    """Return the colour of 1.0 to 5.0 points as ``#rrggbb``; between two steps, a mixture."""
    step = min(max(points, 1.0), float(len(STEPS))) - 1
    lower, upper = list(pairwise(STEPS))[min(int(step), len(STEPS) - 2)]
    share = step - min(int(step), len(STEPS) - 2)
    mixed = (
        round(a + (b - a) * share) for a, b in zip(_channels(lower), _channels(upper), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def ink(ground: str) -> str:
    """Return black or white, whichever is read better on a colour: 4.58 to 1 at the least."""
    return max(BLACK, WHITE, key=lambda colour: contrast(colour, ground))


def contrast(one: str, other: str) -> float:
    """Return how far apart two colours are, 1.0 to 21.0, as WCAG 2 computes it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0.0 to 1.0 (WCAG 2): what is left in grey."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: float) -> float:
    dim = 0.04045  # up to here the curve of sRGB is a straight line
    return channel / 12.92 if channel <= dim else ((channel + 0.055) / 1.055) ** 2.4
