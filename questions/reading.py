"""A YAML file as it was written: plain data, and the line of every key and entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

from questions.findings import BankError, Finding
from questions.tree import Tree, Where

LARGEST = 256_000  # bytes
DEEPEST = 24  # levels; a cue of a mock question lies nine deep


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its data, and on which line each key and list entry stands."""

    path: Path
    data: Mapping[str, Any]
    lines: Mapping[Where, int]

    def line(self, where: Where) -> int:
        """Return the line of a place, or of the nearest thing around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def finding(self, code: str, message: str, *where: str | int) -> Finding:
        """Say something about a place in this file."""
        return Finding(self.path, self.line(where), code, message)


def read(path: Path) -> Document:
    """Read a file; raise BankError with all that is wrong with its YAML."""
    text = _text(path)
    try:
        _refuse_tricks(path, text)
        root = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise BankError([_broken(path, text, error)]) from error
    if not isinstance(root, yaml.MappingNode):
        message = "The file has no keys: begin it with `schema:`."
        raise BankError([Finding(path, 1, "E001", message)])
    tree = Tree(path)
    data = tree.mapping(root, ())
    if tree.findings:
        raise BankError(tree.findings)
    return Document(path, data, tree.lines)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise BankError([Finding(path, 1, "E001", message)]) from error
    if len(raw) > LARGEST:
        message = f"The file is larger than {LARGEST // 1000} kB: split it."
        raise BankError([Finding(path, 1, "E001", message)])
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "The file is not UTF-8: save it in that encoding."
        raise BankError([Finding(path, line, "E001", message)]) from error


def _broken(path: Path, text: str, error: yaml.YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None)
    position = getattr(error, "position", 0)
    line = (mark.line if mark else text.count("\n", 0, position)) + 1
    problem = getattr(error, "problem", None) or getattr(error, "reason", "it is broken")
    message = f"YAML stops here ({problem}): look for a missing quote, colon or indent just above."
    return Finding(path, line, "E001", message)


def _refuse_tricks(path: Path, text: str) -> None:
    """Refuse aliases, and nesting deep enough to exhaust the stack of whoever walks it."""
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            message = "& and * make a YAML alias here: write the text out, or put it in quotes."
            raise BankError([Finding(path, line, "E002", message)])
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            message = f"The nesting is deeper than {DEEPEST} levels: look for a stray bracket."
            raise BankError([Finding(path, line, "E001", message)])
