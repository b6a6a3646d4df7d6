"""What a language model wrote about an answer in practice, and said as such."""

from collections.abc import Iterator

from coaching.practice.record import Sent
from coaching.practice.turns import MODEL, Saying
from handlers import ids, mock_forms
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.bank import Question

PIECE, PIECES = 1_400, 20  # characters of one block, and blocks


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
        value = mock_forms.value(saying.mock.id, saying.turn.n)
        yield kit.beside(
            texts("A language model may add a paragraph in a moment."),
            kit.button(ids.MOCK_SENT, texts("What was sent"), value),
        )


def sent(found: Sent, texts: Texts) -> Block:
    """Show the text that went to the model, to the letter."""
    if found.text:
        said = texts(
            "This went to {where}, with the question, the descriptions of its five points and "
            "what the model is asked to do. Nothing else went along, nor who wrote it.",
            where=found.where,
        )
    elif found.kept:
        said = texts("Nothing of this answer has been sent so far.")
    else:
        said = texts("Nothing is kept of this answer any more, nor of what was sent.")
    pieces = [found.text[at : at + PIECE] for at in range(0, len(found.text), PIECE)]
    blocks = [kit.said(said), *(kit.said(each) for each in pieces[:PIECES])]
    if rest := len("".join(pieces[PIECES:])):
        blocks.append(kit.note(texts("{n} more characters are not shown here.", n=rest)))
    return kit.modal(texts("What was sent"), blocks, close=texts("Close"))
