"""One question, with everything its interviewer needs; a practice one with all there is to it."""

from collections.abc import Iterable, Iterator

from coaching.browsing import Reading, Wear
from handlers.texts import Texts
from handlers.views import kit, leak, retiring, words
from handlers.views.kit import Block
from questions.bank import OFFERED, Indicator, Minutes, Probe, Question
from questions.library import Library
from questions.model import LEVELS, Competency, Level
from questions.practice import Part, Practice

PARTS: tuple[Part, ...] = (
    *("situation", "task", "action", "result", "reflection"),
    *("reasoning", "alternatives", "risk", "evidence"),
)


def modal(reading: Reading, texts: Texts, told: str = "") -> Block:
    """Show one question; ``told`` is what was just done with it."""
    question = reading.question
    live = question.pool == "live"
    shown = _live(reading, texts) if live else _mock(reading, texts)
    return kit.modal(
        texts("Question") if live else texts("Practice question"),
        [
            kit.header(texts.of(question.title)),
            *shown,
            kit.note(texts("{id}, revision {rev}", id=question.id, rev=question.rev)),
            *retiring.actions(reading, texts, told),
        ],
        close=texts("Back"),
    )


def facts(question: Question, library: Library, texts: Texts) -> list[str]:
    """Say in a few words what a question is about, for whom, how long, and how far it is."""
    _, competency = library.place(question.competency)
    parts = {each.id: texts.of(each.name) for each in competency.sub_dimensions}
    return [
        texts.of(competency.name),
        texts(", ").join(parts.get(each, each) for each in question.sub_dimensions),
        words.type_(texts, question.type),
        texts(", ").join(words.level(texts, each) for each in _levels(question)),
        texts("{n} minutes", n=question.minutes.total),
        words.status(texts, question.status),
    ]


def _live(reading: Reading, texts: Texts) -> Iterator[Block]:
    question = reading.question
    yield kit.rich(*_top(reading, texts))
    yield from _wear(reading, texts)
    yield kit.divider()
    yield script(question, texts, texts)
    yield kit.divider()
    yield ladder(question, reading.library, texts)
    yield kit.divider()
    heard = question.indicators
    yield _part(texts("Positive signs"), _indicators(heard.positive, texts))
    yield _part(texts("Negative signs"), _indicators(heard.negative, texts))
    yield note(question, texts)
    yield _part(texts("Before the interview"), _said(_shared(question, texts)))


def _mock(reading: Reading, texts: Texts) -> Iterator[Block]:
    question = reading.question
    yield kit.section(words.practice(texts, guest=reading.guest))
    yield kit.rich(*_top(reading, texts))
    yield kit.divider()
    yield kit.rich(*asked(question, texts, texts))
    if question.mock:
        yield from _practice(question.mock, texts)
    yield kit.divider()
    yield ladder(question, reading.library, texts)


def _top(reading: Reading, texts: Texts) -> Iterator[Block]:
    """Say what it is about, how long it takes, what each level has to reach, how far it is."""
    question = reading.question
    competency, parts, type_, _, _, status = facts(question, reading.library, texts)
    yield kit.paragraph(kit.bold(competency), kit.word(f" · {parts}"))
    yield kit.paragraph(kit.word(f"{type_} · {_minutes(question.minutes, texts)}"))
    levels = [(words.level(texts, each), question.expected.of(each)) for each in _levels(question)]
    bars = texts(", ").join(f"{level} {points}" for level, points in levels)
    yield kit.paragraph(kit.word(texts("Points that meet the level: {bars}", bars=bars)))
    yield kit.paragraph(kit.bold(status))


def script(question: Question, texts: Texts, spoken: Texts) -> Block:
    """Show what the interviewer says, as it is ``spoken``: question, fact sheet, follow-ups."""
    follow_ups = kit.bullets(_probe(each, texts, spoken) for each in question.probes)
    head = kit.paragraph(kit.bold(texts("Follow-ups")))
    return kit.rich(*asked(question, texts, spoken), head, follow_ups)


def note(question: Question, texts: Texts) -> Block:
    """Show what to write down."""
    return _part(texts("What to write down"), _said(texts.of(question.evidence_prompt)))


def asked(question: Question, texts: Texts, spoken: Texts) -> Iterator[Block]:
    """Show what is said; below, what it means to somebody who reads another language."""
    yield kit.paragraph(kit.bold(texts("Question")))
    yield kit.quote(spoken.of(question.prompt))
    if spoken.locale != texts.locale:
        yield kit.paragraph(kit.word(texts.of(question.prompt)))
    if question.materials:
        yield kit.paragraph(kit.bold(texts("Fact sheet")))
        yield kit.quote(spoken.of(question.materials))


def _probe(probe: Probe, texts: Texts, spoken: Texts) -> list[Block]:
    marks = [words.kind(texts, probe.kind), *([texts("required")] if probe.required else [])]
    return [kit.word(f"{spoken.of(probe.text)}  "), kit.bold(texts(", ").join(marks))]


def ladder(rated: Question | Competency, library: Library, texts: Texts) -> Block:
    """Show all five anchors in full, under the words of the model's scale."""
    competency = rated.competency if isinstance(rated, Question) else rated.id
    model, _ = library.place(competency)
    steps = []
    for points, anchor in enumerate(rated.anchors.ladder, start=1):
        label, short = texts.of(model.scale.label(points)), texts.of(anchor.short)
        head = kit.bold(texts("{label}: {short}", label=label, short=short))
        steps.append([head, kit.word(f"\n{texts.of(anchor.text)}")])
    return _part(texts("What answers look like, from 1 to 5 points"), kit.numbers(steps))


def _practice(practice: Practice, texts: Texts) -> Iterator[Block]:
    outline = [[kit.word(line)] for line in practice.outline.of(texts.locale)]
    if outline:
        yield _part(texts("An outline for your answer"), kit.bullets(outline))
    tips = [
        [kit.bold(words.kind(texts, part)), kit.word(f"  {texts.of(tip)}")]
        for part in PARTS
        if (tip := practice.tips.of(part))
    ]
    if tips:
        yield _part(texts("Tips"), kit.bullets(tips))


def _wear(reading: Reading, texts: Texts) -> Iterator[Block]:
    """Say how often it was asked, whether it rests, and to whom it concerns, that it may leak."""
    wear = reading.wear
    if wear is None:
        return
    yield kit.note(_heard(wear, texts))
    offered = reading.question.status in OFFERED
    if offered and wear.worn:
        yield kit.note(texts("It was asked as often as it should be: new jobs do not get it."))
    elif offered and wear.tired:
        yield kit.note(texts("It is resting: new jobs get other questions first."))
    if wear.leak:
        warning = kit.bold(texts("Possible leak, please review."))
        risen = kit.word(leak.risen(wear.leak, texts))
        yield kit.rich(kit.paragraph(warning), kit.paragraph(risen))


def _heard(wear: Wear, texts: Texts) -> str:
    if wear.heard is None:
        return texts("No candidate has been asked this yet.")
    ever = texts.count(
        "Asked of {n} candidate so far", "Asked of {n} candidates so far", wear.heard.uses
    )
    lately = texts("in the last 91 days: {n}", n=wear.heard.recent)
    return f"{ever} · {lately}"


def _minutes(minutes: Minutes, texts: Texts) -> str:
    parts = {"n": minutes.total, "answer": minutes.answer, "probes": minutes.probes}
    if not minutes.reading:
        return texts("{n} minutes: {answer} for the answer, {probes} for follow-ups", **parts)
    return texts(
        "{n} minutes: {reading} to read, {answer} for the answer, {probes} for follow-ups",
        reading=minutes.reading,
        **parts,
    )


def _shared(question: Question, texts: Texts) -> str:
    return {
        "none": texts("Tell candidates nothing about this question."),
        "topic": texts("Candidates may know the topic, but not the question."),
        "full": texts("Candidates may read the whole question."),
    }[question.share_in_advance]


def _indicators(indicators: Iterable[Indicator], texts: Texts) -> Block:
    return kit.bullets([kit.word(texts.of(each.text))] for each in indicators)


def _part(title: str, content: Block) -> Block:
    return kit.rich(kit.paragraph(kit.bold(title)), content)


def _said(text: str) -> Block:
    return kit.paragraph(kit.word(text))


def _levels(question: Question) -> Iterator[Level]:
    return (each for each in LEVELS if each in question.levels)
