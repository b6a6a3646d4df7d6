"""A language model in practice: what leaves for it, and what it wrote, said as such."""

from collections.abc import Iterator

from coaching.practice.sending import MOST, Leaving
from coaching.practice.turns import MODEL, Saying
from handlers import ids, mock_forms
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.bank import Question

PIECE = 1_400  # characters of one block

Feedback = mock_forms.Pressed | mock_forms.AnswerMetadata  # either names the mock and the turn


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


def offer(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Offer, below the feedback of the rules, to ask the model."""
    if saying.mock.wish.commented:
        value = mock_forms.value(saying.mock.id, saying.turn.n)
        yield kit.beside(
            texts("A language model can add a paragraph. You see first what would leave."),
            kit.button(ids.MOCK_LOOK, texts("Ask it"), value),
        )


def modal(leaving: Leaving, what: Feedback, texts: Texts) -> Block:
    """Show the text that leaves, to be changed and sent, or as it was sent."""
    if leaving.state == "open":
        return _form(leaving, what, texts)
    said = {
        "sent": _sent(leaving, texts),
        "past": texts("Nothing of this answer was sent, and nothing will be: you have gone on."),
        "gone": texts("Nothing is kept of this answer any more, nor of what was sent."),
    }[leaving.state]
    pieces = [leaving.text[at : at + PIECE] for at in range(0, len(leaving.text), PIECE)]
    blocks = [kit.said(said), *(kit.said(each) for each in pieces)]
    return kit.modal(texts("The language model"), blocks, close=texts("Close"))


def _form(leaving: Leaving, what: Feedback, texts: Texts) -> Block:
    """Hold the answer as it would leave, for its writer to go over."""
    said = texts(
        "This goes to {where} when you press Send, with the question, the descriptions of its "
        "five points and what the model is asked to do. Nothing else goes along, nor who wrote "
        "it. It cannot be called back.",
        where=leaving.where,
    )
    hint = texts(
        "Your name, links, e-mail addresses and phone numbers are taken out, and other names as "
        "far as rules recognise them: some stay. Take out what else should not leave."
    )
    cut = texts("Your answer is longer than the model may get: this is its beginning.")
    text = kit.box("text", MOST, leaving.text, many=True)
    return kit.modal(
        texts("The language model"),
        [
            kit.said(said),
            kit.field("text", texts("Your answer as it would leave"), text, hint=hint),
            *([kit.note(cut)] if leaving.cut else []),
        ],
        callback_id=ids.MOCK_SEND,
        private_metadata=mock_forms.AnswerMetadata(mock=what.mock, n=what.n).model_dump_json(),
        submit=texts("Send"),
        close=texts("Close"),
    )


def _sent(leaving: Leaving, texts: Texts) -> str:
    return texts(
        "This went to {where}, with the question, the descriptions of its five points and "
        "what the model is asked to do. Nothing else went along, nor who wrote it. Its "
        "paragraph comes below your feedback, if it writes one.",
        where=leaving.where,
    )
