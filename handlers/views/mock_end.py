"""The end of a mock: what was covered, and what to work on next."""

from collections.abc import Iterator, Sequence

from coaching.practice.parts import weakest
from coaching.practice.self_rating import focus
from coaching.practice.turns import Saying
from handlers import ids
from handlers.texts import Texts
from handlers.views import kit, mock_progress
from handlers.views.kit import Block
from questions.bank import Question


def message(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say what was covered, and what the person made of it themselves."""
    head = texts("That was the last question. You covered:")
    if saying.turn.said == "time":
        head = texts("That is our time. You covered:")
    elif saying.mock.at < len(saying.mock.questions):
        head = texts("We end here. You covered:")
    answered = [each.question for each in saying.before if each.said == "answer"]
    covered = [
        _covered(question, saying, texts)
        for key in dict.fromkeys(answered)
        if (question := saying.library.question(key))
    ]
    nothing = kit.paragraph(kit.word(texts("Nothing yet: you left out every question.")))
    title = kit.paragraph(kit.bold(head))
    yield kit.rich(title, kit.bullets(covered)) if covered else kit.rich(nothing)
    yield from _focus(saying, texts)
    yield kit.buttons(kit.button(ids.MOCK_START, texts("Practise again"), style="primary"))
    yield kit.section(texts("`/mock progress` shows your ratings over time, to you alone."))


def _covered(question: Question, saying: Saying, texts: Texts) -> Sequence[Block]:
    """Return a question with its follow-ups and the point that the person gave themselves."""
    probes = [t for t in saying.before if t.said == "probe" and t.question == question.id]
    asked = len({turn.probe for turn in probes})
    more = texts.count("{n} follow-up question", "{n} follow-up questions", asked) if asked else ""
    rated = [each.points for each in saying.ratings if each.question == question.id]
    own = texts("your own rating: {n}", n=rated[0]) if rated else ""
    rest = [kit.word(f" · {said}") for said in (more, own) if said]
    return [kit.word(texts.of(question.title)), *rest]


def _focus(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say, after a round, what to work on next: by the person's own ratings, if there are any."""
    lowest = focus(saying.ratings)
    question = saying.library.question(lowest.question) if lowest else None
    if lowest is None or question is None:
        yield from _unrated(saying, texts)
        return
    head = texts("One thing for next time, by your own ratings:")
    _, competency = saying.library.place(question.competency)
    named = kit.paragraph(
        kit.bold(texts.of(competency.name)), kit.word(f" · {texts.of(question.title)}")
    )
    anchor = texts.of(question.anchor(lowest.points + 1).text)
    yield kit.rich(kit.paragraph(kit.word(head)), named, kit.quote(anchor))


def _unrated(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say the same by what was found least; to somebody with all of it, to say it aloud."""
    if not saying.found:
        return
    least = weakest(saying.found)
    if least is None:
        aloud = texts("One thing for next time: say one of these answers aloud, in two minutes.")
        yield kit.rich(kit.paragraph(kit.word(aloud)))
        return
    head = texts("One thing for next time, by what I could not find:")
    named = kit.paragraph(kit.bold(mock_progress.part(least.part, texts)))
    yield kit.rich(kit.paragraph(kit.word(head)), named)
