"""Ways through a guided interview, for the tests of everything that reads them."""

from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import strategies as st

from coaching.guide.step import Step
from coaching.guide.stops import CLOSING, OPENING, Stop
from coaching.guide.walking import after, walk

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
STOPS = (
    Stop(OPENING, 4),
    Stop("q1", 10, ("p1", "p2", "p3")),
    Stop("q2", 10, ("p1", "p2", "p3")),
    Stop("com", 9),
    Stop("q3", 8, ("p1", "p2")),
    Stop(CLOSING, 5),
)
KEYS = tuple(stop.key for stop in STOPS)


def at(minutes, seconds=0):
    return START + timedelta(minutes=minutes, seconds=seconds)


def steps(*told):
    """Return steps from (minutes, kind, item, detail), each with a key of its own."""
    numbers = count(1)
    return [Step(f"k{next(numbers)}", at(minutes), kind, *rest) for minutes, kind, *rest in told]


def guide(*told):
    return walk(STOPS, steps(*told))


def begun(*told):
    """Return a guide that stands on the first question, from minute 4 on."""
    return guide((0, "start"), (4, "next", OPENING), *told)


OFTEN = ("next",) * 5 + ("skip", "skip", "use", "use", "note", "note")
KINDS = (
    *OFTEN,
    "back",
    "go",
    "unuse",
    "rate",
    "edit",
    "delete",
    "finish",
    "reopen",
    "start",
    "new",
)
SAID = {
    "skip": ("no_time", "covered", "other", "bored"),
    "go": (*KEYS, "gone"),
    "use": ("p1", "p2", "p9"),
    "unuse": ("p1", "p2", "p9"),
    "rate": ("1", "5", "not_assessed", "6"),
    "note": ("她画了流程图", "asked the planners", "👍" * 900),
    "edit": ("edited", "改过", " "),
}
DETAILS = {kind: st.sampled_from(SAID.get(kind, ("",))) for kind in KINDS}
CARDS = st.sampled_from((*KEYS, "gone", None))
NOTES = st.sampled_from([f"m{n}" for n in range(1, 20)])
TAKEN = st.integers(0, 20).flatmap(
    lambda few: st.lists(st.sampled_from(KINDS), min_size=few, max_size=30)
)
LATE = st.one_of(st.none(), st.none(), st.none(), st.integers(0, 5400))


@st.composite
def walks(draw):
    """Draw steps as they come in: late, twice, on old cards, after the end and before the start.

    Most follow the card that is shown, three minutes after the last, or hardly any would get
    anywhere.
    """
    taken = [Step("m0", START, "start")] if draw(st.integers(0, 5)) else []
    found = walk(STOPS, taken)
    for n, kind in enumerate(draw(TAKEN), start=1):
        second = draw(LATE)
        if kind in {"edit", "delete"}:
            item = draw(NOTES)
        else:
            item = found.current.key if found.current and second is None else draw(CARDS)
        when = at(0, n * 180 if second is None else second)
        taken.append(Step(f"m{n}", when, kind, item, draw(DETAILS[kind])))
        found = after(found, taken[-1])
    again = draw(st.lists(st.sampled_from(taken), max_size=6)) if taken else []
    return [*taken, *again]
