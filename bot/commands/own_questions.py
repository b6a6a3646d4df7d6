"""`questions import` and `questions export`: a workspace's own questions as files."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from bot import database, shelves
from bot.commands.workspaces import workspace
from bot.settings import DatabaseSettings, StartError
from coaching.catalogue import Catalogue
from coaching.own_banks import OwnBanks, UnreadableError
from questions import writing
from questions.bank import Bank, Pool
from questions.files import BankFile, bank_file
from questions.findings import BankError, Finding
from questions.topics import Topics
from storage.transactions import store


async def import_(
    settings: DatabaseSettings, paths: Sequence[Path], team: str | None, *, scenario: bool
) -> None:
    """Keep the questions of all files, or of none: StartError with a line for each fault."""
    try:
        files = [*_read(paths)]
        async with _opened(settings, team) as desk:
            taken = await desk.banks.take(desk.team, files, scenario=scenario)
    except BankError as error:
        raise StartError(*map(str, error.findings)) from None
    said = f"{taken.new} new, {taken.changed} changed, {taken.same} as they were"
    print(f"{desk.team}: {said}.")  # noqa: T201  a command's answer


def refuse_full(folder: Path, *, force: bool) -> None:
    """Raise StartError when an export would overwrite something, unless that is wanted."""
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file: choose a folder."
        raise StartError(message)
    if not force and folder.exists() and any(folder.iterdir()):
        message = f"{folder} is not empty: choose another folder, or add --force to overwrite."
        raise StartError(message)


async def export(settings: DatabaseSettings, folder: Path, team: str | None) -> None:
    """Write the questions into the folders live/ and mock/."""
    try:
        async with _opened(settings, team) as desk:
            banks = await desk.banks.banks(desk.team)
    except UnreadableError as error:
        message = f"{error} is not readable for this version: nothing was exported."
        raise StartError(message) from error
    try:
        for pool, name, bank in banks:
            _write(folder / pool / name, writing.text(bank))
        left = [*_left(folder, banks)]
        for path in left:
            path.unlink()
    except OSError as error:
        message = f"{error.filename} cannot be written: {error.strerror}."
        raise StartError(message) from error
    many = sum(len(bank.questions) for _, _, bank in banks)
    gone = f"; {len(left)} files of an earlier export removed" if left else ""
    print(f"{desk.team}: {many} questions in {len(banks)} files{gone}.")  # noqa: T201  as above


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace, and what is done with its questions."""

    team: str
    banks: OwnBanks


@asynccontextmanager
async def _opened(settings: DatabaseSettings, team: str | None) -> AsyncIterator[Desk]:
    found = shelves.read()
    async with database.opened(settings) as engine:
        there = store(engine)
        async with there.claim() as claims:
            known = await claims.teams()
        yield Desk(
            workspace(known, team),
            OwnBanks(
                begin=there.begin,
                live=Catalogue(found.live),
                mock=Catalogue(found.mock),
                topics=Topics.shipped(),
                now=lambda: datetime.now(UTC),
                released=found.released,
            ),
        )


def _read(paths: Sequence[Path]) -> Sequence[BankFile]:
    """Read all files, or raise BankError with what is wrong in any of them."""
    files: list[BankFile] = []
    findings: list[Finding] = []
    for path in chain.from_iterable(map(_files, paths)):
        try:
            files.append(bank_file(path))
        except BankError as error:
            findings += error.findings
    if not files and not findings:
        findings.append(Finding(paths[0], 1, "E001", "There is no .yaml file in this folder."))
    if findings:
        raise BankError(findings)
    return files


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _left(folder: Path, banks: Sequence[tuple[Pool, str, Bank]]) -> Iterator[Path]:
    """Yield what an earlier export continued in and this one does not: it would come in again.

    Only files that say nothing else: each of their questions has just been written.
    """
    written = {folder / pool / name for pool, name, _ in banks}
    here = {question.id for _, _, bank in banks for question in bank.questions}
    for pool, competency in sorted({(pool, bank.id) for pool, _, bank in banks}):
        for path in sorted((folder / pool).glob(f"{competency}-*.yaml")):
            if path not in written and _part(path, competency) and _asked(path) <= here:
                yield path


def _part(path: Path, competency: str) -> bool:
    return path.stem.removeprefix(f"{competency}-").isdecimal()


def _asked(path: Path) -> frozenset[str]:
    """Return the ids of the questions in a file; what is no bank is nobody's."""
    try:
        return frozenset(question.id for question in bank_file(path).bank.questions)
    except BankError:
        return frozenset({""})


def _files(path: Path) -> Sequence[Path]:
    """Return a file, or those of a folder: what an export continued comes after its beginning."""
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*.yaml"))
    return sorted(found, key=lambda each: (each.parent, len(each.name), each.name))
