"""What belongs to a question of its type: minutes, probes, the mock block."""

from collections.abc import Iterator, Mapping, Sequence

from questions.bank import Kind, Type
from questions.files import BankFile, Entry, Shelf
from questions.findings import Finding
from questions.wording import LOCALES

NEEDED: Mapping[Type, tuple[Kind, ...]] = {
    "behavioural": ("action", "result"),
    "situational": ("reasoning", "alternatives"),
    "case": ("alternatives", "evidence"),
}
MINUTES: Mapping[Type, tuple[int, int]] = {
    "behavioural": (6, 12),
    "situational": (5, 10),
    "case": (12, 25),
}
FEWEST_CUES = 3


def check(shelf: Shelf) -> Iterator[Finding]:
    """Yield questions that lack what their type needs."""
    for file in shelf.banks:
        if set(file.bank.locales) != set(LOCALES):
            message = f"locales names {' and '.join(LOCALES)}, each once."
            yield file.document.finding("E012", message, "locales")
        for entry in file.entries():
            yield from _id(entry, file)
            yield from _time(entry)
            yield from _probes(entry)
            yield from _twice(entry)
            yield from _cautions(entry, file, shelf)
            yield from _practice(entry)


def _id(entry: Entry, file: BankFile) -> Iterator[Finding]:
    if not entry.question.id.startswith(f"{file.bank.code}-"):
        message = f'begin the id with the competency\'s code: "{file.bank.code}-…".'
        yield entry.finding("E041", message, "id")


def _time(entry: Entry) -> Iterator[Finding]:
    question = entry.question
    low, high = MINUTES[question.type]
    if not low <= question.minutes.total <= high:
        message = (
            f"{question.minutes.total} minutes: a {question.type} question takes {low}-{high}."
        )
        yield entry.finding("E051", message, "minutes")


def _probes(entry: Entry) -> Iterator[Finding]:
    kinds = {probe.kind for probe in entry.question.probes}
    for kind in NEEDED[entry.question.type]:
        if kind not in kinds:
            message = f"a {entry.question.type} question needs a probe of the kind {kind}: add one."
            yield entry.finding("E054", message, "probes")


def _twice(entry: Entry) -> Iterator[Finding]:
    question = entry.question
    yield from _doubles(entry, "probes", ("probes",), [each.id for each in question.probes])
    positive = [each.id for each in question.indicators.positive]
    negative = [each.id for each in question.indicators.negative]
    yield from _doubles(entry, "indicators", ("indicators",), positive + negative)


def _doubles(
    entry: Entry, what: str, where: tuple[str, ...], ids: Sequence[str]
) -> Iterator[Finding]:
    for double in sorted({each for each in ids if ids.count(each) > 1}):
        yield entry.finding("E055", f'two {what} are called "{double}": rename one.', *where)


def _cautions(entry: Entry, file: BankFile, shelf: Shelf) -> Iterator[Finding]:
    competency = shelf.competency(file.bank)
    unproven = {each.id for each in competency.claims if each.caution} if competency else set()
    for at, claim in enumerate(entry.question.claims):
        if claim in unproven:
            message = f'"{claim}" has no evidence behind it: trace the question to another claim.'
            yield entry.finding("W047", message, "claims", at)


def _practice(entry: Entry) -> Iterator[Finding]:
    practice = entry.question.mock
    if practice is None:
        return
    for locale in LOCALES:
        band = practice.length.of(locale)
        if not band.min < band.low < band.high < band.max:
            message = "lengths must grow: min, low, high, max."
            yield entry.finding("E081", message, "mock", "length", locale)
        for at, point in enumerate(practice.content_points):
            if len(point.any.of(locale)) < FEWEST_CUES:
                message = f"fewer than {FEWEST_CUES} cues: add words people really use."
                yield entry.finding("E080", message, "mock", "content_points", at, "any", locale)
    for part in practice.expect.parts:
        if practice.tips.of(part) is None:
            yield entry.finding("E082", f'no tip for "{part}": add one.', "mock", "tips")
