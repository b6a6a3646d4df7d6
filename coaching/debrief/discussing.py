"""What a panel talks about first, and who speaks when. It orders topics, never people."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.phrase import Phrase
from coaching.profile import APART, EXACT, Line, said

TOPICS = 3  # more than a panel keeps in mind; the rest is in the table
Why = Literal["disputed", "below", "unassessed", "alone"]
ORDER: Sequence[Why] = ("disputed", "below", "unassessed", "alone")


@dataclass(frozen=True, slots=True)
class Topic:
    """A competency to talk about, and the reason to say beside its name."""

    line: Line
    why: Why
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who says what they heard about a competency, by account and in this order.

    ``opening`` are a lowest and a highest rater, ``then`` the other raters in the order of the
    panel; ``last`` is the hiring manager, whose word would else decide what others remember.
    """

    competency: str
    opening: Sequence[str]
    then: Sequence[str]
    last: str


def topics(lines: Sequence[Line], required: Collection[str]) -> Sequence[Topic]:
    """Return at most three topics; ``required`` are the competencies nothing makes up for.

    The largest disagreement comes first, then what is required and below its bar by most, then
    gaps: nobody, then one rater, what is required before what is not. Ties keep the order of
    ``lines``. A competency is there once, for the first reason it has.
    """
    found = [topic for line in lines if (topic := _topic(line, required))]
    return sorted(found, key=lambda topic: _rank(topic, required))[:TOPICS]


def speaking(lines: Sequence[Line], panel: Sequence[str], manager: str) -> Sequence[Speaking]:
    """Return who speaks when, for each disputed competency in the order of ``lines``.

    ``panel`` are the accounts of its raters in any order that is not their ratings'. Of several
    who rated the same, the one opens who has opened least so far.
    """
    opened: Counter[str] = Counter()
    return [_speaking(line, panel, manager, opened) for line in lines if line.disputed]


def _topic(line: Line, required: Collection[str]) -> Topic | None:
    if line.disputed:
        return Topic(line, "disputed", _apart(line))
    if line.mean is None:
        return Topic(line, "unassessed", Phrase("Nobody assessed it."))
    if line.competency in required and line.below:
        values = {"mean": said(line.mean), "bar": said(line.bar)}
        return Topic(
            line,
            "below",
            Phrase(
                "No other competency makes up for this one. Its mean is {mean}, the bar is {bar}.",
                values,
            ),
        )
    return Topic(line, "alone", Phrase("It rests on one rater.")) if _alone(line) else None


def _apart(line: Line) -> Phrase:
    means = [rater.mean for rater in line.raters]
    ends = {"low": said(min(means)), "high": said(max(means))}
    if round(line.spread, EXACT) >= APART:
        return Phrase(
            "The ratings are {apart} points apart, from {low} to {high}.",
            {"apart": said(line.spread), **ends},
        )
    return Phrase(
        "The ratings are on both sides of the bar, which is {bar}: from {low} to {high}.",
        {"bar": said(line.bar), **ends},
    )


def _alone(line: Line) -> bool:
    return len(line.raters) == 1


def _rank(topic: Topic, required: Collection[str]) -> tuple[int, float, bool]:
    line = topic.line
    size = {"disputed": line.spread, "below": line.bar - (line.mean or 0)}.get(topic.why, 0)
    return ORDER.index(topic.why), -round(size, EXACT), line.competency not in required


def _speaking(line: Line, panel: Sequence[str], manager: str, opened: Counter[str]) -> Speaking:
    means = {rater.interviewer: rater.mean for rater in line.raters}
    others = [each for each in panel if each in means and each != manager]
    opening = list(dict.fromkeys(_ends(others, means, opened)))
    opened.update(opening)
    then = [each for each in others if each not in opening]
    return Speaking(line.competency, opening, then, manager)


def _ends(raters: Sequence[str], means: dict[str, float], opened: Counter[str]) -> Iterator[str]:
    """Yield one of the lowest and one of the highest; the same twice when there is one."""
    for end in (min, max):
        if raters:
            mean = end(means[each] for each in raters)
            yield min((each for each in raters if means[each] == mean), key=opened.__getitem__)
