"""Anchors one can hold an answer against."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from questions.files import Shelf
from questions.findings import Finding
from questions.model import Anchors
from questions.reading import Document
from questions.tree import Where
from questions.trigrams import alike, trigrams
from questions.wording import LOCALES, Locale

THINNEST: Mapping[Locale, int] = {"en": 40, "zh-CN": 14}  # characters
SAME = 0.6
GRADES: Mapping[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:an?|the|is|and|or|of|in|with|very|quite|rather|fairly|really|extremely|above|below"
        r"|good|bad|poor|weak|strong|solid|sound|excellent|outstanding|average|adequate|limited"
        r"|basic|clear|great|superb|acceptable|insufficient|answers?|responses?|performance"
        r"|understanding|skills?|level|candidate|shows?|has|gives?)\b|[\W_]+",
        re.IGNORECASE,
    ),
    "zh-CN": re.compile(
        r"[很较非常十分比极为最有的地和与或，。、；]|不?合格|不错|不足|一般|优秀|良好|出色|卓越|突出"
        r"|[好差强弱]|回答|表现|理解|能力|水平|候选人"
    ),
}


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield anchors that grade instead of describing, and steps that add nothing."""
    for document, where, anchors in _ladders(shelf):
        yield from _order(document, where)
        yield from _texts(document, where, anchors)
        yield from _steps(document, where, anchors)


def _ladders(shelf: Shelf) -> Iterator[tuple[Document, Where, Anchors]]:
    for file in shelf.models:
        for at, group in enumerate(file.model.groups):
            for place, competency in enumerate(group.competencies):
                where = ("groups", at, "competencies", place, "anchors")
                yield file.document, where, competency.anchors
    for bank in shelf.banks:
        for at, question in enumerate(bank.bank.questions):
            yield bank.document, ("questions", at, "anchors"), question.anchors


def _order(document: Document, where: Where) -> Iterator[Finding]:
    lines = [document.line((*where, str(points))) for points in range(1, 6)]
    if lines != sorted(lines):
        yield document.finding("E056", "Write the anchors in the order 1 to 5.", *where)


def _texts(document: Document, where: Where, anchors: Anchors) -> Iterator[Finding]:
    for points, anchor in enumerate(anchors.ladder, start=1):
        for locale in LOCALES:
            place = (*where, str(points), "text", locale)
            text = anchor.text.of(locale)
            if not GRADES[locale].sub("", text):
                message = "The anchor only grades: say what the person did, said or can show."
                yield document.finding("E057", message, *place)
            elif len(text) < THINNEST[locale]:
                message = f"{len(text)} characters are too few to recognise an answer by: add what."
                yield document.finding("W065", message, *place)


def _steps(document: Document, where: Where, anchors: Anchors) -> Iterator[Finding]:
    for locale in LOCALES:
        grams = [trigrams(anchor.text.of(locale)) for anchor in anchors.ladder]
        for points, (lower, upper) in enumerate(pairwise(grams), start=2):
            if alike(lower, upper) > SAME:
                message = f"Nearly the same as {points - 1}: name the evidence this step adds."
                place = (*where, str(points), "text", locale)
                yield document.finding("W066", message, *place)
