"""From the form of a question to the question as a bank file would write it, and back to fields."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from coaching.question_form import (
    EVIDENCE,
    MATERIALS,
    NEGATIVE,
    POINTS,
    POSITIVE,
    PROMPT,
    TITLE,
    QuestionForm,
)
from questions.bank import Question
from questions.model import LEVELS, Competency, Model
from questions.tree import Where
from questions.wording import LOCALES, Locale

REVIEW = timedelta(days=182)  # until somebody should read a bank again
SEAM = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])"
)
EXPOSURE = {"cooldown_days": 90, "max_uses_per_quarter": 12, "retire_after_uses": 60}
UNREVIEWED: Mapping[str, Any] = {
    "sme": [],
    "sensitivity": None,
    "back_translation": None,
    "pilot_n": 0,
}

WORDS = frozenset({TITLE, PROMPT, MATERIALS, EVIDENCE})

Data = dict[str, Any]


def new(form: QuestionForm, question: str, family: str) -> Data:
    """Return a new question of the form: a pilot, live, of a family of its own."""
    return {
        "id": question,
        "rev": 1,
        "status": "pilot",
        "pool": "live",
        "family": family,
        "form": "A",
        **_written(form, None),
        "exposure": EXPOSURE,
        "share_in_advance": "topic",
        "review": UNREVIEWED,
    }


def again(form: QuestionForm, base: Question, kept: Mapping[str, Any]) -> Data:
    """Return the next revision of ``base``, which was ``kept`` like this.

    What the form does not ask about stays; but nobody has reviewed the new text yet.
    """
    unreviewed = {"rev": base.rev + 1, "status": "pilot", "review": UNREVIEWED}
    return {**kept, **_written(form, base), **unreviewed}


def header(model: Model, competency: Competency, today: date) -> Data:
    """Return what a bank of own questions says of itself when nobody wrote it."""
    return {
        "schema": "question-bank/v1",
        "id": competency.id,
        "code": competency.code,
        "version": "1.0.0",
        "model": {"id": model.id, "version": model.version},
        "locales": [*LOCALES],
        "source_locale": "en",
        "updated": today.isoformat(),
        "next_review": (today + REVIEW).isoformat(),
        "owner": "hiring-team",
        "intro": {
            "en": "I would like to hear from your own experience. Please say what you did "
            "yourself, and take a moment to think whenever you like.",
            "zh-CN": "接下来想听听你自己的经历。请说明你本人做了什么；需要想一想的时候，"
            "尽管慢慢想。",
        },
        "interviewer_notes": {
            "en": "These questions were written in this workspace. Nobody outside it has "
            "reviewed them.",
            "zh-CN": "这些问题由本工作区的同事编写，未经外部评审。",
        },
        "avoid": [],
    }


def field(where: Where, form: QuestionForm) -> str:
    """Return which field of the form a place in its bank is, the nearest one where it is none."""
    name, *rest = where[2:] or (TITLE,)
    locale = _locale(rest)
    chosen = {
        "expected": f"expected:{form.frame.levels[-1]}",
        "minutes": "minutes:answer",
        "sub_dimensions": "sub_dimensions",
        "claims": "claims",
    }
    if name in chosen:
        return chosen[str(name)]
    if name == "probes":
        return f"probe:{_row(rest, form)}:{locale}"
    if name in {"anchors", "indicators"} and rest:
        return f"{'anchor:' if name == 'anchors' else ''}{rest[0]}:{locale}"
    return f"{name if name in WORDS else TITLE}:{locale}"


def _row(rest: Sequence[str | int], form: QuestionForm) -> int:
    """Return the row of a follow-up; that of none in particular is the first."""
    rows = [n for n in range(len(form.frame.probes)) if form.typed(f"probe:{n}")]
    at = next((step for step in rest if isinstance(step, int)), 0)
    return rows[at]


def _locale(rest: Sequence[str | int]) -> str:
    """Return the language a place is in; what is about both is shown at the second."""
    return next((str(step) for step in rest if step in LOCALES), LOCALES[-1])


def _written(form: QuestionForm, base: Question | None) -> Data:
    """Return what the form asks about, in the order of the schema."""
    levels = form.frame.levels
    reading = form.minutes.get("reading", base.minutes.reading if base else 0)
    materials = {MATERIALS: _both(form, MATERIALS, _lines)} if form.frame.type == "case" else {}
    return {
        "type": form.frame.type,
        "sub_dimensions": [*form.sub_dimensions],
        "claims": [*form.claims],
        "levels": [*levels],
        "expected": {level: form.expected.get(level) for level in levels},
        "difficulty": base.difficulty if base else LEVELS.index(levels[0]) + 2,
        "minutes": ({"reading": reading} if reading else {})
        | {name: form.minutes.get(name) for name in ("answer", "probes")},
        TITLE: _both(form, TITLE, _line),
        PROMPT: _both(form, PROMPT, _line),
        **materials,
        "probes": _probes(form, base),
        "anchors": {points: _anchor(form, points) for points in POINTS},
        "indicators": {side: _indicators(form, side, base) for side in (POSITIVE, NEGATIVE)},
        EVIDENCE: _both(form, EVIDENCE, _line),
    }


def _probes(form: QuestionForm, base: Question | None) -> list[Data]:
    known = base.probes if base else ()
    probes: list[Data] = []
    ids = {probe.id for probe in known}
    for n, fixed in enumerate(form.frame.probes):
        if not form.typed(f"probe:{n}"):
            continue
        name = known[n].id if n < len(known) else _free("p", n + 1, ids)
        ids.add(name)
        required = known[n].required if n < len(known) else fixed is not None
        said = {"kind": fixed or form.kinds[n], "required": required}
        probes.append({"id": name, **said, "text": _both(form, f"probe:{n}", _line)})
    return probes


def _anchor(form: QuestionForm, points: str) -> Data:
    halves = {locale: halve(form.text(f"anchor:{points}", locale)) for locale in LOCALES}
    return {
        "short": {locale: _line(short, locale) for locale, (short, _) in halves.items()},
        "text": {locale: _line(rest, locale) for locale, (_, rest) in halves.items()},
    }


def halve(anchor: str) -> tuple[str, str]:
    """Return an anchor's short form, which is its first line, and the rest."""
    short, _, rest = anchor.strip().partition("\n")
    return short, rest


def _indicators(form: QuestionForm, side: str, base: Question | None) -> list[Data]:
    known = {}
    if base:
        known = {POSITIVE: base.indicators.positive, NEGATIVE: base.indicators.negative}
    names = [each.id for each in known.get(side, ())]
    taken = {each.id for indicators in known.values() for each in indicators}
    lines = {locale: listed(form.text(side, locale)) for locale in LOCALES}
    made: list[Data] = []
    for n, pair in enumerate(zip(*lines.values(), strict=False)):
        name = names[n] if n < len(names) else _free(side[:3], n + 1, taken)
        taken.add(name)
        made.append({"id": name, "text": dict(zip(LOCALES, pair, strict=True))})
    return made


def listed(text: str) -> list[str]:
    """Return the lines of a list, without what people put in front of them."""
    lines = (line.strip().lstrip("•·-–*").strip() for line in text.splitlines())
    return [line for line in lines if line]


def _free(stem: str, n: int, taken: set[str]) -> str:
    while f"{stem}{n}" in taken:
        n += 1
    return f"{stem}{n}"


def _both(form: QuestionForm, name: str, tidy: Callable[[str, Locale], str]) -> Data:
    return {locale: tidy(form.text(name, locale), locale) for locale in LOCALES}


def _line(text: str, locale: Locale) -> str:
    """Make one paragraph of what was typed."""
    line = " ".join(text.split())
    return line if locale == "en" else SEAM.sub("", line)


def _lines(text: str, _locale: Locale) -> str:
    """Keep the lines of a fact sheet."""
    return "\n".join(line.strip() for line in text.strip().splitlines())
