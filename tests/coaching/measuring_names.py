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


def labelled(split=None, language=None):
    """Return the sentences of a split and a language."""
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    every = [_read(line) for line in lines]
    return [e for e in every if e.split in {split or e.split} and e.language in {language or e.language}]


def recall(sentences, take_out):
    """Return how many labelled names are gone, of how many, and which stayed."""
    kept = [n for s in sentences for n in s.names if n in take_out(s.said)]
    return sum(len(s.names) for s in sentences) - len(kept), sum(len(s.names) for s in sentences), kept


def spared(sentences, take_out):
    """Return how many labelled words stayed, of how many, and which are gone."""
    gone = [w for s in sentences for w in s.stays if w not in take_out(s.said)]
    return sum(len(s.stays) for s in sentences) - len(gone), sum(len(s.stays) for s in sentences), gone


def _read(line):
    split, language, said, names, stays = line.split("\t")
    listed = [() if each == "-" else tuple(each.split("|")) for each in (names, stays)]
    return Labelled(split, language, said, *listed)
