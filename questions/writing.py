"""A bank as text: the one way the house writes it, so that equal banks are equal files."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from questions.bank import Bank, Question

OPEN = frozenset(
    {
        "anchors", "any", "avoid", "content_points", "en", "indicators", "interviewer_notes",
        "intro", "length", "materials", "mock", "negative", "outline", "positive", "probes",
        "prompt", "questions", "tips", "zh-CN", *"12345",
    }
)  # fmt: skip
TEXTS = frozenset({"en", "zh-CN"})
STEP = "  "


def text(bank: Bank) -> str:
    """Return the file of a bank."""
    return "".join(f"{line}\n" for line in _mapping(document(bank), ""))


def document(bank: Bank) -> Mapping[str, Any]:
    """Return what a bank says, as its file would be read: what was left out stays out."""
    owner = {"questions": {"__all__": {"competency"}}}
    written: Mapping[str, Any] = bank.model_dump(by_alias=True, exclude_unset=True, exclude=owner)
    return written


def question(question_: Question) -> Mapping[str, Any]:
    """Return what a question says, as its bank would write it."""
    written: Mapping[str, Any] = question_.model_dump(
        by_alias=True, exclude_unset=True, exclude={"competency"}
    )
    return written


def _mapping(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a map, each key on one of its own."""
    for key, value in data.items():
        name = f'{indent}"{key}":' if key.isdigit() else f"{indent}{key}:"
        if key not in OPEN or not value:
            yield f"{name} {_flow(value)}"
        elif isinstance(value, str):
            yield from _text(name, value, indent + STEP)
        else:
            yield name
            yield from _inside(value, indent + STEP * (key != "questions"))


def _inside(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
        return
    for entry in value:
        if isinstance(entry, Mapping) and OPEN & entry.keys():
            first, *rest = _mapping(entry, indent + STEP)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_flow(entry)}"


def _text(name: str, value: str, indent: str) -> Iterator[str]:
    """Write a text as it is where YAML reads it so; line by line or in quotes where not."""
    if _plain(value, "k: {}"):
        yield f"{name} {value}"
    elif "\n" in value and all(map(_tidy, value.split("\n"))):
        yield f"{name} |-"
        yield from (f"{indent}{line}" for line in value.split("\n"))
    else:
        yield f"{name} {_quoted(value)}"


def _flow(value: Any, key: str = "") -> str:
    """Write a value on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{_key(name)}: {_flow(each, name)}" for name, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, str):
        plain = key not in TEXTS and _plain(value, "{{k: {}}}")
        return value if plain else _quoted(value)
    if isinstance(value, Sequence):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value)  # numbers, true, false and null are the same there


def _key(name: str) -> str:
    return f'"{name}"' if name.isdigit() else name


def _plain(value: str, place: str) -> bool:
    """Tell whether YAML reads a text at a place as it is."""
    if not value.isprintable():
        return False
    try:
        return bool(yaml.load(place.format(value), yaml.CSafeLoader) == {"k": value})
    except (yaml.YAMLError, ValueError):
        return False


def _tidy(line: str) -> bool:
    return bool(line) and line == line.strip() and line.isprintable()


def _quoted(value: str) -> str:
    """Write a text in double quotes; what cannot be seen is spelt out."""
    return "".join(
        letter if letter.isprintable() else _escaped(letter)
        for letter in json.dumps(value, ensure_ascii=False)
    )


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08x}"  # noqa: PLR2004
