"""The files a packet is handed over as: one to read, one for machines, one for a spreadsheet."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.debrief.packet import Packet
from coaching.debrief.record import record
from handlers.texts import Texts
from handlers.views.packet import markdown
from handlers.views.ratings_sheet import sheet

ENDINGS = (".md", ".json", "-ratings.csv")
BOM = "\ufeff"  # without it Excel reads Chinese as something else


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name has no name of a person in it; ``title`` says what it is for."""

    name: str
    title: str
    content: bytes


def names(candidate: str) -> Sequence[str]:
    """Return what the files of a candidate are called, by their id."""
    return [f"candidate-{candidate}{ending}" for ending in ENDINGS]


def files(packet: Packet, texts: Texts) -> Sequence[File]:
    """Return all files in a language; the record is in none."""
    return [file(n, packet, texts) for n in range(len(ENDINGS))]


def file(n: int, packet: Packet, texts: Texts) -> File:
    """Return the ``n``-th of them, counted from 0, alone: each takes a while when it is long."""
    title, make = (
        (texts("Packet, to read"), markdown),
        (texts("Packet, for programs"), _machines),
        (texts("Ratings, for a spreadsheet"), _cells),
    )[n]
    name = names(packet.loop.candidate.id)[n]
    return File(name, title, make(packet, texts).encode())


def _machines(packet: Packet, _texts: Texts) -> str:
    return json.dumps(record(packet), ensure_ascii=False, indent=2) + "\n"


def _cells(packet: Packet, texts: Texts) -> str:
    return BOM + sheet(packet, texts)
