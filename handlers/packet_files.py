"""The files a packet is handed over as: one to read, one for machines, one for a spreadsheet."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from coaching.debrief.packet import Packet
from coaching.debrief.record import record
from handlers.texts import Texts
from handlers.views.packet import markdown
from handlers.views.ratings_sheet import sheet

BOM = "\ufeff"  # without it Excel reads Chinese as something else


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name has no name of a person in it; ``title`` says what it is for."""

    name: str
    title: str
    content: bytes


def names(candidate: str) -> Sequence[str]:
    """Return what the files of a candidate are called, by their id."""
    return [f"candidate-{candidate}{ending}" for ending in (".md", ".json", "-ratings.csv")]


def files(packet: Packet, texts: Texts) -> Sequence[File]:
    """Return all files in a language; the record is in none."""
    machines = json.dumps(record(packet), ensure_ascii=False, indent=2) + "\n"
    made = (
        (texts("Packet, to read"), markdown(packet, texts)),
        (texts("Packet, for programs"), machines),
        (texts("Ratings, for a spreadsheet"), BOM + sheet(packet, texts)),
    )
    called = names(packet.loop.candidate.id)
    return [
        File(name, title, text.encode()) for name, (title, text) in zip(called, made, strict=True)
    ]
