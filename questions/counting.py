"""How many questions there are, as a table for people."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from questions.bank import TYPES, Question
from questions.library import Library
from questions.model import LEVELS, Competency

HEAD = ("competency", "sub-dimension", *TYPES, *LEVELS, "live", "mock")


def table(live: Library, mock: Library) -> str:
    """Return Markdown: a row for each sub-dimension, a sum for each competency and model.

    Types and levels count live questions. A question about two sub-dimensions counts in both rows,
    and once in the sums.
    """
    rows = chain.from_iterable(_model(model.id, live, mock) for model in live.models)
    lines = [_line(HEAD), _line("---" for _ in HEAD), *map(_line, rows)]
    return "\n".join(lines) + "\n"


def _model(model: str, live: Library, mock: Library) -> Iterator[Sequence[str]]:
    competencies = live.model(model).competencies
    for competency in competencies:
        yield from _competency(competency, live.of(competency.id), mock.of(competency.id))
    hired = [question for each in competencies for question in live.of(each.id)]
    practised = [question for each in competencies for question in mock.of(each.id)]
    yield _row(f"**{model}**", "**all**", hired, practised)


def _competency(
    competency: Competency, live: Sequence[Question], mock: Sequence[Question]
) -> Iterator[Sequence[str]]:
    for part in competency.sub_dimensions:
        asked = [question for question in live if part.id in question.sub_dimensions]
        practised = [question for question in mock if part.id in question.sub_dimensions]
        yield _row(competency.id, part.id, asked, practised)
    yield _row(competency.id, "all", live, mock)


def _row(
    competency: str, part: str, live: Sequence[Question], mock: Sequence[Question]
) -> Sequence[str]:
    types = [sum(question.type == kind for question in live) for kind in TYPES]
    levels = [sum(level in question.levels for question in live) for level in LEVELS]
    return competency, part, *(str(n) for n in (*types, *levels, len(live), len(mock)))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
