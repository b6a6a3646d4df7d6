"""What is found in an answer: each part with its best clause, numbers, and what speaks against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.feedback.cues import PARTS, Cue, Cues
from coaching.feedback.reading import Reading, take_apart
from coaching.feedback.telling import Telling, places, tell
from questions.bank import Question
from questions.practice import ContentPoint, Part
from questions.wording import LOCALES

Status = Literal["found", "partly", "none"]
Quantity = Literal["none", "around", "result", "change"]
BARE = 2.2  # English words: a clause of no more says nothing by itself
LAST = 0.6  # of an answer: what comes after may be its end


@dataclass(frozen=True, slots=True)
class Findings:
    """Facts about one answer. ``where`` is the clause that shows a part best."""

    reading: Reading
    telling: Telling
    parts: Mapping[Part, Status]
    where: Mapping[Part, int]
    quantity: Quantity
    touched: Sequence[ContentPoint]
    covered: float  # share of the letters that belong to a cue
    bare: float  # share of the clauses that are hardly more than a cue


def find(answer: str, question: Question, cues: Cues) -> Findings:
    """Look for everything in an answer, once."""
    reading = take_apart(answer, cues)
    telling = tell(reading, cues, episode=episode(question))
    found = {part: _best(reading, telling, cues, part) for part in PARTS}
    return Findings(
        reading=reading,
        telling=telling,
        parts={part: status for part, (status, _) in found.items()},
        where={part: at for part, (_, at) in found.items() if at is not None},
        quantity=_quantity(reading, telling, cues, found["result"][1]),
        touched=_touched(reading, question),
        covered=_covered(reading, cues),
        bare=_bare(reading),
    )


def episode(question: Question) -> bool:
    """Say whether a question asks for something that happened."""
    return question.mock.expect.episode if question.mock else question.type == "behavioural"


Found = tuple[Status, int | None]


def _best(reading: Reading, telling: Telling, cues: Cues, part: Part) -> Found:
    if part == "action":
        return _action(reading, telling, cues)
    if part == "result":
        return _result(reading, telling, cues)
    strong = _telling_something(reading, places(reading, cues.strong[part]))
    if part not in {"reflection", "risk", "evidence", "alternatives", "reasoning"}:
        strong = [at for at in strong if at not in telling.reflection | telling.general]
    if strong:
        return "found", strong[0]
    weak = _telling_something(reading, places(reading, cues.weak[part]))
    return ("partly", weak[0]) if weak else ("none", None)


def _action(reading: Reading, telling: Telling, cues: Cues) -> Found:
    own = _telling_something(reading, telling.own)
    spoken = _telling_something(reading, places(reading, cues.strong["action"]))
    spoken = [at for at in spoken if at not in telling.general]
    if own or spoken:
        return "found", max(own or spoken, key=lambda at: (reading.clauses[at].size, -at))
    team = _telling_something(reading, telling.team)
    return ("partly", team[0]) if team else ("none", None)


def _result(reading: Reading, telling: Telling, cues: Cues) -> Found:
    """Find how it ended: a strong cue after the first deed, or weaker signs at the end."""
    unreal = telling.general | telling.reflection
    after = min(telling.deeds, default=0)
    strong = [
        at
        for at in _telling_something(reading, places(reading, cues.strong["result"]))
        if at not in unreal and at >= after
    ]
    if strong:
        return "found", strong[-1]
    weak = [
        at
        for at in _telling_something(reading, places(reading, cues.weak["result"]))
        if at not in unreal and at > after
    ]
    if len(weak) > 1 or (weak and weak[-1] >= LAST * len(reading.clauses)):
        return "found", weak[-1]
    if weak:
        return "partly", weak[-1]
    return _ending(reading, telling, cues)


def _ending(reading: Reading, telling: Telling, cues: Cues) -> Found:
    """Take the last sentence for a result, perhaps, when it tells of others and of the past."""
    told = [
        at
        for at in range(len(reading.clauses))
        if at not in telling.reflection | telling.general
    ]
    if not told or not telling.deeds or told[-1] < LAST * len(reading.clauses):
        return "none", None
    last = [at for at in reading.sentence(told[-1]) if at in told]
    past = places(reading, cues.past)
    if any(at in telling.deeds for at in last) or not any(at in past for at in last):
        return "none", None
    return "partly", last[-1]


def _telling_something(reading: Reading, found: object) -> list[int]:
    return sorted(at for at in found if reading.clauses[at].size > BARE)  # type: ignore[attr-defined]


def _quantity(reading: Reading, telling: Telling, cues: Cues, result: int | None) -> Quantity:
    """Say where numbers stand: nowhere, anywhere, in the result, or as a change in it."""
    numbers = _numbers(reading, cues)
    if result is None:
        return "around" if numbers else "none"
    first = min(reading.sentence(result))
    zone = {
        at
        for at in range(len(reading.clauses))
        if at >= first and at not in telling.reflection
    }
    if not numbers & zone:
        return "around" if numbers else "none"
    return "change" if zone & set(places(reading, cues.change)) else "result"


def _numbers(reading: Reading, cues: Cues) -> set[int]:
    masked = [*cues.masked.spans(reading.lines)]
    return {
        reading.clause_at(start)
        for start, end in cues.number.spans(reading.lines)
        if not any(first <= start and end <= last for first, last in masked)
    }


def _touched(reading: Reading, question: Question) -> Sequence[ContentPoint]:
    points = question.mock.content_points if question.mock else ()
    return [
        point
        for point in points
        if any(hint.lower() in reading.lines for locale in LOCALES for hint in point.any.of(locale))
    ]


def _covered(reading: Reading, cues: Cues) -> float:
    marked = bytearray(len(reading.lines))
    every: list[Cue] = [*cues.strong.values(), *cues.weak.values(), cues.own_deed]
    for cue in every:
        for start, end in cue.spans(reading.lines):
            marked[start:end] = b"\1" * (end - start)
    return sum(marked) / max(1, len(marked))


def _bare(reading: Reading) -> float:
    sizes = [clause.size for clause in reading.clauses]
    return sum(size <= BARE + 1 for size in sizes) / max(1, len(sizes))
