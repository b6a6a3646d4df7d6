"""The font of pictures. It comes with a package, so every machine draws the same letters."""

from functools import cache
from importlib.resources import as_file, files

PACKAGE, FILE = "noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"
FAMILY = "Noto Sans CJK SC"  # of the faces in that file, the one with mainland Chinese forms


class NoFontError(Exception):
    """There is nothing to draw Chinese with: the picture is left out, its words are not."""

    def __init__(self) -> None:
        super().__init__(
            f"the font {FAMILY} is missing (package {PACKAGE.replace('_', '-')}): "
            "debriefs are posted without their picture"
        )


@cache
def family(package: str = PACKAGE) -> str:
    """Make the font known to Matplotlib, once in a process, and return its name there.

    Raises NoFontError when the package is not installed, or has no such face.
    """
    from matplotlib.font_manager import fontManager  # noqa: PLC0415  0.3 s, only who draws pays

    try:
        with as_file(files(package) / FILE) as path:
            fontManager.addfont(path)
    except (ModuleNotFoundError, OSError) as error:
        raise NoFontError from error
    if FAMILY not in fontManager.get_font_names():
        raise NoFontError
    return FAMILY
