"""One rating as it is read later: the mark with its word, the question, the evidence."""

from coaching.scorecard import Rating
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.library import Library
from questions.model import Model


def block(head: str, rating: Rating, model: Model, library: Library, texts: Texts) -> Block:
    """Show a rating under ``head``: who gave it, or what it is of."""
    question = library.question(rating.item.key) if rating.item.question else None
    asked = f"  {texts.of(question.title)}" if question else ""
    said = kit.bold(f"{head}  {words.rating(texts, rating, model)}")
    lines = [kit.paragraph(said, *([kit.word(asked)] if asked else []))]
    return kit.rich(*lines, *([kit.quote(rating.evidence)] if rating.evidence.strip() else []))
