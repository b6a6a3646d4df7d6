"""A question that somebody wrote, judged beside 5,000 others: the first time, and again.

Sent again it is beside texts that are remembered. CPU time, without the database.
"""

import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice

from bot import shelves
from coaching.judging import Desk
from coaching.question_form import Frame, QuestionForm
from coaching.wording_up import header, new
from questions.bank import Question
from questions.library import Library
from questions.topics import Topics
from tests.journeys.own import CHOICES, FIRST, FORM

MANY = 5_000
ROUNDS = 9
TODAY = date(2026, 12, 1)
LETTERS = 0x4E00  # the first Chinese character; those after it make a text of its own


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU milliseconds beside so many questions: the first time, the median of later times."""

    beside: int
    first: float
    again: float


async def main() -> None:
    """Print a table; the first row is what the other is compared with."""
    both = shelves.read()
    shipped = [*both.live.questions.values(), *both.mock.questions.values()]
    own = islice(_variants(both.live), MANY - len(shipped))
    rows = [await _measure(both.live, beside) for beside in (shipped, [*shipped, *own])]
    sys.stdout.write(f"Judging a question that was written, beside those shipped and {MANY}\n")
    sys.stdout.write("\n".join(_table(rows)) + "\n")


def _table(rows: Sequence[Measured]) -> list[str]:
    head = f"{'beside':>8}{'first ms':>10}{'ratio':>7}{'again ms':>10}{'ratio':>7}"
    return [
        head,
        *(
            f"{row.beside:>8}{row.first:>10.0f}{row.first / rows[0].first:>7.1f}"
            f"{row.again:>10.0f}{row.again / rows[0].again:>7.1f}"
            for row in rows
        ),
    ]


async def _measure(live: Library, beside: Sequence[Question]) -> Measured:
    form = _form()
    model, competency = live.place(form.frame.competency)
    desk = Desk(live, beside, header(model, competency, TODAY), frozenset(), TODAY)
    topics = Topics.shipped()
    first, *again = [await _judged(desk, form, topics) for _ in range(ROUNDS + 1)]
    return Measured(len(beside), first, statistics.median(again))


async def _judged(desk: Desk, form: QuestionForm, topics: Topics) -> float:
    """Return how many CPU milliseconds it takes; FormError when the form is not well."""
    data = new(form, "ibi-own-beh-001", "ibi-own-family")
    began = time.process_time()
    await desk.judge(form, data, topics)
    return (time.process_time() - began) * 1000


def _form() -> QuestionForm:
    frame = Frame.new(FIRST["competency"], FIRST["type"], FIRST["levels"])
    return QuestionForm(
        frame=frame,
        sub_dimensions=CHOICES["sub_dimensions"],
        claims=CHOICES["claims"],
        expected={level: int(CHOICES[f"expected:{level}"]) for level in frame.levels},
        minutes={name: int(CHOICES[f"minutes:{name}"]) for name in ("answer", "probes")},
        texts=FORM,
        kinds=[*frame.probes[:2], CHOICES["kind:2"], None, None, None],
    )


def _variants(library: Library) -> Iterator[Question]:
    """Yield questions like the shipped ones for ever, each with a prompt of its own."""
    for n, question in enumerate(cycle(library.questions.values())):
        name, prompt = f"{question.id}-{n}", question.prompt
        asked = {"en": f"{prompt.en} {n}", "zh_cn": f"{prompt.zh_cn}{chr(LETTERS + n)}"}
        changed = {"id": name, "family": name, "prompt": prompt.model_copy(update=asked)}
        yield question.model_copy(update=changed)
