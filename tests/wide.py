"""A debrief as large as they get: twelve competencies, eight raters, 2,900 units on each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coaching.loop import Interview
from coaching.scorecard import EVIDENCE, Item, Points, Rating, Recommendation, Scorecard
from coaching.typed import length
from questions.library import Library
from questions.model import Model

SAID = "她先复述了客户的顾虑👩‍👩‍👧‍👦，再画出流程🙂。"


def library(live: Library, competencies: int = 12) -> Library:
    """Return a library of one model with so many competencies, none of them with a question."""
    model = live.models[0]
    more = [
        each.model_copy(update={"id": f"{each.id}-{n}"})
        for n in range(2)
        for each in model.competencies
    ]
    group = model.groups[0].model_copy(update={"competencies": tuple(more[:competencies])})
    fields = model.model_copy(update={"groups": (group,)}).model_dump(by_alias=True)
    return replace(live, models=(Model.model_validate(fields),), questions={})


def cards(interviews: Sequence[Interview], items: Sequence[Item]) -> Iterator[Scorecard]:
    """Yield a card for each interview: no two raters write or think the same."""
    points: Sequence[Points] = (1, 5, 3, 2, 4)
    for n, interview in enumerate(interviews):
        mark = points[n % len(points)]
        ratings = [Rating(item, mark, unlike(n, k)) for k, item in enumerate(items)]
        yield Scorecard(interview.id, interview.interviewer, ratings, Recommendation.YES)


def unlike(rater: int, item: int) -> str:
    """Return 2,900 units of Chinese and emoji that nobody else wrote."""
    text = f"{rater}-{item}：" + SAID * (EVIDENCE // len(SAID) + 1)
    while length(text) > EVIDENCE:
        text = text[:-1]
    return text + "。" * (EVIDENCE - length(text))
