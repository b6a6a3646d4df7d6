"""A picture to show, and whether it is seen."""

import struct
import zlib

from playwright.async_api import Locator


def png(width: int = 40, height: int = 30) -> bytes:
    """Draw a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x14\x7d\x64" * width) * height)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


async def loaded(picture: Locator) -> bool:
    """Whether a picture is really drawn."""
    script = "async (img) => { await img.decode(); return img.naturalWidth > 0; }"
    return bool(await picture.evaluate(script))
