"""What an admin is told when the ratings of a question rise as if it were known."""

from coaching.exposure import WINDOW, Leak
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.bank import Question


def message(question: Question, leak: Leak, texts: Texts) -> list[Block]:
    """Say what rose, by how much, and what to do about it."""
    title = kit.bold(texts.of(question.title))
    said = texts.pieces("Possible leak, please review: {title}", title=title)
    following = texts(
        "Look it up with `/questions`. If you think it is known, take it out of use there: "
        "new jobs then get other questions."
    )
    paragraphs = kit.paragraph(*said), kit.paragraph(kit.word(risen(leak, texts)))
    return [kit.rich(*paragraphs), kit.section(following)]


def risen(leak: Leak, texts: Texts) -> str:
    """Say what rose, by how much, and that it need not be a leak."""
    return texts(
        "The last {n} ratings have a mean of {after}; those before, {before}. "
        "This may have other reasons: stronger candidates, other interviewers.",
        n=WINDOW,
        after=f"{leak.drift.after:.1f}",
        before=f"{leak.drift.before:.1f}",
    )
