"""Who does what in an answer: whose deed each clause tells, and which clauses tell none."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from coaching.practice.feedback.cues import Cue, Cues
from coaching.practice.feedback.reading import Reading

Who = Literal["own", "team", "other"]
LATE = 0.7  # of an answer
Places = Mapping[int, int]  # the first place of a cue in each clause that has it


@dataclass(frozen=True, slots=True)
class Telling:
    """Clauses by what they tell. A clause of reflection or of habits tells no deed."""

    own: frozenset[int]
    plainly: frozenset[int]  # those of one's own that say "I"
    team: frozenset[int]
    general: frozenset[int]
    reflection: frozenset[int]

    @property
    def deeds(self) -> AbstractSet[int]:
        """The clauses in which somebody with a share in it did something."""
        return self.own | self.team


def tell(reading: Reading, cues: Cues, *, episode: bool) -> Telling:
    """Sort the clauses of an answer. Without an ``episode``, habits and plans are what is asked."""
    reflection = frozenset(_reflection(reading, cues))
    habits = _to_the_end(reading, reading.places(cues.general)) if episode else ()
    general = frozenset(habits) - reflection
    unreal = general | reflection
    said: dict[Who, Places] = {
        "own": _deeds(reading, cues.own_deed, cues.state),
        "team": _deeds(reading, cues.team_deed, cues.state),
    }
    begun = set(reading.places(cues.begun)) - set(reading.places(cues.strong["result"]))
    who = list(_subjects(reading, cues, general))
    own, team = set(said["own"]) - unreal, set(said["team"]) - unreal
    plainly = frozenset(own)
    for at in begun - unreal - own - team:
        subject, inherited = who[at]
        if inherited and subject == "own":
            own.add(at)
        elif inherited and subject == "team":
            team.add(at)
    return Telling(frozenset(own), plainly, frozenset(team - own), general, reflection)


def _reflection(reading: Reading, cues: Cues) -> Iterator[int]:
    """Yield the clauses that look back; near the end of an answer, people go on doing so."""
    begun = reading.places(cues.strong["reflection"])
    yield from _to_the_end(reading, begun)
    many = len(reading.clauses)
    late = min((at for at in begun if at >= LATE * many), default=many)
    if not any(at > late for at in reading.places(cues.strong["result"])):
        yield from range(late, many)


def _to_the_end(reading: Reading, begun: Places) -> Iterator[int]:
    """Yield the clauses of a sentence from a cue on."""
    for at in begun:
        yield from (each for each in reading.sentence(at) if each >= at)


def _deeds(reading: Reading, deed: Cue, state: Cue) -> Places:
    """Return where a deed is told, less what only looks like one: "I wanted", "I knew"."""
    states = {start for start, _ in reading.spans(state)}
    found: dict[int, int] = {}
    for start, _ in reading.spans(deed):
        if start not in states:
            found.setdefault(reading.clause_at(start), start)
    return found


def _subjects(
    reading: Reading, cues: Cues, general: AbstractSet[int]
) -> Iterator[tuple[Who | None, bool]]:
    """Yield who each clause is about, and whether that was said in an earlier one.

    Chinese leaves the subject out from sentence to sentence, English within one. Nobody is left
    out after a clause on how one works.
    """
    named: dict[Who, Places] = {
        "own": reading.places(cues.own),
        "team": reading.places(cues.team),
        "other": reading.places(cues.other),
    }
    last: Who | None = None
    sentence = -1
    for at, clause in enumerate(reading.clauses):
        if clause.sentence != sentence and not clause.chinese:
            last = None
        sentence = clause.sentence
        here = [(found[at], who) for who, found in named.items() if at in found]
        if here:
            last = min(here)[1]
        if at in general:
            last = None
        yield last, not here
