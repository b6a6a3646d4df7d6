"""What a debrief's picture shows, before it is drawn; and the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.debrief.report import Report
from coaching.profile import Line
from coaching.typed import length
from handlers.texts import Texts
from handlers.views import words

SAID = 2000  # UTF-16 units: Slack's limit of alternative text
GAP: Literal["gap"] = "gap"

# The mean of a rater's points; GAP where all they were to assess was not assessed; None where the
# competency was not in their interview.
Cell = float | Literal["gap"] | None


@dataclass(frozen=True, slots=True)
class Row:
    """One competency over all raters; a cell for each of them, in the order of the columns."""

    name: str
    cells: Sequence[Cell]
    line: Line


@dataclass(frozen=True, slots=True)
class Grid:
    """Competencies by raters, in the order of the profile and of the panel: nobody is ranked."""

    raters: Sequence[str]
    rows: Sequence[Row]


def grid(report: Report, texts: Texts) -> Grid:
    """Return the ratings of a debrief, named in the reader's language.

    Its columns are those of the table: who had a card written for them is no rater.
    """
    model = report.library.model(report.loop.job.model_id)
    rows = [
        Row(
            texts.of(model.competency(line.competency).name),
            [_cell(rater, line, report) for rater in report.raters],
            line,
        )
        for line in report.lines
    ]
    return Grid([report.names[rater] for rater in report.raters], rows)


def described(grid_: Grid, texts: Texts) -> str:
    """Say the picture in words, for whom it is not there; at most ``SAID`` units.

    What does not fit is counted: the table of the same message has it.
    """
    said = [texts("Heat map of the ratings, 1 to 5, competency by competency.")]
    for n, row in enumerate(grid_.rows):
        rest = [_more(len(grid_.rows) - n - 1, texts)] if n + 1 < len(grid_.rows) else []
        if length(" ".join([*said, sentence := _sentence(row, grid_, texts), *rest])) > SAID:
            return " ".join([*said, _more(len(grid_.rows) - n, texts)])
        said.append(sentence)
    return " ".join(said)


def _cell(person: str, line: Line, report: Report) -> Cell:
    for rater in line.raters:
        if rater.interviewer == person:
            return rater.mean
    mine = [card for card in report.independent if card.interviewer == person]
    asked = {rating.item.competency for card in mine for rating in card.ratings}
    return GAP if line.competency in asked else None


def _more(n: int, texts: Texts) -> str:
    return texts.count(
        "{n} more competency is in the table of this message.",
        "{n} more competencies are in the table of this message.",
        n,
    )


def _sentence(row: Row, grid_: Grid, texts: Texts) -> str:
    line = row.line
    cells = texts(", ").join(_cells(row, grid_, texts)) or texts("not assessed by anybody")
    if line.mean is None:
        return texts("{name}: {cells}.", name=row.name, cells=cells)
    return texts(
        "{name}: {cells}. Mean {mean}, bar {bar}, {raters}, {trust}.",
        name=row.name,
        cells=cells,
        mean=texts.number(line.mean),
        bar=texts.number(line.bar),
        raters=texts.count("{n} rater", "{n} raters", len(line.raters)),
        trust=words.confidence(texts, line.confidence),
    )


def _cells(row: Row, grid_: Grid, texts: Texts) -> Iterator[str]:
    for name, cell in zip(grid_.raters, row.cells, strict=True):
        if cell == GAP:
            yield texts("{name} not assessed", name=name)
        elif cell is not None:
            yield f"{name} {texts.number(cell)}"
