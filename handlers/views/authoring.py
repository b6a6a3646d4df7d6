"""Writing a question: its first step, and the word that it is kept."""

from collections.abc import Sequence

from coaching.authorship import Saved
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block, Option
from questions.bank import Type
from questions.library import Library
from questions.model import LEVELS
from questions.wording import Wording


def modal(library: Library, texts: Texts) -> Block:
    """Ask what the question is to be about, of which type, and for whom."""
    levels = [kit.option(words.level(texts, level), level) for level in LEVELS]
    types: Sequence[tuple[Type, str]] = (
        ("behavioural", texts("asks for something that happened")),
        ("situational", texts("asks what somebody would do, and why")),
        ("case", texts("gives a fact sheet whose numbers must be used")),
    )
    kinds = [kit.option(words.type_(texts, type_), type_, said) for type_, said in types]
    competency = texts("Competency")
    return kit.modal(
        texts("Add a question"),
        [
            kit.field("competency", competency, kit.grouped(ids.VALUE, _groups(library, texts))),
            kit.field("type", texts("Type"), kit.radio(ids.VALUE, kinds)),
            kit.field("levels", texts("Levels"), kit.ticks(ids.VALUE, levels)),
            kit.note(
                texts(
                    "Next you write it in English and Chinese. Nothing is kept before you save, "
                    "so have both texts at hand."
                )
            ),
        ],
        callback_id=ids.AUTHORING_BEGIN,
        submit=texts("Next"),
        close=texts("Cancel"),
    )


def done(saved: Saved, nothing: Wording, texts: Texts) -> Block:
    """Say where the question is now, and which topics it touches on; ``nothing``: no known ones."""
    question = saved.question
    title = kit.bold(texts.of(question.title))
    named = texts("{id}, revision {rev}", id=question.id, rev=question.rev)
    if not saved.changed:
        said = texts.pieces("“{title}” stays as it is.", title=title)
        return kit.modal(
            texts("Nothing changed"),
            [kit.rich(kit.paragraph(*said)), kit.note(named)],
            close=texts("Done"),
        )
    said = texts.pieces("“{title}” is saved.", title=title)
    following = texts(
        "It is a pilot: nobody has reviewed it yet. Jobs opened from now on may get it; "
        "jobs that are open keep the questions they have."
    )
    advice = dict.fromkeys(texts.of(each.advice) for each in saved.touched)
    quiet = texts("Private topics: {found}", found=texts.of(nothing))
    return kit.modal(
        texts("Question saved"),
        [
            kit.rich(kit.paragraph(*said), kit.paragraph(kit.word(following))),
            kit.note(named),
            *(kit.note(each) for each in [*advice][:20] or [quiet]),
        ],
        close=texts("Done"),
    )


def _groups(library: Library, texts: Texts) -> Sequence[tuple[str, Sequence[Option]]]:
    several = len(library.models) > 1
    return [
        (
            " · ".join([*([texts.of(model.name)] if several else []), texts.of(group.name)]),
            [kit.option(texts.of(each.name), each.id) for each in group.competencies],
        )
        for model in library.models
        for group in model.groups
    ]
