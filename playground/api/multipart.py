"""Bodies of several parts, as forms with files are sent."""

import re
from typing import NamedTuple

BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
NAME = re.compile(rb'[;\s]name="([^"]*)"', re.IGNORECASE)
FILE = re.compile(rb'[;\s]filename="', re.IGNORECASE)
BREAK = b"\r\n"


class Part(NamedTuple):
    """One part: what it is called, what is in it, and whether it came as a file."""

    name: str
    content: bytes
    is_file: bool


def parts(kind: str, body: bytes) -> list[Part]:
    """Take a body apart, its content-type given; ValueError when it is not of that kind."""
    boundary = BOUNDARY.search(kind)
    if boundary is None:
        raise ValueError(kind)
    mark = b"--" + boundary[1].encode()
    first, *found = (BREAK + body).split(BREAK + mark)
    if first.strip() or not found or not found[-1].startswith(b"--"):
        raise ValueError(kind)
    return [_part(each) for each in found[:-1]]


def _part(content: bytes) -> Part:
    head, found, body = content.partition(BREAK * 2)
    name = NAME.search(head)
    if not found or name is None:
        raise ValueError(content[:80])
    return Part(name[1].decode(), body, FILE.search(head) is not None)
