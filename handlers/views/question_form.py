"""The second step of writing a question: everything it needs, in both languages."""

from collections.abc import Iterator, Mapping, Sequence

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
from handlers.authoring_forms import BARS, KINDS, MINUTES, SCENARIO, AuthoringMetadata
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block, Option
from questions.model import Competency
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
SHOWN = 10  # doubts that are quoted; there are at most so many boxes to tick


def modal(begun: Begun, texts: Texts, doubts: Sequence[Touched] = (), question: str = "") -> Block:
    """Ask for the texts; ``question`` is the one that is written again."""
    form, frame = begun.form, begun.form.frame
    _, competency = begun.library.place(frame.competency)
    topics = tuple(dict.fromkeys(each.category for each in doubts))[:SHOWN]
    kept = AuthoringMetadata(
        competency=frame.competency,
        type=frame.type,
        levels=frame.levels,
        probes=frame.probes,
        question=question,
        rev=begun.rev or 0,
        doubts=topics,
    )
    return kit.modal(
        texts("Edit the question") if question else texts("Write the question"),
        [
            *_doubts(doubts, texts),
            kit.note(_about(frame, competency, texts)),
            kit.note(
                texts("Everything in both languages: interviewers and candidates may use either.")
            ),
            *_choices(form, competency, texts),
            *_question(form, texts),
            *_probes(form, texts),
            *_anchors(form, texts),
            *_signs(form, texts),
        ],
        callback_id=ids.AUTHORING_SUBMIT,
        private_metadata=kept.model_dump_json(),
        submit=texts("Save"),
        close=texts("Cancel"),
    )


def _about(frame: Frame, competency: Competency, texts: Texts) -> str:
    levels = texts(", ").join(words.level(texts, level) for level in frame.levels)
    return " · ".join([texts.of(competency.name), words.type_(texts, frame.type), levels])


def _doubts(doubts: Sequence[Touched], texts: Texts) -> Iterator[Block]:
    """Quote what may be about the candidate, and ask about each topic."""
    if not doubts:
        return
    told = list(dict.fromkeys(texts.of(each.advice) for each in doubts))
    yield kit.rich(
        kit.paragraph(kit.bold(texts("Please look at these words once more."))),
        kit.bullets([kit.word(each)] for each in told[:SHOWN]),
    )
    if len(told) > SHOWN:
        yield kit.note(texts("And {n} more of this kind.", n=len(told) - SHOWN))
    names = {each.category: texts.of(each.name) for each in doubts}
    boxes = [kit.option(name, topic) for topic, name in names.items()][:SHOWN]
    label = texts("This is a product scenario")
    hint = texts("Tick what belongs to the product or its users. Change what asks about a person.")
    yield kit.field(SCENARIO, label, kit.ticks(ids.VALUE, boxes), optional=True, hint=hint)
    yield kit.divider()


def _choices(form: QuestionForm, competency: Competency, texts: Texts) -> Iterator[Block]:
    parts = [kit.option(texts.of(each.name), each.id) for each in competency.sub_dimensions]
    part = kit.several(ids.VALUE, parts, form.sub_dimensions) | {"max_selected_items": 2}
    yield kit.field("sub_dimensions", texts("Sub-dimension"), part, hint=texts("One, or two."))
    claims = kit.several_grouped(ids.VALUE, _claims(competency, texts), form.claims)
    hint = texts("Statements of the competency model that the answer gives evidence for.")
    yield kit.field("claims", texts("What it is about"), claims, hint=hint)
    for level in form.frame.levels:
        bars = [kit.option(texts("{n} points", n=n), str(n)) for n in BARS]
        label = texts("Meets the level: {level}", level=words.level(texts, level))
        chosen = form.expected.get(level)
        element = kit.select(ids.VALUE, bars, str(chosen) if chosen else None)
        yield kit.field(f"expected:{level}", label, element)
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


def _claims(competency: Competency, texts: Texts) -> Sequence[tuple[str, Sequence[Option]]]:
    groups = [(texts.of(part.name), part.claims) for part in competency.sub_dimensions]
    groups.append((texts.of(competency.name), competency.claims))
    return [
        (name, [kit.option(texts.of(each.text), each.id) for each in claims if not each.caution])
        for name, claims in groups
    ]


def _question(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    yield kit.divider()
    hint = texts("A name for the list. It does not give the answer away.")
    yield from _both(form, TITLE, texts("Title"), many=False, hint=hint)
    said = texts("Read aloud, word by word.")
    yield from _both(form, PROMPT, texts("Question"), hint=said)
    if form.frame.type == "case":
        sheet = texts("Mark it as fictional. Its numbers must be needed for the answer.")
        yield from _both(form, MATERIALS, texts("Fact sheet"), hint=sheet)


def _probes(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    """Ask for the follow-ups: the first rows for what the type needs, the others free."""
    yield kit.divider()
    for n, fixed in enumerate(form.frame.probes):
        label = texts("Follow-up {n}", n=n + 1)
        if fixed:
            label = texts("{follow_up}: {kind}", follow_up=label, kind=words.kind(texts, fixed))
        optional = fixed is None and n != LEAST - 1
        yield from _both(form, f"probe:{n}", label, many=False, optional=optional)
        if fixed is None:
            kinds = [kit.option(words.kind(texts, kind), kind) for kind in KINDS]
            chosen = form.kinds[n] if n < len(form.kinds) else None
            element = kit.select(ids.VALUE, kinds, chosen)
            asks = texts("Follow-up {n} asks for", n=n + 1)
            yield kit.field(f"kind:{n}", asks, element, optional=optional)


def _anchors(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    yield kit.divider()
    hint = texts(
        "First line: a short form, 75 characters at most. Below it: what there is to hear."
    )
    for points in POINTS:
        label = texts("An answer worth {n}", n=points)
        yield from _both(form, f"anchor:{points}", label, hint=hint)


def _signs(form: QuestionForm, texts: Texts) -> Iterator[Block]:
    yield kit.divider()
    least = {POSITIVE: 3, NEGATIVE: 2}
    for side, label in ((POSITIVE, texts("Positive signs")), (NEGATIVE, texts("Negative signs"))):
        hint = texts(
            "One on each line, {n} to 10, in the same order in both languages.", n=least[side]
        )
        yield from _both(form, side, label, hint=hint)
    note = texts("Reminds the interviewer what to note.")
    yield from _both(form, EVIDENCE, texts("What to write down"), many=False, hint=note)


def _both(
    form: QuestionForm,
    name: str,
    label: str,
    *,
    many: bool = True,
    optional: bool = False,
    hint: str = "",
) -> Iterator[Block]:
    for locale in LOCALES:
        limit = _limit(name).of(locale)
        element = kit.box(ids.VALUE, limit, form.text(name, locale), many=many)
        more = {"hint": hint} if hint else {}
        named = f"{label} · {LANGUAGES[locale]}"
        yield kit.field(f"{name}:{locale}", named, element, optional=optional, **more)


def _limit(name: str) -> Limit:
    if name.startswith("anchor:"):
        return ANCHOR
    return PROBE if name.startswith("probe:") else LIMITS[name]
