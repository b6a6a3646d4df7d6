"""What is found in an answer: each part with the clause that shows it best, and numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.practice.feedback.cues import PARTS, Cue, Cues
from coaching.practice.feedback.ending import Ending, Quantity, Seen, ending
from coaching.practice.feedback.reading import Reading, take_apart
from coaching.practice.feedback.telling import Telling, tell
from questions.bank import Question
from questions.practice import ContentPoint, Part
from questions.wording import LOCALES

Status = Literal["found", "partly", "none"]
Found = tuple[Status, int | None]
BARE = 2.2  # English words: a clause of no more says nothing by itself
SCENE = 0.5  # of an answer: what comes after sets no scene
OF_A_CASE: tuple[Part, ...] = ("alternatives", "evidence", "reasoning")
ENDED: Mapping[Seen, Status] = {
    "cue": "found",
    "sign": "found",
    "unclear": "partly",
    "nothing": "none",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """Facts about one answer. ``where`` is the clause that shows a part best."""

    reading: Reading
    telling: Telling
    parts: Mapping[Part, Status]
    where: Mapping[Part, int]
    ending: Ending
    touched: Sequence[ContentPoint]
    past: float  # share of the clauses that tell what has happened
    covered: float  # share of the letters that belong to a cue
    bare: float  # share of the clauses that are hardly more than a cue
    amiss: Mapping[str, int]  # rules of tips, each with the clause it is about

    @property
    def quantity(self) -> Quantity:
        """How firm the figures of the result are."""
        return self.ending.quantity


def find(answer: str, question: Question, cues: Cues) -> Findings:
    """Look for everything in an answer, once."""
    return found_in(take_apart(answer, cues), question, cues)


def found_in(reading: Reading, question: Question, cues: Cues) -> Findings:
    """Return the same of an answer that was taken apart already."""
    telling = tell(reading, cues, episode=episode(question))
    end = ending(reading, telling, cues)
    found = {part: _best(reading, telling, cues, part) for part in PARTS}
    found["result"] = (ENDED[end.seen], end.at)
    return Findings(
        reading=reading,
        telling=telling,
        parts={part: status for part, (status, _) in found.items()},
        where={part: at for part, (_, at) in found.items() if at is not None},
        ending=end,
        touched=_touched(reading, question),
        past=len(reading.places(cues.past)) / max(1, len(reading.clauses)),
        covered=_covered(reading, cues),
        bare=_bare(reading),
        amiss=amiss(reading, cues),
    )


def episode(question: Question) -> bool:
    """Say whether a question asks for something that happened."""
    return question.mock.expect.episode if question.mock else question.type == "behavioural"


def amiss(reading: Reading, cues: Cues) -> Mapping[str, int]:
    """Return the tips that apply, the one to give first, with the first clause of each."""
    places = {rule: reading.places(cue) for rule, cue in cues.tips.items()}
    return {rule: min(found) for rule, found in places.items() if found}


def asked(question: Question) -> tuple[Part, ...]:
    """Return the parts that may be said not to be found: of a story, or those a case expects."""
    if not episode(question):
        wanted = question.mock.expect.parts if question.mock else OF_A_CASE
        return tuple(part for part in OF_A_CASE if part in wanted)
    looks_back = question.mock is not None and question.mock.expect.reflection == "preferred"
    return ("action", "result", *(("reflection",) if looks_back else ()))


def _best(reading: Reading, telling: Telling, cues: Cues, part: Part) -> Found:
    match part:
        case "action":
            return _action(reading, telling, cues)
        case "reflection":
            return _reflection(reading, telling, cues)
        case "situation" | "task":
            return _scene(reading, telling, cues, part)
        case _:
            said = _telling_something(reading, reading.places(cues.strong[part]))
            return ("found", said[0]) if said else ("none", None)


def _scene(reading: Reading, telling: Telling, cues: Cues, part: Part) -> Found:
    early = [
        at
        for at in range(len(reading.clauses))
        if at < max(2, SCENE * len(reading.clauses))
        and at not in telling.reflection | telling.general
    ]
    strong = _telling_something(reading, set(early) & set(reading.places(cues.strong[part])))
    if strong:
        return "found", strong[0]
    weak = _telling_something(reading, set(early) & set(reading.places(cues.weak[part])))
    if part == "situation" and early and 0 not in telling.deeds:
        weak.append(0)  # the beginning sets the scene, more often than not
    return ("partly", weak[0]) if weak else ("none", None)


def _action(reading: Reading, telling: Telling, cues: Cues) -> Found:
    spoken = set(reading.places(cues.strong["action"])) - telling.general - telling.reflection
    own = _telling_something(reading, telling.plainly | spoken)
    if own:
        return "found", _fullest(reading, telling, cues, own)
    team = _telling_something(reading, telling.team)
    return ("partly", _fullest(reading, telling, cues, team)) if team else ("none", None)


def _fullest(reading: Reading, telling: Telling, cues: Cues, deeds: Sequence[int]) -> int:
    """Return a deed from where most is done, not one of the scene when there are others."""
    scene = {
        each for at in reading.places(cues.strong["situation"]) for each in reading.sentence(at)
    }
    later = [at for at in deeds if at not in scene and reading.clauses[at].sentence > 1]
    crowd = Counter(reading.clauses[at].sentence for at in telling.deeds)
    return max(
        later or deeds,
        key=lambda at: (crowd[reading.clauses[at].sentence], reading.clauses[at].size),
    )


def _reflection(reading: Reading, telling: Telling, cues: Cues) -> Found:
    """Find what was learned: by its cues, or perhaps in a last sentence that tells nothing else."""
    if said := _telling_something(reading, telling.reflection):
        return "found", said[0]
    if not reading.clauses or not telling.deeds:
        return "none", None
    last = set(reading.sentence(len(reading.clauses) - 1))
    result = {*reading.places(cues.strong["result"]), *reading.places(cues.weak["result"])}
    return ("none", None) if last & (telling.deeds | result) else ("partly", min(last))


def _telling_something(reading: Reading, found: Iterable[int]) -> list[int]:
    return sorted(at for at in found if reading.clauses[at].size > BARE)


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
