"""The font of pictures. It comes with a package, so every machine draws the same letters."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE, FILE = "noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"
FAMILY = "Noto Sans CJK SC"  # of the faces in that file, the one with mainland Chinese forms


class NoFontError(Exception):
    """There is nothing to draw Chinese with: the picture is left out, its words are not."""

    def __init__(self) -> None:
        super().__init__(
            f"the font {FAMILY} is missing (package {PACKAGE.replace('_', '-')}): "
            "debriefs are posted without their picture"
        )


def file(package: str = PACKAGE) -> Path:
    """Return where the font lies, without a look into it. Raises NoFontError."""
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or () if spec else ():
        if (found := Path(folder) / FILE).is_file():
            return found
    raise NoFontError


@cache
def family() -> str:
    """Make the font known to Matplotlib, once in a process, and return its name there.

    The first time on a machine, Matplotlib looks at all its fonts and says so in the log: call it
    where nobody waits. Raises NoFontError.
    """
    path = file()
    from matplotlib.font_manager import fontManager  # noqa: PLC0415  0.3 s, only who draws pays

    fontManager.addfont(path)
    if FAMILY not in fontManager.get_font_names():
        raise NoFontError
    return FAMILY
