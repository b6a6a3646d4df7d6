"""The parts of a round: the guide of the one who asks, and the question of the one who answers."""

from collections.abc import Iterator

from coaching.practice.peers.session import ROUNDS, STEPS
from coaching.practice.peers.sight import Sight
from handlers import ids, mock_peer_forms
from handlers.texts import Texts
from handlers.views import kit, question
from handlers.views.kit import Block
from questions.bank import Question

MINUTES = 15  # for a round: question, follow-ups, and a talk about it


def message(sight: Sight, texts: Texts) -> list[Block]:
    """Return the part that a person has in the round."""
    if sight.question is None:
        return [
            kit.section(texts("This question is no longer in use. Let us go on.")),
            _ways_on(sight, texts, last=True),
        ]
    part = _asks if sight.what == "ask" else _answers
    return list(part(sight, sight.question, texts))


def practised(sight: Sight, texts: Texts) -> Iterator[Block]:
    """Say what a person practised as the one who asks."""
    session = sight.session
    for n, key in enumerate(session.questions):
        asked = sight.library.question(key)
        if session.asks(n) != sight.person or asked is None:
            continue
        title = kit.paragraph(
            *texts.pieces(
                "As the interviewer you asked the planned question: {title}",
                title=kit.bold(texts.of(asked.title)),
            )
        )
        used = [each for each in asked.probes if each.id in session.used(n)]
        if used:
            head = kit.paragraph(kit.word(texts("The follow-ups you used:")))
            listed = kit.bullets([kit.word(texts.of(each.text))] for each in used)
            yield kit.rich(title, head, listed)
        else:
            yield kit.rich(title, kit.paragraph(kit.word(texts("You used no planned follow-up."))))


def _asks(sight: Sight, asked: Question, texts: Texts) -> Iterator[Block]:
    """Show one step of the guide at a time."""
    step = sight.session.step
    yield kit.note(_place(sight, texts, step))
    steps = (_ask(asked, texts), _follow_up(sight, asked, texts), _talk(sight, asked, texts))
    yield from steps[step]
    yield _ways_on(sight, texts, last=step == STEPS - 1)


def _ask(asked: Question, texts: Texts) -> Iterator[Block]:
    said = texts("You are the interviewer. Ask this question word for word, then listen.")
    yield kit.section(said)
    yield kit.rich(*question.asked(asked, texts, texts))
    head = kit.paragraph(kit.bold(texts("What to listen for")))
    signs = kit.bullets([kit.word(texts.of(each.text))] for each in asked.indicators.positive)
    yield kit.rich(head, signs)
    yield kit.note(
        texts(
            "Minutes for the answer: {answer}. For follow-ups: {probes}.",
            answer=asked.minutes.answer,
            probes=asked.minutes.probes,
        )
    )


def _follow_up(sight: Sight, asked: Question, texts: Texts) -> Iterator[Block]:
    """Offer each planned follow-up; what was used is marked."""
    said = texts(
        "Ask about what you have not heard yet. A follow-up makes clear; it never teaches."
    )
    yield kit.section(said)
    session = sight.session
    used = session.used(sight.round)
    for each in asked.probes:
        text = texts.of(each.text)
        if each.id in used:
            yield kit.said(f"{text}\n{texts('✓ Asked')}")
            continue
        value = mock_peer_forms.value(session.id, sight.round, session.step, each.id)
        yield kit.beside(text, kit.button(ids.PEER_NEXT, texts("I asked this"), value))


def _talk(sight: Sight, asked: Question, texts: Texts) -> Iterator[Block]:
    """Show the anchors: the two of them talk about what was heard."""
    said = texts(
        "Talk about it for a moment: first what was strong, then what the next point would take. "
        "Say what you heard, not what you think of the person. Your partner rates themselves later."
    )
    yield kit.section(said)
    yield question.ladder(asked, sight.library, texts)


def _answers(sight: Sight, asked: Question, texts: Texts) -> Iterator[Block]:
    yield kit.note(_place(sight, texts, None))
    said = texts(
        "You answer. Take your time: your partner asks you this question and may follow up. Speak "
        "in a call or write to each other; I do not listen and keep nothing of what you say."
    )
    yield kit.section(said)
    yield kit.rich(*question.asked(asked, texts, texts))
    yield kit.buttons(_end(sight, texts))


def _place(sight: Sight, texts: Texts, step: int | None) -> str:
    """Say where they are; with the step of the guide for the one who has it."""
    name = sight.partner or texts("your partner")
    said = [
        texts("Round {n} of {all}", n=sight.round + 1, all=ROUNDS),
        texts("with {name}", name=name),
    ]
    if step is not None:
        said.append(texts("step {n} of {all}", n=step + 1, all=STEPS))
    return " · ".join(said)


def _ways_on(sight: Sight, texts: Texts, *, last: bool) -> Block:
    """Lead to the next step, then to the second round; it can end at any point."""
    session = sight.session
    value = mock_peer_forms.value(session.id, sight.round, session.step)
    if not last:
        steps = (texts("Follow-ups"), texts("Talk about it"))
        on = [kit.button(ids.PEER_NEXT, steps[session.step], value, "primary")]
    elif sight.what == "ask" and sight.round + 1 < ROUNDS:
        on = [kit.button(ids.PEER_SWAP, texts("Swap"), value, "primary")]
    else:
        on = []
    return kit.buttons(*on, _end(sight, texts))


def _end(sight: Sight, texts: Texts) -> Block:
    return kit.button(
        ids.PEER_END, texts("End"), mock_peer_forms.value(sight.session.id, sight.round)
    )
