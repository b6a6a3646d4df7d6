"""What a candidate is called where their whole name should not stand."""

import unicodedata

import regex

from coaching.loop import Loop

STAR = "*"
HAN = regex.compile(r"\p{Han}+")
SIGN = regex.compile(r"\X")
COMPOUND = regex.compile(
    "欧阳|上官|司马|司徒|司空|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|南宫|"
    "独孤|轩辕|钟离|闻人|澹台|申屠|淳于|太史|公冶|宗政|濮阳|歐陽|諸葛|東方|尉遲|長孫|南宮|獨孤"
)  # family names of two characters; all others have one


def named(loop: Loop) -> str:
    """Return what the candidate of a loop is called in the debriefs of its job."""
    return initials(loop.candidate.name) if loop.job.initials else loop.candidate.name


def initials(name: str) -> str:
    """Shorten a name: "Zoë Ωmega" is "Z. Ω.", a Chinese one keeps the family name: "王**".

    A Chinese name has no initials; a star stands for each character left out, as on parcels.
    Signs that are neither letters nor digits begin nothing. A name without any is one star.
    """
    words = [word for part in name.split() if (word := _word(part))]
    if len(words) == 1 and HAN.fullmatch(words[0]):
        return _chinese(words[0])
    return " ".join(f"{_first(word)}." for word in words) or STAR


def _word(part: str) -> str:
    """Return a word from its first letter or digit on, empty when it has none."""
    starts = (n for n, sign in enumerate(part) if unicodedata.category(sign)[0] in "LN")
    return part[next(starts, len(part)) :]


def _first(word: str) -> str:
    first = SIGN.match(word)
    return first.group().upper() if first else ""


def _chinese(name: str) -> str:
    compound = COMPOUND.match(name)
    family = compound.group() if compound and compound.group() != name else name[:1]
    return family + STAR * max(1, len(name) - len(family))
