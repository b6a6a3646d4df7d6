"""People rate their own answers in practice: the anchors and the next point; and take all away."""

from collections.abc import Iterator

from coaching.practice.repositories import Deleted
from coaching.practice.self_rating import HIGHEST
from coaching.practice.turns import Saying
from coaching.scorecard import POINTS
from handlers import ids, mock_forms
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from questions.bank import Question


def message(saying: Saying, question: Question, texts: Texts) -> Iterator[Block]:
    """Show the five anchors and ask which one the answer reached; then what the next one takes."""
    model, _ = saying.library.place(question.competency)
    ladder = [
        (kit.bold(texts.of(model.scale.label(points))), kit.word(f"  {texts.of(anchor.text)}"))
        for points, anchor in enumerate(question.anchors.ladder, start=1)
    ]
    title = texts("Which point did your answer reach?")
    yield kit.rich(kit.paragraph(kit.bold(title)), kit.numbers(ladder))
    yield kit.buttons(_menu(saying, question, texts)) | {"block_id": f"rate:{saying.turn.n}"}
    if saying.rated:
        yield _next_point(question, saying.rated, texts)
    if saying.mock.wish.form != "peer":  # that one is over: nothing comes after it
        yield kit.buttons(*_ways_on(saying, texts))
    yield kit.note(texts("Give the highest point whose description fits in full. Only you see it."))


def _menu(saying: Saying, question: Question, texts: Texts) -> Block:
    """Return the five points to choose from; each carries what it is about."""
    model, _ = saying.library.place(question.competency)
    options = [
        kit.option(
            words.mark(texts, points, model),
            mock_forms.value(saying.mock.id, saying.turn.n, points),
            texts.of(question.anchor(points).short),
        )
        for points in POINTS
    ]
    chosen = mock_forms.value(saying.mock.id, saying.turn.n, saying.rated or 0)
    placeholder = kit.plain(texts("Choose a point"))
    return kit.select(ids.MOCK_RATE, options, chosen, placeholder=placeholder)


def _next_point(question: Question, points: int, texts: Texts) -> Block:
    if points == HIGHEST:
        top = texts("That is the top of the scale. Could you say what makes it true?")
        return kit.rich(kit.paragraph(kit.word(top)))
    head = texts("What it would take for {n} points:", n=points + 1)
    anchor = texts.of(question.anchor(points + 1).text)
    return kit.rich(kit.paragraph(kit.bold(head)), kit.quote(anchor))


def _ways_on(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Lead on; the last question ends the mock."""
    value = mock_forms.value(saying.mock.id, saying.turn.n)
    last = saying.mock.questions[-1:] == (saying.turn.question,)
    said = texts("Finish") if last else texts("Next question")
    yield kit.button(ids.MOCK_NEXT, said, value, "primary")
    yield kit.button(ids.MOCK_RETRY, texts("Try it again"), value)
    yield kit.button(ids.MOCK_STOP, texts("Pause"))


def asked(texts: Texts) -> list[Block]:
    """Ask before everything is deleted."""
    said = texts(
        "This deletes your practice interviews, your answers, your own ratings and what I found in "
        "your answers, at once and for good; a partner is told that you left. What stands in our "
        "direct messages stays there: what you wrote you can delete there."
    )
    sure = kit.confirm(
        texts("Delete my practice data"),
        texts("It cannot be brought back."),
        texts("Delete"),
        texts("Keep"),
    )
    button = kit.button(ids.MOCK_DELETE, texts("Delete my practice data"), style="danger")
    return [kit.section(said), kit.buttons(button | {"confirm": sure})]


def deleted(gone: Deleted, texts: Texts) -> str:
    """Say what was deleted."""
    if not gone.rounds and not gone.pairs:
        return texts("There was nothing to delete.")
    parts = [
        texts.count("{n} practice interview", "{n} practice interviews", gone.rounds),
        texts.count("{n} answer", "{n} answers", gone.answers),
        texts.count("{n} rating of your own", "{n} ratings of your own", gone.ratings),
        texts.count("what I found in {n} answer", "what I found in {n} answers", gone.parts),
    ]
    if gone.pairs:
        parts.append(
            texts.count("{n} entry about a partner", "{n} entries about partners", gone.pairs)
        )
    return texts("Deleted: {all}.", all=texts(", ").join(parts))
