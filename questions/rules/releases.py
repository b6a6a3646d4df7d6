"""Released questions keep their ids for ever, and their texts as long as their revision."""

from collections.abc import Collection, Iterator
from pathlib import Path

from questions import released
from questions.files import BankFile, Shelf
from questions.findings import BankError, Finding
from questions.released import Release


def check(shelf: Shelf, asked: Collection[Path]) -> Iterator[Finding]:
    """Yield what was changed in silence since the release that lies beside the banks.

    What is gone shows only where all the banks of a folder are ``asked`` about and were read.
    """
    banks = [file for file in shelf.banks if file.document.path in asked]
    for folder in sorted({_folder(file) for file in banks}):
        path = folder / released.NAME
        if path.exists():
            yield from _folder_check(path, [each for each in banks if _folder(each) == folder])


def _folder(file: BankFile) -> Path:
    return file.document.path.parent.parent


def _folder_check(path: Path, banks: Collection[BankFile]) -> Iterator[Finding]:
    try:
        releases = released.read(path)
    except BankError as error:
        yield from error.findings
        return
    here: set[str] = set()
    for file in banks:
        for entry in file.entries():
            here.add(entry.question.id)
            if release := releases.get(entry.question.id):
                for fault in _faults(release, entry.question.rev, released.digest(entry.question)):
                    yield entry.finding(*fault, "rev")
    if _whole(path.parent, banks):
        for release in releases.values():
            if release.question not in here:
                message = (
                    f'"{release.question}" is in no bank any more: put it back, retired. '
                    "Old kits still show it, and its id is never used again."
                )
                yield Finding(path, release.line, "E089", message)


def _faults(release: Release, rev: int, digest: str) -> Iterator[tuple[str, str]]:
    if rev < release.rev:
        yield "E088", f"rev {release.rev} was released: rev never falls, go on from there."
    elif rev == release.rev and digest != release.digest:
        message = f"rev {rev} was released with other texts: raise rev to {rev + 1}."
        yield "E087", message


def _whole(folder: Path, banks: Collection[BankFile]) -> bool:
    read = {file.document.path for file in banks}
    lying = {path for pool in ("live", "mock") for path in (folder / pool).glob("*.yaml")}
    return lying <= read
