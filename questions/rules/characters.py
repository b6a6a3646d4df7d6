"""What stands in the texts, character by character, whatever they say."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from questions.files import Shelf
from questions.findings import Finding
from questions.texts import Said, said
from questions.wording import LOCALES, Locale, Wording

MARKUP = re.compile(r"<[!@#]|<?https?:|(?<!\w)[*_~`](?=\S)|:[a-z_+-]+:")
HAN = re.compile(r"[\u3400-\u9fff]")
HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;?!:.()\"']|[,;?!:()\"'][\u3400-\u9fff]")
AMERICAN = re.compile(
    r"\b\w*(?:behavior|favorit|neighbor|(?:organ|prior|optim|custom|summar|recogn|standard)iz)\w*"
    r"|\b(?:color|center|labor|analyze|fulfill|catalog)(?:s|ed|d)?\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
HIDDEN = "The text hides the character {}: type the passage anew."
MANY_LINES = ("materials",)
RATIO = (0.15, 0.75)  # Chinese to English characters, measured on reviewed pairs
SHORTEST = 40  # characters of English under which a ratio says nothing


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield what Slack would garble or a reader would stumble over."""
    yield from _notes(shelf)
    for text in said(shelf):
        for locale in LOCALES:
            for where, line in text.lines(locale):
                for code, message in _faults(text, locale, line):
                    yield text.document.finding(code, message, *where)
        if isinstance(text.text, Wording):
            yield from _pair(text, text.text)


def _notes(shelf: Shelf) -> Iterator[Finding]:
    """Yield what a note hides: nobody translates notes, so that they are no texts like others."""
    for entry in chain.from_iterable(file.entries() for file in shelf.banks):
        if odd := _unseen(entry.question.note or "", many_lines=True):
            yield entry.finding("E014", HIDDEN.format(odd), "note")


def _faults(text: Said, locale: Locale, line: str) -> Iterator[tuple[str, str]]:
    if line != line.strip():
        yield "E013", "The text begins or ends with a space: remove it."
    if odd := _unseen(line, many_lines=text.key in MANY_LINES):
        yield "E014", HIDDEN.format(odd)
    if found := MARKUP.search(line):
        yield "E015", f'"{found[0]}" would be Slack markup: write it in plain words.'
    yield from _english(line) if locale == "en" else _chinese(text, line)


def _unseen(line: str, *, many_lines: bool) -> str | None:
    """Return the name of the first control, zero-width, bidi or unassigned character."""
    if line.isprintable():
        return None
    for character in line:
        allowed = character == "\n" and many_lines
        if unicodedata.category(character).startswith("C") and not allowed:
            return f"U+{ord(character):04X}"
    return None


def _english(line: str) -> Iterator[tuple[str, str]]:
    if found := HAN.search(line):
        yield "E016", f'"{found[0]}" is in the English text: translate it.'
    if spelt := AMERICAN.search(line):
        yield "W019", f'"{spelt[0]}": the banks are in British spelling.'


def _chinese(text: Said, line: str) -> Iterator[tuple[str, str]]:
    if not HAN.search(line) and text.key != "zh-CN":
        yield "E016", "There is no Chinese in the Chinese text: translate it."
    if found := HALF_WIDTH.search(line):
        yield "W016", f'"{found[0]}": use full-width punctuation beside Chinese.'


def _pair(text: Said, wording: Wording) -> Iterator[Finding]:
    ratio = len(wording.zh_cn) / len(wording.en)
    low, high = RATIO
    if len(wording.en) > SHORTEST and not low <= ratio <= high:
        message = f"The Chinese is {ratio:.2f} of the English in length: is one of them incomplete?"
        yield text.document.finding("W017", message, *text.where)
    english, chinese = _numbers(wording.en), _numbers(wording.zh_cn)
    if text.key != "text" and english != chinese:
        message = f"The numbers differ: {english} in English, {chinese} in Chinese."
        yield text.document.finding("W018", message, *text.where)


def _numbers(text: str) -> list[str]:
    return sorted(number.replace(",", "") for number in NUMBER.findall(text))
