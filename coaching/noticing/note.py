"""One note: does it show what was said or done, and how to take out what nobody needs to know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coaching.noticing import deeds
from coaching.noticing.opinions import PERSON, VAGUE, Opinion
from coaching.phrase import Phrase
from questions.folding import Folded, fold
from questions.topics import Hit
from questions.wording import Locale

Kind = Literal["person", "vague", "short"]
ENOUGH = 10  # Han characters, a Latin word counting as two: what somebody else can make sense of
REMOVED: Mapping[Locale, str] = {
    "en": "[removed: volunteered, not job-related]",
    "zh-CN": "［已移去：对方主动提及，与岗位无关］",
}
STOPS = ".。!！?？;；…"
SHORT = Phrase(
    "In a week this will tell nobody what happened. Add what was said or done, for example: "
    "“Asked who signs off, then drew the four steps.”"
)


@dataclass(frozen=True, slots=True)
class Tip:
    """What was noticed in a note, why it matters, and an example. It may quote: show it as text."""

    kind: Kind
    said: Phrase


def tip(note: str) -> Tip | None:
    """Return the one tip that helps most, for its writer alone; None when there is nothing to say.

    A note that quotes what was said, counts, or names a deed gets none, whatever else is in it;
    nor does an empty one. None does not mean that a note is good: cues are looked for, not sense.
    """
    folded = fold(_without_marks(note))
    text = folded.text.replace("\n", " ")
    if not note.strip() or deeds.named(text):
        return None
    for opinion in PERSON:
        if said := _said(opinion, folded, text):
            return Tip("person", said)
    if said := _said(VAGUE, folded, text):
        return Tip("vague", said)
    return Tip("short", SHORT) if _amount(text) < ENOUGH else None


def withdraw(note: str, hits: Sequence[Hit], locale: Locale) -> str:
    """Return a note without the sentences of some of its hits, a neutral mark in place of each.

    Everything else stays byte for byte, the stop of the sentence too. A note without punctuation is
    one sentence a line. Doing it again with what is then found changes nothing. ValueError when the
    hits are not of this note.
    """
    if any(note[hit.at : hit.at + len(hit.words)] != hit.words for hit in hits):
        message = "the note was changed since it was looked at"
        raise ValueError(message)
    for start, end in sorted({(hit.start, hit.end) for hit in hits}, reverse=True):
        stop = note[start:end].rstrip(STOPS)
        note = note[:start] + REMOVED[locale] + note[start + len(stop) :]
    return note


def _without_marks(note: str) -> str:
    for mark in REMOVED.values():
        note = note.replace(mark, "")
    return note


def _said(opinion: Opinion, folded: Folded, text: str) -> Phrase | None:
    found = opinion.search(text)
    if found is None:
        return None
    at, until = folded.typed_at(*found)
    return replace(opinion.said, values={"words": folded.typed[at:until]})


def _amount(text: str) -> int:
    return len(deeds.HAN.findall(text)) + 2 * len(deeds.WORD.findall(text))
