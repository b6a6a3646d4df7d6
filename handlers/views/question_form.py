"""The second step of writing a question: everything it needs, in both languages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coaching.authorship import Begun
from coaching.question_form import (
    EVIDENCE,
    MATERIALS,
    NEGATIVE,
    POINTS,
    POSITIVE,
    PROMPT,
    TITLE,
    Frame,
    QuestionForm,
)
from coaching.topical import Touched
from handlers import ids
from handlers.authoring_forms import BARS, KINDS, MINUTES, AuthoringMetadata
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.doubts import asked, topics
from handlers.views.kit import Block, Option
from questions.model import Competency, Scale
from questions.wording import LOCALES, Limit, Locale

LANGUAGES: Mapping[Locale, str] = {"en": "English", "zh-CN": "简体中文"}
ANCHOR = Limit(75 + 1 + 160, 75 + 1 + 400)  # the short form, a new line, the text
SIGNS = Limit(10 * 76, 10 * 76)  # ten lines
LIMITS = {
    TITLE: Limit(30, 60),
    PROMPT: Limit(300, 700),
    MATERIALS: Limit(1500, 2500),
    EVIDENCE: Limit(150, 150),
    POSITIVE: SIGNS,
    NEGATIVE: SIGNS,
}
PROBE = Limit(90, 200)
LEAST = 3  # follow-ups


def modal(begun: Begun, texts: Texts, doubts: Sequence[Touched] = (), question: str = "") -> Block:
    """Ask for the texts; ``question`` is the one that is written again."""
    frame = begun.form.frame
    kept = AuthoringMetadata(
        competency=frame.competency,
        type=frame.type,
        levels=frame.levels,
        probes=frame.probes,
        question=question,
        rev=begun.rev or 0,
        doubts=topics(doubts),
    )
    fields = [*_fields(begun, texts)]
    title = texts("Edit the question") if question else texts("Write the question")
    return kit.modal(
        texts("Please look again") if doubts else title,
        [*asked(doubts, fields, texts), *fields],
        callback_id=ids.AUTHORING_SUBMIT,
        private_metadata=kept.model_dump_json(),
        submit=texts("Save"),
        close=texts("Cancel"),
    )


def _fields(begun: Begun, texts: Texts) -> Iterator[Block]:
    """Yield everything to fill in, in the order in which a question is thought out."""
    form, frame = begun.form, begun.form.frame
    model, competency = begun.library.place(frame.competency)
    yield kit.note(_about(frame, competency, texts))
    yield kit.note(
        texts("Everything in both languages: interviewers and candidates may use either.")
    )
    yield from _choices(form, competency, texts)
    yield from _question(form, texts)
    yield from _probes(form, texts)
    yield from _anchors(form, model.scale, texts)
    yield from _bars(form, texts)
    yield from _signs(form, texts)
    yield from _minutes(form, texts)


def _about(frame: Frame, competency: Competency, texts: Texts) -> str:
    levels = texts(", ").join(words.level(texts, level) for level in frame.levels)
    return " · ".join([texts.of(competency.name), words.type_(texts, frame.type), levels])


def _choices(form: QuestionForm, competency: Competency, texts: Texts) -> Iterator[Block]:
    parts = [kit.option(texts.of(each.name), each.id) for each in competency.sub_dimensions]
    part = kit.several(ids.VALUE, parts, form.sub_dimensions) | {"max_selected_items": 2}
    yield kit.field("sub_dimensions", texts("Sub-dimension"), part, hint=texts("One, or two."))
    claims = kit.several_grouped(ids.VALUE, _claims(competency, texts), form.claims)
    hint = texts("Statements of the competency model that an answer gives evidence for.")
    yield kit.field("claims", texts("What an answer shows"), claims, hint=hint)


def _claims(competency: Competency, texts: Texts) -> Sequence[tuple[str, Sequence[Option]]]:
    groups = [(texts.of(part.name), part.claims) for part in competency.sub_dimensions]
    groups.append((texts.of(competency.name), competency.claims))
    return [
        (name, [kit.option(texts.of(each.text), each.id) for each in claims if not each.caution])
        for name, claims in groups
    ]


def _question(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    yield kit.header(texts("Question"))
    hint = texts("A name for the list. It does not give the answer away.")
    yield from _line(form, texts, TITLE, texts("Title"), hint=hint)
    said = texts("Read aloud, word by word.")
    yield from _lines(form, texts, PROMPT, texts("Question"), hint=said)
    if form.frame.type == "case":
        sheet = texts("Mark it as fictional. Its numbers must be needed for the answer.")
        yield from _lines(form, texts, MATERIALS, texts("Fact sheet"), hint=sheet)


def _probes(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    """Ask for the follow-ups: the first rows for what the type needs, the others free."""
    yield kit.header(texts("Follow-ups"))
    yield kit.note(texts("Three at least. Leave the others empty when you do not need them."))
    for n, fixed in enumerate(form.frame.probes):
        label = texts("Follow-up {n}", n=n + 1)
        if fixed:
            label = texts("{follow_up}: {kind}", follow_up=label, kind=words.kind(texts, fixed))
        optional = fixed is None and n != LEAST - 1
        yield from _line(form, texts, f"probe:{n}", label, optional=optional)
        if fixed is None:
            kinds = [kit.option(words.kind(texts, kind), kind) for kind in KINDS]
            chosen = form.kinds[n] if n < len(form.kinds) else None
            element = kit.select(ids.VALUE, kinds, chosen)
            asks = texts("Follow-up {n} asks for", n=n + 1)
            yield kit.field(f"kind:{n}", asks, element, optional=optional)


def _anchors(form: QuestionForm, scale: Scale, texts: Texts) -> Iterator[Block]:
    yield kit.header(texts("What answers look like, from 1 to 5 points"))
    yield kit.note(
        texts(
            "In each box: a short form on the first line, 75 characters at most, and below it "
            "what there is to hear."
        )
    )
    for points in POINTS:
        named = texts.of(scale.label(int(points)))
        label = texts("An answer worth {n}: {label}", n=points, label=named)
        yield from _lines(form, texts, f"anchor:{points}", label)


def _bars(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    bars = [kit.option(texts("{n} points", n=n), str(n)) for n in BARS]
    for level in form.frame.levels:
        label = texts("Points that meet the level: {level}", level=words.level(texts, level))
        chosen = form.expected.get(level)
        element = kit.select(ids.VALUE, bars, str(chosen) if chosen else None)
        yield kit.field(f"expected:{level}", label, element)


def _signs(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    yield kit.header(texts("What to listen for"))
    least = {POSITIVE: 3, NEGATIVE: 2}
    for side, label in ((POSITIVE, texts("Positive signs")), (NEGATIVE, texts("Negative signs"))):
        hint = texts(
            "One on each line, {n} to 10, in the same order in both languages.", n=least[side]
        )
        yield from _lines(form, texts, side, label, hint=hint)
    note = texts("Reminds the interviewer what to note.")
    yield from _line(form, texts, EVIDENCE, texts("What to write down"), hint=note)


def _minutes(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    yield kit.header(texts("Time"))
    labels = {
        "reading": texts("Minutes to read"),
        "answer": texts("Minutes to answer"),
        "probes": texts("Minutes for follow-ups"),
    }
    for name, label in labels.items():
        if name != "reading" or form.frame.type == "case":
            many = [kit.option(str(n), str(n)) for n in MINUTES[name]]
            chosen = form.minutes.get(name)
            element = kit.select(ids.VALUE, many, str(chosen) if chosen else None)
            yield kit.field(f"minutes:{name}", label, element)


def _line(form: QuestionForm, texts: Texts, name: str, label: str, **more: Any) -> Iterator[Block]:
    return _both(form, texts, name, label, many=False, **more)


def _lines(form: QuestionForm, texts: Texts, name: str, label: str, **more: Any) -> Iterator[Block]:
    return _both(form, texts, name, label, many=True, **more)


def _both(
    form: QuestionForm, texts: Texts, name: str, label: str, *, many: bool, **more: Any
) -> Iterator[Block]:
    """Ask for a text in both languages, the reader's first; the hint of ``more`` stands once."""
    for locale in sorted(LOCALES, key=lambda each: each != texts.locale):
        box = kit.box(ids.VALUE, _limit(name).of(locale), form.text(name, locale), many=many)
        yield kit.field(f"{name}:{locale}", f"{label} · {LANGUAGES[locale]}", box, **more)
        more.pop("hint", None)


def _limit(name: str) -> Limit:
    if name.startswith("anchor:"):
        return ANCHOR
    return PROBE if name.startswith("probe:") else LIMITS[name]
