"""The profile as a table: a row for each competency, a column for each rater; nobody is ranked."""

from collections.abc import Iterator, Sequence

from coaching.profile import Line
from handlers.texts import Texts
from handlers.views import kit, words
from handlers.views.kit import Block
from handlers.views.traced import Shown

CELLS = 20  # that Slack takes in a row
NONE = "–"


def table(shown: Shown) -> Block:
    """Return the table; what is disputed stands out. The report has a line at least.

    Of more raters than Slack has columns for, the lowest and the highest mean are shown.
    """
    report, texts = shown.report, shown.texts
    raters = report.raters
    many = 1 + len(raters) + len(_sums(texts)) > CELLS
    names = [texts("Lowest"), texts("Highest")] if many else [report.names[each] for each in raters]
    rows = [
        _row(line, _ends(line, texts) if many else _given(line, raters, texts), shown)
        for line in report.lines
    ]
    head = [texts("Competency"), *names, *_sums(texts)]
    return kit.table([[kit.cell(each) for each in head], *rows])


def _sums(texts: Texts) -> Sequence[str]:
    return [texts("Mean"), texts("Bar"), texts("n"), texts("Confidence")]


def _row(line: Line, given: Sequence[str], shown: Shown) -> list[Block]:
    """Let the name and the marks of a disputed competency stand out, in grey as well."""
    texts = shown.texts
    marked = kit.bold_cell if line.disputed else kit.cell
    sums = [
        NONE if line.mean is None else texts.number(line.mean),
        texts.number(line.bar),
        str(len(line.raters)),
        words.trust(texts, line.confidence) if line.raters else NONE,
    ]
    return [*map(marked, [shown.name(line.competency), *given]), *map(kit.cell, sums)]


def _given(line: Line, raters: Sequence[str], texts: Texts) -> list[str]:
    means = {rater.interviewer: texts.number(rater.mean) for rater in line.raters}
    return [means.get(each, NONE) for each in raters]


def _ends(line: Line, texts: Texts) -> list[str]:
    means = [rater.mean for rater in line.raters]
    return [texts.number(end(means)) for end in (min, max)] if means else [NONE, NONE]


def bullets(shown: Shown, lines: Sequence[Line]) -> Block:
    """Say the same as a list, where Slack draws no table."""
    return kit.bullets(_said(line, shown) for line in lines)


def _said(line: Line, shown: Shown) -> Sequence[Block]:
    texts, name = shown.texts, kit.bold(shown.name(line.competency))
    if line.mean is None:
        return [name, kit.word(f"  {texts('not assessed by anybody')}"), *_why(line, shown)]
    raters = texts.count("{n} rater", "{n} raters", len(line.raters))
    bar = texts("bar {bar}", bar=texts.number(line.bar))
    sums = [texts.number(line.mean), raters, words.confidence(texts, line.confidence), bar]
    given = texts(", ").join(
        f"{shown.report.names[rater.interviewer]} {texts.number(rater.mean)}"
        for rater in line.raters
    )
    return [name, kit.word(f"  {' · '.join([*sums, given])}")]


def _why(line: Line, shown: Shown) -> Iterator[Block]:
    """Say each reason once, in the order of the cards."""
    every = [rating for card in shown.report.cards for rating in card.ratings]
    mine = [rating for rating in every if rating.item.competency == line.competency]
    if reasons := dict.fromkeys(rating.reason for rating in mine if rating.reason):
        said = shown.texts(", ").join(words.why(shown.texts, reason) for reason in reasons)
        yield kit.word(shown.texts(" ({why})", why=said))
