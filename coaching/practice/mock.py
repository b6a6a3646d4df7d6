"""A mock interview: where a person is in it, and what comes next. Nothing in it is a score."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from coaching.practice.answer import probe
from coaching.practice.turn import Said, Turn
from coaching.practice.wish import Wish
from questions.bank import Question
from questions.wording import Locale

BREAK = timedelta(minutes=15)  # no step takes longer: who needs more is having a break

# How long nothing new means that an answer is complete. Slack does not tell an app that somebody
# types, and a good paragraph takes two minutes: a shorter silence would cut people off.
SILENCE = timedelta(minutes=3)

State = Literal["asking", "stopped", "over"]
Stage = Literal["answering", "rating"]


@dataclass(frozen=True, slots=True)
class Mock:
    """Where a person is. ``at`` counts the questions behind them, ``turns`` what was said so far.

    ``probed`` are the probes asked to the current question; ``listening`` is the turn that says
    that an answer is being heard, ``due_at`` when silence ends it. ``spent`` are the seconds up
    to ``since``, breaks left out. ``uncommented``: the person let an answer go to a language
    model, which has not been asked yet; ``reader`` is the one that they chose.
    """

    id: str
    person: str
    wish: Wish
    questions: tuple[str, ...]
    since: datetime
    state: State = "asking"
    stage: Stage = "answering"
    at: int = 0
    probed: tuple[str, ...] = ()
    turns: int = 0
    listening: int | None = None
    due_at: datetime | None = None
    spent: int = 0
    uncommented: bool = False
    reader: str = ""

    @property
    def probe(self) -> str:
        """The id of the follow-up that is open; nothing while the question itself is."""
        return self.probed[-1] if self.probed else ""

    @property
    def question(self) -> str:
        """The id of the current question; nothing when all are behind."""
        return self.questions[self.at] if self.at < len(self.questions) else ""


def stepped(mock: Mock, now: datetime) -> Mock:
    """Return the mock with its time counted up to now; a break and a pause count for nothing."""
    passed = now - mock.since
    counted = passed if mock.state == "asking" and passed <= BREAK else timedelta()
    return replace(mock, since=now, spent=mock.spent + int(counted.total_seconds()))


def left(mock: Mock, now: datetime) -> int | None:
    """Return the whole minutes left, 0 when time is over, None without a clock."""
    if not mock.wish.timed:
        return None
    seconds = mock.wish.minutes * 60 - stepped(mock, now).spent
    return max(0, -(-seconds // 60))


def hear(mock: Mock, now: datetime) -> tuple[Mock, Turn | None]:
    """Go on listening; the first message of an answer gets a line that says so, no other does."""
    due = replace(mock, due_at=now + SILENCE)
    if mock.listening is not None:
        return due, None
    return say(replace(due, listening=mock.turns), "listening", mock.probe)


def finish(mock: Mock, question: Question | None, answer: str, now: datetime) -> tuple[Mock, Turn]:
    """Return the mock after an answer is done, and what to say: a probe, or how to rate oneself.

    ``question`` is the current one, None when the bank no longer has it: then the next is asked.
    """
    if question is None:
        return go_on(mock, now)
    mock = replace(mock, listening=None, due_at=None)
    if left(mock, now) != 0 and (asked := probe(answer, question, mock.probed)):
        return say(replace(mock, probed=(*mock.probed, asked.id)), "probe", asked.id)
    return done(mock)


def done(mock: Mock) -> tuple[Mock, Turn]:
    """Return the mock after an answer to which nothing more is asked, and how to rate oneself."""
    return say(replace(mock, stage="rating", listening=None, due_at=None), "rate")


def skip(mock: Mock, now: datetime) -> tuple[Mock, Turn]:
    """Leave out a follow-up, and with it whatever else would be asked; else the whole question."""
    if mock.probed or mock.listening is not None:
        return done(mock)
    return go_on(mock, now)


def go_on(mock: Mock, now: datetime) -> tuple[Mock, Turn]:
    """Return the next question, or the end: of the questions, or kindly of the time."""
    at = mock.at + 1
    after = replace(_afresh(mock), at=at)
    if at == len(mock.questions):
        return say(replace(after, state="over"), "end")
    if left(mock, now) == 0:
        return say(replace(after, state="over"), "time")
    return say(after, "question")


def retry(mock: Mock) -> tuple[Mock, Turn]:
    """Ask the question that was just answered once more."""
    return say(_afresh(mock), "question")


def _afresh(mock: Mock) -> Mock:
    """Return the mock with a question to be asked; nobody waits for a comment on the last answer.

    One that was not asked for by now would speak of what is behind the person.
    """
    return replace(
        mock, stage="answering", probed=(), listening=None, due_at=None, uncommented=False
    )


def resumed(mock: Mock) -> Mock:
    """Return the mock under way: who presses a button of a paused one goes on."""
    return replace(mock, state="asking") if mock.state == "stopped" else mock


def switched(mock: Mock) -> Mock:
    """Return the mock in the other language."""
    other: Locale = "zh-CN" if mock.wish.locale == "en" else "en"
    return replace(mock, wish=replace(mock.wish, locale=other))


def ask(mock: Mock) -> tuple[Mock, Turn]:
    """Return the turn that says again what the person is to do next."""
    asking = replace(mock, state="asking", listening=None)
    if mock.stage == "rating":
        return say(asking, "rate")
    if mock.probe:
        return say(asking, "probe", mock.probe)
    return say(asking, "question")


def say(mock: Mock, said: Said, probe: str = "") -> tuple[Mock, Turn]:
    """Return the mock one turn later, and that turn."""
    return replace(mock, turns=mock.turns + 1), Turn(
        mock.id, mock.turns, said, mock.question, probe
    )
