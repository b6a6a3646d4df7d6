"""Feedback on an answer in practice: found by rules, and said as such."""

from collections.abc import Iterator

from coaching.practice.feedback.saying import Statement
from coaching.practice.heard import Heard
from coaching.practice.turns import Saying
from handlers import ids, mock_forms
from handlers.texts import Texts
from handlers.views import kit, mock_comment
from handlers.views.kit import Block


def message(heard: Heard, saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say what to keep and what to try; of a second try, only what is different."""
    found = heard.feedback
    if heard.changes:
        yield kit.header(texts("What is different this time"))
        for statement in heard.changes:
            yield _said(statement, saying, texts)
    else:
        if found.keep:
            yield kit.header(texts("Keep this"))
            yield _said(found.keep, saying, texts)
        if found.steps:
            yield kit.header(texts("Try this next"))
        for step in found.steps:
            yield _said(step, saying, texts)
        if found.check:
            yield _said(found.check, saying, texts)
    yield kit.note(texts("Found by rules that know words, not you. They can be wrong."))
    yield kit.note(found.invite)
    yield from mock_comment.offer(saying, texts)
    yield kit.divider()


def _said(statement: Statement, saying: Saying, texts: Texts) -> Block:
    """Show one statement with the button that objects to it."""
    begin = texts("Begin with: {sentence}", sentence=statement.begin) if statement.begin else ""
    value = mock_forms.objection(saying.mock.id, saying.turn.n, statement.rule)
    said = "\n".join(line for line in (statement.text, begin) if line)
    if statement.rule in saying.objections:
        noted = texts("✓ Noted: not accurate")
        return kit.said(f"{said}\n{noted}")
    return kit.beside(said, kit.button(ids.MOCK_OBJECT, texts("Not accurate"), value))
