"""What a language model wrote about an answer in practice, and said as such."""

from collections.abc import Iterator

from coaching.practice.turns import MODEL, Saying
from handlers import ids, mock_forms
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.bank import Question


def message(saying: Saying, question: Question, texts: Texts) -> Iterator[Block]:
    """Show its one paragraph below the question it is about, with who wrote it."""
    yield kit.rich(kit.paragraph(kit.bold(texts.of(question.title))), kit.quote(saying.turn.text))
    said = texts(
        "Written by a language model ({model}), not by Interview Coach. It can be wrong.",
        model=saying.turn.field,
    )
    if MODEL in saying.objections:
        noted = texts("✓ Noted: not accurate")
        yield kit.said(f"{said}\n{noted}")
        return
    value = mock_forms.objection(saying.mock.id, saying.turn.n, MODEL)
    yield kit.beside(said, kit.button(ids.MOCK_OBJECT, texts("Not accurate"), value))


def announced(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say, below the feedback of the rules, that more may come."""
    if saying.mock.wish.commented:
        yield kit.note(texts("A language model may add a paragraph in a moment."))
