"""What a practice interview says."""

from collections.abc import Iterator

from coaching.practice.mock import Mock
from coaching.practice.turns import Saying
from handlers import ids, mock_forms
from handlers.texts import Texts
from handlers.views import kit, mock_comment, mock_end, mock_feedback, self_rating
from handlers.views.kit import Block
from questions.bank import Question


def message(saying: Saying, texts: Texts) -> list[Block]:
    """Return a turn as a message: from the first question to the end."""
    alone = {"listening": _listening, "stop": _stop}
    asked = {
        "question": _question,
        "probe": _probe,
        "meaning": _meaning,
        "rate": _done,
        "comment": mock_comment.message,
    }
    if said := alone.get(saying.turn.said):
        return list(said(saying, texts))
    about = asked.get(saying.turn.said)
    if about is None:
        return list(mock_end.message(saying, texts))
    if saying.question is None:
        return _gone(saying, texts)
    return list(about(saying, saying.question, texts))


def hint(mock: Mock | None, texts: Texts) -> list[Block]:
    """Say what to do, to somebody who writes while nothing is being asked."""
    if mock and mock.state == "asking":
        said = texts(
            "This question is answered. Choose the point that you think you reached, try again, "
            "or go on: the buttons are above."
        )
        return [kit.section(said), kit.buttons(_go_on(texts("Show them again")))]
    if mock:
        said = texts(
            "Your practice is paused, so what you just wrote is in no answer. When you continue, "
            "the question comes again."
        )
        return [kit.section(said), kit.buttons(resume(texts))]
    said = texts(
        "I only listen during a practice interview. Start or continue one here. "
        "For interviews that you run, there is `/interview help`."
    )
    return [kit.section(said), kit.buttons(_go_on(texts("Practise")))]


def reads(texts: Texts) -> list[Block]:
    """Say to a file or a voice clip that it is not understood."""
    said = texts("Thank you, but I can only read text. Please write what is in it.")
    return [kit.section(said)]


def heard(texts: Texts) -> list[Block]:
    """Return what becomes of the line that an answer is heard, once it is done."""
    return [kit.note(texts("Answer taken."))]


def _question(saying: Saying, question: Question, texts: Texts) -> Iterator[Block]:
    if not saying.before:
        yield kit.section(_welcome(saying, texts))
        yield kit.note(_readers(saying, texts))
    yield kit.rich(*_asked(saying, question, texts))
    yield from _left(saying, texts)
    yield kit.buttons(*_choices(saying, texts))


def _gone(saying: Saying, texts: Texts) -> list[Block]:
    """Lead on from a question that practice no longer asks."""
    if saying.mock.wish.form == "peer":
        return [kit.section(texts("This question is no longer in use."))]
    value = mock_forms.value(saying.mock.id, saying.turn.n)
    on = ids.MOCK_NEXT if saying.turn.said == "rate" else ids.MOCK_SKIP
    said = texts("This question is no longer in use. Let us go on.")
    return [kit.section(said), kit.buttons(kit.button(on, texts("Next question"), value))]


def _asked(saying: Saying, question: Question, texts: Texts) -> list[Block]:
    """Return a question with its number, and what comes with it."""
    every = saying.mock.questions
    number = every.index(question.id) + 1 if question.id in every else len(every)
    count = texts("Question {n} of {all}", n=number, all=len(every))
    materials = [kit.quote(texts.of(question.materials))] if question.materials else []
    return [
        kit.paragraph(kit.bold(count)),
        kit.paragraph(kit.word(texts.of(question.prompt))),
        *materials,
    ]


def _choices(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Return all that can be done instead of writing; guided, the form comes first."""
    value = mock_forms.value(saying.mock.id, saying.turn.n)
    if saying.mock.wish.form == "guided":
        yield kit.button(ids.MOCK_ANSWER, texts("Answer"), value, "primary")
    yield kit.button(ids.MOCK_EXPLAIN, texts("What do you mean?"), value)
    yield kit.button(ids.MOCK_SKIP, texts("Skip"), value)
    yield kit.button(ids.MOCK_STOP, texts("Pause"))
    other = "English" if texts.locale == "zh-CN" else "用中文"
    yield kit.button(ids.MOCK_SWITCH, other, value)


def _welcome(saying: Saying, texts: Texts) -> str:
    if saying.mock.wish.form == "guided":
        return texts("Press *Answer* for a form with four fields, or write here in your own words.")
    return texts(
        "Answer here in your own words, in one message or in several, as you would in the "
        "interview. When something is left open, I ask a follow-up."
    )


def _readers(saying: Saying, texts: Texts) -> str:
    """Say who reads the answers."""
    if saying.mock.wish.commented:
        return texts(
            "Only you see this here; a language model reads what you send it yourself. "
            "How long Slack keeps direct messages is up to your workspace."
        )
    return texts(
        "Only you see this here. How long Slack keeps direct messages is up to your workspace."
    )


def _left(saying: Saying, texts: Texts) -> Iterator[Block]:
    """Say what time is left, without hurry."""
    if saying.left:
        minutes = texts.count("About {n} minute left.", "About {n} minutes left.", saying.left)
        yield kit.note(minutes)
    elif saying.left == 0:
        yield kit.note(texts("The time is up. Finish this one in peace, then we stop."))


def _probe(saying: Saying, question: Question, texts: Texts) -> Iterator[Block]:
    """Ask on; to somebody who comes back to it, the question it belongs to is said again."""
    probe = next((each for each in question.probes if each.id == saying.turn.probe), None)
    if saying.before and saying.before[-1].said not in {"answer", "listening"}:
        yield kit.rich(*_asked(saying, question, texts))
    title = kit.paragraph(kit.bold(texts("Follow-up")))
    text = texts.of(probe.text) if probe else ""
    yield kit.rich(title, *([kit.paragraph(kit.word(text))] if text else []))
    yield from _left(saying, texts)
    value = mock_forms.value(saying.mock.id, saying.turn.n)
    yield kit.buttons(
        kit.button(ids.MOCK_SKIP, texts("Nothing to add"), value),
        kit.button(ids.MOCK_REPEAT, texts("Say it again"), value),
        kit.button(ids.MOCK_STOP, texts("Pause")),
    )


def _listening(saying: Saying, texts: Texts) -> list[Block]:
    """Say once that an answer is being heard, and how to end it."""
    value = mock_forms.value(saying.mock.id, saying.turn.n)
    said = texts(
        "I am listening. Write on, change or delete what you wrote. Press Done when your answer "
        "is complete; after three minutes of silence I take it as it stands."
    )
    done = kit.button(ids.MOCK_DONE, texts("Done"), value, "primary")
    again = kit.button(ids.MOCK_REPEAT, texts("Say it again"), value)
    return [kit.note(said), kit.buttons(done, again)]


def _meaning(saying: Saying, question: Question, texts: Texts) -> Iterator[Block]:
    """Say what the question is after: how an answer may run, where the bank says so."""
    outline = question.mock.outline.of(texts.locale) if question.mock else ()
    if outline:
        head = kit.paragraph(kit.bold(texts("What I would like to hear about:")))
        yield kit.rich(head, kit.bullets([kit.word(line)] for line in outline))
    elif question.type == "behavioural":
        yield kit.section(
            texts(
                "I mean one real occasion from your own work: what it was about, what you did, "
                "and what came of it. Small ones are fine."
            )
        )
    else:
        yield kit.section(
            texts(
                "Imagine you were in it. Say what you would find out first, what you would do and "
                "why. No answer is the right one; your reasons count."
            )
        )
    yield kit.buttons(*_choices(saying, texts))


def _done(saying: Saying, question: Question, texts: Texts) -> Iterator[Block]:
    """Say what comes of an answer: feedback, then the anchors for the person to rate themselves."""
    if saying.mock.wish.form == "peer":
        yield kit.rich(*_to_partner(question, texts))
    if saying.heard:
        yield from mock_feedback.message(saying.heard, saying, texts)
    yield from self_rating.message(saying, question, texts)
    yield from _left(saying, texts)


def _to_partner(question: Question, texts: Texts) -> Iterator[Block]:
    yield kit.paragraph(kit.bold(texts("You answered this to your partner:")))
    yield kit.quote(texts.of(question.prompt))


def _stop(saying: Saying, texts: Texts) -> list[Block]:
    said = texts("Paused. Come back today or another day, on any device.")
    value = mock_forms.value(saying.mock.id, saying.turn.n)
    end = kit.button(ids.MOCK_END, texts("End it here"), value)
    return [kit.section(said), kit.buttons(_go_on(texts("Continue")), end)]


def resume(texts: Texts) -> Block:
    """Return the button that goes on with a practice."""
    return _go_on(texts("Continue"))


def _go_on(text: str) -> Block:
    return kit.button(ids.MOCK_START, text, style="primary")
