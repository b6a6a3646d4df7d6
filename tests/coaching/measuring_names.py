"""How many names are taken out of labelled sentences, and how much of the rest with them."""

from dataclasses import dataclass
from pathlib import Path

LABELLED = Path(__file__).parent / "nameless.tsv"


@dataclass(frozen=True)
class Labelled:
    split: str
    language: str
    said: str
    names: tuple[str, ...]
    stays: tuple[str, ...]


def labelled(split, language):
    """Return the sentences of a split and a language."""
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    return [each for each in map(_read, lines) if (each.split, each.language) == (split, language)]


def taken_out(sentences, nameless):
    """Return how many names are gone, of how many, and which stayed."""
    stayed = [name for each in sentences for name in each.names if name in nameless(each.said)]
    every = sum(len(each.names) for each in sentences)
    return every - len(stayed), every, stayed


def spared(sentences, nameless):
    """Return how many words that name nobody stayed, of how many, and which are gone."""
    gone = [word for each in sentences for word in each.stays if word not in nameless(each.said)]
    every = sum(len(each.stays) for each in sentences)
    return every - len(gone), every, gone


def _read(line):
    split, language, said, names, stays = line.split("\t")
    listed = [() if each == "-" else tuple(each.split("|")) for each in (names, stays)]
    return Labelled(split, language, said, *listed)
