"""What was released: `released.txt`, a line for each question that anybody may have been asked.

A line is the id, the revision, and sixteen hex digits that change with any text of the question,
in either language. An id stays in the file for ever.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from questions.bank import Question
from questions.findings import BankError, Finding
from questions.texts import texts
from questions.wording import LOCALES

NAME = "released.txt"
LINE = re.compile(r"([a-z][a-z0-9-]*) ([1-9][0-9]*) ([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Release:
    """What a question was like when it was last released, and the line that says so."""

    question: str
    rev: int
    digest: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.question} {self.rev} {self.digest}"


def read(path: Path) -> Mapping[str, Release]:
    """Return the releases by question id; BankError when a line is none."""
    found: dict[str, Release] = {}
    faults: list[Finding] = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        parts = LINE.fullmatch(line)
        if parts is None or parts[1] in found:
            message = "no release, or a second one: take the file back from the history."
            faults.append(Finding(path, n, "E091", message))
        else:
            found[parts[1]] = Release(parts[1], int(parts[2]), parts[3], n)
    if faults:
        raise BankError(faults)
    return found


def write(path: Path, questions: Iterable[Question]) -> int:
    """Write what is released now in place of the file; return how many questions."""
    lines = sorted(f"{Release(each.id, each.rev, digest(each))}\n" for each in questions)
    path.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def digest(question: Question) -> str:
    """Return sixteen hex digits that change with any text, in either language."""
    said = [
        [*map(str, where), *(text.of(locale) for locale in LOCALES)]
        for where, text in texts(question)
    ]
    canonical = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:16]
