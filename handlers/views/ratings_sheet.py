"""The ratings of a packet as a spreadsheet: a row for each rating, and nothing in it computes."""

import csv
from collections.abc import Sequence
from io import StringIO

from coaching.debrief.exporting import cell
from coaching.debrief.packet import Kept, Packet
from coaching.scorecard import Rating
from coaching.sealed.amendment import of_item
from handlers.texts import Texts
from handlers.views import words
from handlers.views.packet_words import at, model, plain


def sheet(packet: Packet, texts: Texts) -> str:
    """Return it as CSV, with lines as RFC 4180 wants them; cards that do not count say so."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_safe(_heads(texts)))
    for kept in (*packet.counted, *packet.apart):
        writer.writerows(_safe(_row(each, kept, packet, texts)) for each in kept.card.ratings)
    return file.getvalue()


def _safe(row: Sequence[str]) -> Sequence[str]:
    return [cell(each) for each in row]


def _heads(texts: Texts) -> Sequence[str]:
    return [
        texts("Interviewer"),
        texts("Written by"),
        texts("In the profile"),
        texts("Start of the interview"),
        texts("Sealed at"),
        texts("Overall recommendation"),
        texts("Competency"),
        texts("Question"),
        texts("Rated against"),
        texts("Points"),
        texts("Rating"),
        texts("Evidence"),
        texts("Amended to"),
    ]


def _row(rating: Rating, kept: Kept, packet: Packet, texts: Texts) -> Sequence[str]:
    card, names = kept.card, packet.names
    amended = of_item(kept.amendments, kept.interview.id, rating.item.key)
    word, question = card.recommendation, packet.questions.get(rating.item.ref)
    return [
        names.get(card.interviewer, card.interviewer),
        names.get(card.writer, card.writer),
        _part(kept, texts),
        at(kept.interview.start, texts),
        at(card.sealed_at, texts) if card.sealed_at else "",
        words.recommendation(texts, word) if word else "",
        texts.of(model(packet).competency(rating.item.competency).name),
        texts.of(question.title) if question else "",
        rating.item.ref,
        str(rating.points or ""),
        words.rating(texts, rating, model(packet)),
        plain(rating.evidence, packet, texts),
        words.value(texts, amended[-1].said, model(packet)) if amended else "",
    ]


def _part(kept: Kept, texts: Texts) -> str:
    return {
        "profile": texts("yes"),
        "behalf": texts("no: written for the interviewer"),
        "late": texts("no: sealed after the debrief"),
        "shadow": texts("no: shadow interview"),
    }[kept.part]
