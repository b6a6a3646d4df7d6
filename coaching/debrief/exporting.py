"""Typed text in files that leave us: a spreadsheet computes none of it, Markdown renders it as is.

The rules of cells are those of OWASP's page on CSV injection; those of Markdown are CommonMark's,
with what GitHub's dialect adds: tables, bare links, strikethrough, mentions, short codes, formulas.
"""

import re
from itertools import pairwise
from unicodedata import category, normalize

FORMULA = frozenset("=+-@")  # in any width: ＝ is folded to it first
CONTROL = frozenset("\t\r\n")
NEUTRAL = "'"  # what spreadsheets take for "the rest is text"
# Where a cell or a row ends for a program that expects another sign than the comma between cells.
BORDER = re.compile(r"([;\t\r\n]+)")
NO_BREAK = "\u00a0"  # a space to the eye, and no indentation to Markdown

# Anywhere: what opens or closes emphasis, code, links, HTML, entities, tables, formulas, mentions,
# short codes and schemes. A point or a colon only where something follows, as in a web address.
ANYWHERE = re.compile(r"[\\`*_{}\[\]<>()#!|~&@$^]|[.:](?=\S)")
# At the start of a line: lists, rules, underlined headings.
BULLET = re.compile(r"^(\s*)([-+=])")
NUMBER = re.compile(r"^(\s*\d+)([.)])(?=\s|$)")


def cell(text: str) -> str:
    """Return a text for one cell of a spreadsheet, never a formula.

    An apostrophe is put before what begins like one, there or at any ``BORDER``; quotes, spaces and
    signs nobody sees do not count as the beginning, as some programs drop them. Quoting commas is
    the CSV writer's work.
    """
    safe = "".join(map(_neutral, BORDER.split(text)))
    return NEUTRAL + safe if text[:1] in CONTROL else safe


def inline(text: str) -> str:
    """Return a text as one line of Markdown that shows what was typed; breaks become spaces."""
    return " ".join(filter(None, _lines(text)))


def quoted(text: str) -> str:
    """Return a text as a block quote of Markdown, line by line and blank ones kept.

    It ends without a newline. Empty when nothing was typed.
    """
    lines = _lines(text)
    # A backslash at the end keeps a break that is no new paragraph.
    breaks = ["\\" if line and after else "" for line, after in pairwise([*lines, ""])]
    return "\n".join(
        f"> {line}{break_}".rstrip() for line, break_ in zip(lines, breaks, strict=True)
    )


def _lines(text: str) -> list[str]:
    """Return the lines escaped; one in which nothing is seen is empty."""
    lines = text.strip().splitlines()
    return ["" if all(map(_unseen, line)) else _escaped(line.rstrip()) for line in lines]


def _escaped(line: str) -> str:
    body = line.lstrip()
    plain = "".join(" " if category(sign) == "Cc" else sign for sign in body)
    safe = ANYWHERE.sub(r"\\\g<0>", plain)
    safe = NUMBER.sub(r"\1\\\2", BULLET.sub(r"\1\\\2", safe))
    return NO_BREAK * (len(line) - len(body)) + safe


def _neutral(text: str) -> str:
    first = next((sign for sign in text if sign != '"' and not _unseen(sign)), "")
    return NEUTRAL + text if normalize("NFKC", first)[:1] in FORMULA else text


def _unseen(sign: str) -> bool:
    """Tell whether a sign is white space, a control or formatting."""
    return sign.isspace() or category(sign) in {"Cc", "Cf"}
