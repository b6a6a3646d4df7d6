"""How an answer ends: what comes after the last deed, and whether it is a result."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from coaching.practice.feedback.cues import Cue, Cues
from coaching.practice.feedback.reading import Reading
from coaching.practice.feedback.telling import Telling

Quantity = Literal["none", "around", "perhaps", "result", "change"]
Seen = Literal["cue", "sign", "unclear", "nothing"]
LAST = 0.6  # of an answer: what comes after may be how it ended
SPOKEN = 60  # English words in a sentence: nobody writes that many, so it has no stops


@dataclass(frozen=True, slots=True)
class Ending:
    """What was seen of a result, where, and how firm its figures are.

    A ``cue`` can be quoted. A ``sign`` is enough not to ask for more. ``unclear`` is a text that
    goes on after the last deed, or a cue before it: asked about, never called absent.
    """

    seen: Seen
    at: int | None
    quantity: Quantity


def ending(reading: Reading, telling: Telling, cues: Cues) -> Ending:
    """Look at what comes after the last deed; where that is nothing, at the last deed itself.

    A figure or a cue before it belongs to the way there: no result is read into it.
    """
    strong, weak = reading.places(cues.strong["result"]), reading.places(cues.weak["result"])
    numbers, change = figures(reading, cues, cues.number), reading.places(cues.change)
    end = _end(reading, telling)
    for cued in (strong, weak, numbers) if telling.deeds else (strong,):
        if found := [at for at in end if at in cued]:
            at = max(found, key=lambda at: (at in numbers and at in change, at in numbers, at))
            late = cued is strong and at in _last(reading, telling)
            return Ending("cue" if late else "sign", at, _firmness(reading, cues, end))
    last = _last_deed(reading, telling)
    if found := [at for at in last if at in strong and at in change]:
        return Ending("cue", found[-1], _firmness(reading, cues, last))
    around: Quantity = "around" if numbers else "none"
    past = reading.places(cues.past)
    after = min(telling.deeds, default=len(reading.clauses))
    earlier = [at for at in strong if at > after and at not in telling.reflection | telling.general]
    unclear = [at for at in end if at in past] or earlier
    return Ending("unclear" if unclear else "nothing", max(unclear, default=None), around)


def figures(reading: Reading, cues: Cues, number: Cue) -> AbstractSet[int]:
    """Return the clauses with a number that is no year, ordinal or version."""
    masked = bytearray(len(reading.lines))
    for start, end in reading.spans(cues.masked):
        masked[start:end] = b"\1" * (end - start)
    return {
        reading.clause_at(start)
        for start, end in reading.spans(number)
        if not all(masked[start:end])
    }


def _border(telling: Telling) -> int | None:
    """Return the last deed of one's own; of the team, when there is none."""
    return max(telling.own or telling.team, default=None)


def _end(reading: Reading, telling: Telling) -> Sequence[int]:
    border = _border(telling)
    if border is None:
        return _last(reading, telling)
    sentence = list(reading.sentence(border))
    words = sum(reading.clauses[at].size for at in sentence)
    done = border if words > SPOKEN else sentence[-1]
    unreal = telling.general | telling.reflection
    return [at for at in range(done + 1, len(reading.clauses)) if at not in unreal]


def _last(reading: Reading, telling: Telling) -> Sequence[int]:
    """Return the last part of an answer, less what is habit or reflection."""
    unreal = telling.general | telling.reflection
    told = [at for at in range(len(reading.clauses)) if at not in unreal]
    late = told[round(LAST * len(told)) :]
    first = min(reading.sentence(late[0])) if late else 0
    return [at for at in told if at >= first]


def _last_deed(reading: Reading, telling: Telling) -> Sequence[int]:
    border = _border(telling)
    if border is None:
        return []
    return [at for at in reading.sentence(border) if at not in telling.reflection]


def _firmness(reading: Reading, cues: Cues, end: Sequence[int]) -> Quantity:
    counted = [at for at in end if at in figures(reading, cues, cues.number)]
    if counted:
        compared = {reading.clauses[at].sentence for at in end if at in reading.places(cues.change)}
        both = compared & {reading.clauses[at].sentence for at in counted}
        return "change" if both else "result"
    if figures(reading, cues, cues.loose) & set(end):
        return "perhaps"
    return "around" if figures(reading, cues, cues.number) else "none"
