"""What a practice interview says."""

from collections.abc import Iterator, Sequence

from coaching.practice import Saying
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit
from handlers.views.kit import Block
from questions.bank import Question


def message(saying: Saying, texts: Texts) -> list[Block]:
    """Return a turn as a message: a question, a probe, a pause, or the end."""
    question = saying.library.question(saying.turn.question)
    match saying.turn.said:
        case "question" if question:
            return _question(saying, question, texts)
        case "probe" if question:
            return _probe(saying, question, texts)
        case "stop":
            return _stop(texts)
        case _:
            return list(_end(saying, texts))


def hint(texts: Texts) -> list[Block]:
    """Say how to begin, to somebody who writes outside a practice."""
    said = texts(
        "I only listen during a practice interview. Start or continue one here. "
        "For interviews that you run, there is `/interview help`."
    )
    return [kit.section(said), kit.buttons(_go_on(texts("Practise")))]


def _question(saying: Saying, question: Question, texts: Texts) -> list[Block]:
    first = [kit.section(_welcome(texts))] if not saying.before else []
    return [*first, kit.rich(*_asked(saying, question, texts)), _pause(texts)]


def _asked(saying: Saying, question: Question, texts: Texts) -> list[Block]:
    """Return a question with its number, and what comes with it."""
    asked = [turn.question for turn in saying.before if turn.said == "question"]
    number = len(dict.fromkeys([*asked, question.id]))
    count = texts("Question {n} of {all}", n=number, all=len(saying.mock.questions))
    materials = [kit.quote(texts.of(question.materials))] if question.materials else []
    return [
        kit.paragraph(kit.bold(count)),
        kit.paragraph(kit.word(texts.of(question.prompt))),
        *materials,
    ]


def _pause(texts: Texts) -> Block:
    return kit.buttons(kit.button(ids.MOCK_STOP, texts("Pause")))


def _welcome(texts: Texts) -> str:
    return texts(
        "Answer here in your own words, as you would in the interview: "
        "one message for each answer. When an answer is short, I ask a follow-up. "
        "Only you can see this."
    )


def _probe(saying: Saying, question: Question, texts: Texts) -> list[Block]:
    """Ask on; to somebody who comes back to it, the question it belongs to is said again."""
    probe = next(each for each in question.probes if each.id == saying.turn.probe)
    back = saying.before[-1].said != "answer"
    title = kit.paragraph(kit.bold(texts("Follow-up")))
    follow_up = kit.rich(title, kit.paragraph(kit.word(texts.of(probe.text))))
    if not back:
        return [follow_up]
    return [kit.rich(*_asked(saying, question, texts)), follow_up, _pause(texts)]


def _stop(texts: Texts) -> list[Block]:
    said = texts("Paused. Come back whenever you like: today, or another day, on any device.")
    return [kit.section(said), kit.buttons(resume(texts))]


def _end(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say what was covered. No judgement: nobody has read the answers."""
    covered = [
        _covered(question, saying, texts)
        for key in saying.mock.questions
        if (question := saying.library.question(key))
    ]
    title = kit.paragraph(kit.bold(texts("That was the last question. You covered:")))
    yield kit.rich(title, kit.bullets(covered))
    yield kit.buttons(_go_on(texts("Practise again")))


def _covered(question: Question, saying: Saying, texts: Texts) -> Sequence[Block]:
    probes = [t for t in saying.before if t.said == "probe" and t.question == question.id]
    asked = len({turn.probe for turn in probes})
    more = texts.count("{n} follow-up question", "{n} follow-up questions", asked) if asked else ""
    return [kit.word(texts.of(question.title)), *([kit.word(f" · {more}")] if more else [])]


def resume(texts: Texts) -> Block:
    """Return the button that goes on with a practice."""
    return _go_on(texts("Continue"))


def _go_on(text: str) -> Block:
    return kit.button(ids.MOCK_START, text, style="primary")
