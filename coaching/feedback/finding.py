"""What is found in an answer: each part with the clause that shows it best, and numbers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from coaching.feedback.cues import PARTS, Cue, Cues
from coaching.feedback.reading import Reading, take_apart
from coaching.feedback.telling import Telling, tell
from questions.bank import Question
from questions.practice import ContentPoint, Part
from questions.wording import LOCALES

Status = Literal["found", "partly", "none"]
Quantity = Literal["none", "around", "perhaps", "result", "change"]
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
    past: float  # share of the clauses that tell what has happened
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
        past=len(reading.places(cues.past)) / max(1, len(reading.clauses)),
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
    if part == "reflection":
        return _reflection(reading, telling, cues)
    strong = _telling_something(reading, reading.places(cues.strong[part]))
    if part in {"situation", "task"}:
        strong = [at for at in strong if at not in telling.reflection | telling.general]
    if strong:
        return "found", strong[0]
    weak = _telling_something(reading, reading.places(cues.weak[part]))
    if part == "situation" and reading.clauses and 0 not in telling.deeds | telling.general:
        weak.append(0)  # the beginning sets the scene, more often than not
    return ("partly", weak[0]) if weak else ("none", None)


def _action(reading: Reading, telling: Telling, cues: Cues) -> Found:
    own = _telling_something(reading, telling.own)
    spoken = _telling_something(reading, reading.places(cues.strong["action"]))
    spoken = [at for at in spoken if at not in telling.general]
    if own or spoken:
        return "found", _fullest(reading, cues, own or spoken)
    team = _telling_something(reading, telling.team)
    return ("partly", team[0]) if team else ("none", None)


def _fullest(reading: Reading, cues: Cues, deeds: list[int]) -> int:
    """Return the deed that says most, not one of the scene when there are others."""
    scene = {
        each for at in reading.places(cues.strong["situation"]) for each in reading.sentence(at)
    }
    later = [at for at in deeds if at not in scene and reading.clauses[at].sentence > 1]
    crowd = Counter(reading.clauses[at].sentence for at in later or deeds)
    return max(
        later or deeds,
        key=lambda at: (crowd[reading.clauses[at].sentence], reading.clauses[at].size),
    )


def _result(reading: Reading, telling: Telling, cues: Cues) -> Found:
    """Find how it ended: a strong cue after the first deed, or weaker signs at the end."""
    strong, weak = _endings(reading, telling, cues)
    if strong:
        return "found", _firmest(reading, cues, strong)
    if len(weak) > 1 or (weak and weak[-1] >= LAST * len(reading.clauses)):
        return "found", weak[-1]
    if weak:
        return "partly", weak[-1]
    return _ending(reading, telling, cues)


def _endings(reading: Reading, telling: Telling, cues: Cues) -> tuple[list[int], list[int]]:
    """Return the clauses with strong and with weak cues of a result, where they can be one.

    Before anything was done there is none. A sentence with a deed tells that deed, unless it sets
    a figure against another.
    """
    unreal = telling.general | telling.reflection
    after = min(telling.deeds, default=0)
    busy = {each for at in telling.deeds for each in reading.sentence(at)}
    busy -= _last(reading, telling) | set(reading.places(cues.change))
    strong = _telling_something(reading, reading.places(cues.strong["result"]))
    weak = _telling_something(reading, reading.places(cues.weak["result"]))
    return (
        [at for at in strong if at not in unreal | busy and at >= after],
        [at for at in weak if at not in unreal and at > after],
    )


def _reflection(reading: Reading, telling: Telling, cues: Cues) -> Found:
    """Find what was learned: by its cues, or perhaps in a last sentence that tells nothing else."""
    said = _telling_something(reading, telling.reflection)
    if said:
        return "found", said[0]
    if not reading.clauses or not telling.deeds:
        return "none", None
    last = set(reading.sentence(len(reading.clauses) - 1))
    result = {*reading.places(cues.strong["result"]), *reading.places(cues.weak["result"])}
    told = last & (telling.deeds | result)
    return ("none", None) if told else ("partly", min(last))


def _firmest(reading: Reading, cues: Cues, results: list[int]) -> int:
    """Return the last with a change of figures, or with a figure, or the last."""
    numbers, change = _numbers(reading, cues), reading.places(cues.change)
    return max(results, key=lambda at: (at in numbers and at in change, at in numbers, at))


def _last(reading: Reading, telling: Telling) -> set[int]:
    """Return the last sentence that is no reflection, when nobody does anything alone in it."""
    told = [at for at in range(len(reading.clauses)) if at not in telling.reflection]
    last = set(reading.sentence(told[-1])) if told else set()
    return set() if last & telling.own else last


def _ending(reading: Reading, telling: Telling, cues: Cues) -> Found:
    """Take the end for a result, perhaps, when it tells of others and of the past.

    It is one when it has a number: people count what came out, seldom what others did before.
    """
    past, numbers = reading.places(cues.past), _numbers(reading, cues)
    end = _end(reading, telling)
    if not any(at in past for at in end):
        return "none", None
    counted = [at for at in end if at in numbers]
    return ("found", counted[0]) if counted else ("partly", max(at for at in end if at in past))


def _end(reading: Reading, telling: Telling) -> Sequence[int]:
    """Return the clauses after the sentence of the last deed, less habits and reflection."""
    if not telling.deeds:
        return []
    done = max(reading.sentence(max(telling.deeds)))
    unreal = telling.general | telling.reflection
    return [at for at in range(done + 1, len(reading.clauses)) if at not in unreal]


def _telling_something(reading: Reading, found: object) -> list[int]:
    return sorted(at for at in found if reading.clauses[at].size > BARE)  # type: ignore[attr-defined]


def _quantity(reading: Reading, telling: Telling, cues: Cues, result: int | None) -> Quantity:
    """Say where numbers stand: nowhere, anywhere, in the result, or as a change in it."""
    numbers = _numbers(reading, cues)
    if result is None:
        return "around" if numbers else "none"
    first = min(reading.sentence(result))
    zone = {
        at for at in range(len(reading.clauses)) if at >= first and at not in telling.reflection
    }
    if not numbers & zone:
        if _unmasked(reading, cues, cues.loose) & zone:
            return "perhaps"
        return "around" if numbers else "none"
    return "change" if zone & set(reading.places(cues.change)) else "result"


def _numbers(reading: Reading, cues: Cues) -> AbstractSet[int]:
    return _unmasked(reading, cues, cues.number)


def _unmasked(reading: Reading, cues: Cues, number: Cue) -> AbstractSet[int]:
    """Return the clauses with a number that is no year, ordinal or version."""
    masked = reading.spans(cues.masked)
    return {
        reading.clause_at(start)
        for start, end in reading.spans(number)
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
        for start, end in reading.spans(cue):
            marked[start:end] = b"\1" * (end - start)
    return sum(marked) / max(1, len(marked))


def _bare(reading: Reading) -> float:
    sizes = [clause.size for clause in reading.clauses]
    return sum(size <= BARE + 1 for size in sizes) / max(1, len(sizes))
