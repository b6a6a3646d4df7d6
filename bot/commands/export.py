"""`export candidate`: all that was sealed about a candidate, as files for whoever may have them."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot import database, shelves
from bot.commands.workspaces import workspace
from bot.settings import DatabaseSettings, StartError
from coaching.catalogue import Catalogue
from coaching.debrief.packet import Packet
from coaching.debrief.packing import Archive
from handlers import ids
from handlers.packet_files import File, files, names
from handlers.texts import Languages
from questions.wording import Locale
from storage.transactions import store


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed: whose packet, where it goes, in which language; None is the job's."""

    candidate: str
    folder: Path
    team: str | None = None
    language: Locale | None = None
    force: bool = False


async def export(settings: DatabaseSettings, wish: Wish) -> None:
    """Write the files and say which; StartError says what stands in the way."""
    _refuse(wish)
    packet = await _packet(settings, wish)
    job = packet.loop.job
    texts = Languages.read().of(wish.language or job.language, job.zone)
    for path in _write(files(packet, texts), wish.folder):
        print(path)  # noqa: T201  a command's answer
    if packet.loop.debrief.released_at is None:
        print("The debrief is not out: the panel has read none of this yet.")  # noqa: T201


def _refuse(wish: Wish) -> None:
    """Raise StartError for what no database has to be asked about: nothing is logged then."""
    message = ""
    if not re.fullmatch(ids.OPAQUE, wish.candidate):
        message = "That is no id of a candidate: ids are letters and digits."
    elif wish.folder.exists() and not wish.folder.is_dir():
        message = f"{wish.folder} is a file: choose a folder."
    elif not wish.force and (there := _there(wish)):
        message = f"{there[0]} is there already: choose another folder, or add --force."
    if message:
        raise StartError(message)


def _there(wish: Wish) -> Sequence[Path]:
    paths = [wish.folder / name for name in names(wish.candidate)]
    return [path for path in paths if path.exists()]


async def _packet(settings: DatabaseSettings, wish: Wish) -> Packet:
    async with database.opened(settings) as engine:
        there = store(engine)
        async with there.claim() as claims:
            team = workspace(await claims.teams(), wish.team)
        archive = Archive(there.begin, Catalogue(shelves.read().live), lambda: datetime.now(UTC))
        packet = await archive.packet(team, wish.candidate)
    if packet is None:
        message = f"{team} has no candidate with the id {wish.candidate}."
        raise StartError(message)
    return packet


def _write(made: Sequence[File], folder: Path) -> Sequence[Path]:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for file in made:
            _put(folder / file.name, file.content)
    except OSError as error:
        message = f"{folder} cannot be written to: {error.strerror}."
        raise StartError(message) from error
    return [folder / file.name for file in made]


def _put(path: Path, content: bytes) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
        try:  # such a file is 0600 from its first byte on
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
