"""What somebody fills in to write a question of the workspace's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from questions.bank import Kind, Question, Type
from questions.model import LEVELS, Level
from questions.rules.make_up import NEEDED
from questions.wording import LOCALES, Locale, Wording

PROBES = 6
POINTS = ("1", "2", "3", "4", "5")
TITLE, PROMPT, MATERIALS, EVIDENCE = "title", "prompt", "materials", "evidence_prompt"
POSITIVE, NEGATIVE = "positive", "negative"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the first step decides: the second asks for what such a question needs.

    ``probes`` are the rows for follow-ups: the kind that one is for, or None where it is free.
    """

    competency: str
    type: Type
    levels: tuple[Level, ...]
    probes: tuple[Kind | None, ...]

    @classmethod
    def new(cls, competency: str, type_: Type, levels: Sequence[Level]) -> Self:
        """Begin a question: a row for each kind that its type needs, the rest free."""
        needed: tuple[Kind | None, ...] = NEEDED[type_]
        free = (None,) * (PROBES - len(needed))
        return cls(
            competency, type_, tuple(each for each in LEVELS if each in levels), needed + free
        )

    @classmethod
    def around(cls, question: Question) -> Self:
        """Take up a question again: its follow-ups stay in their rows."""
        open_ = [*NEEDED[question.type]]
        rows: list[Kind | None] = []
        for probe in question.probes:
            rows.append(probe.kind if probe.kind in open_ else None)
            if probe.kind in open_:
                open_.remove(probe.kind)
        rows += [None] * (PROBES - len(rows))
        return cls(question.competency, question.type, question.levels, tuple(rows))


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """What was typed and chosen; None and "" are what was left out.

    ``texts`` has a field for each text and language, as ``title:en``, ``anchor:3:zh-CN``,
    ``probe:0:en``; ``kinds`` what each row of the follow-ups is for.
    """

    frame: Frame
    sub_dimensions: Sequence[str] = ()
    claims: Sequence[str] = ()
    expected: Mapping[Level, int | None] = field(default_factory=dict)
    minutes: Mapping[str, int | None] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    kinds: Sequence[Kind | None] = ()

    def text(self, name: str, locale: Locale) -> str:
        """Return what was typed into a field."""
        return self.texts.get(f"{name}:{locale}", "")

    def typed(self, name: str) -> bool:
        """Return whether anything was, in either language."""
        return any(self.text(name, locale).strip() for locale in LOCALES)


def fields(frame: Frame) -> Iterator[str]:
    """Yield the names of all texts that such a question has, in the order of the form."""
    yield from (TITLE, PROMPT)
    if frame.type == "case":
        yield MATERIALS
    yield from fields_of_probes(frame)
    yield from (f"anchor:{points}" for points in POINTS)
    yield from (POSITIVE, NEGATIVE, EVIDENCE)


def fields_of_probes(frame: Frame) -> Iterator[str]:
    """Yield the names of the follow-ups' texts."""
    yield from (f"probe:{n}" for n in range(len(frame.probes)))


def filled(question: Question) -> QuestionForm:
    """Return the form as it would have been filled in for a question."""
    frame = Frame.around(question)
    kinds = [probe.kind for probe in question.probes]
    return QuestionForm(
        frame=frame,
        sub_dimensions=question.sub_dimensions,
        claims=question.claims,
        expected={level: question.expected.of(level) for level in question.levels},
        minutes={
            "reading": question.minutes.reading,
            "answer": question.minutes.answer,
            "probes": question.minutes.probes,
        },
        texts=dict(_texts(question)),
        kinds=[*kinds, *(None for _ in frame.probes[len(kinds) :])],
    )


def same(form: QuestionForm, other: QuestionForm) -> bool:
    """Return whether two forms say the same, spaces around what was typed aside."""
    return _said(form) == _said(other)


def _said(form: QuestionForm) -> object:
    rows = zip(fields_of_probes(form.frame), form.kinds, strict=False)
    return (
        form.frame,
        tuple(form.sub_dimensions),
        tuple(form.claims),
        {level: form.expected.get(level) for level in form.frame.levels},
        (form.minutes.get("answer"), form.minutes.get("probes")),
        form.minutes.get("reading") if form.frame.type == "case" else None,
        {name: text.strip() for name, text in form.texts.items() if text.strip()},
        [kind for name, kind in rows if form.typed(name)],
    )


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    for name, wording in _wordings(question):
        for locale in LOCALES:
            yield f"{name}:{locale}", wording.of(locale)
    for points in POINTS:
        anchor = question.anchor(int(points))
        for locale in LOCALES:
            both = f"{anchor.short.of(locale)}\n{anchor.text.of(locale)}"
            yield f"anchor:{points}:{locale}", both
    heard = question.indicators
    for side, indicators in ((POSITIVE, heard.positive), (NEGATIVE, heard.negative)):
        for locale in LOCALES:
            yield f"{side}:{locale}", "\n".join(each.text.of(locale) for each in indicators)


def _wordings(question: Question) -> Iterator[tuple[str, Wording]]:
    yield TITLE, question.title
    yield PROMPT, question.prompt
    if question.materials:
        yield MATERIALS, question.materials
    yield from ((f"probe:{n}", probe.text) for n, probe in enumerate(question.probes))
    yield EVIDENCE, question.evidence_prompt
