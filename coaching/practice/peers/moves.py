"""What the buttons of a pair do, each in one transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from coaching.errors import NotFoundError
from coaching.practice.peers import ending
from coaching.practice.peers.session import (
    ROUNDS,
    Session,
    advanced,
    begun,
    followed_up,
    readied,
)
from coaching.practice.peers.sight import What, tell
from coaching.practice.repositories import PracticeWork
from coaching.practice.wish import choose
from questions.library import Library


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button stands for: a pair, its round, the step of the guide, a follow-up or none."""

    session: str
    round: int = 0
    step: int = 0
    probe: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed ``by`` somebody of the pair, with the transaction it happens in."""

    by: str
    what: Pressed
    work: PracticeWork
    library: Library
    now: datetime


Moved = tuple[Session, What]
Move = Callable[[Session, Press], Awaitable[Moved]]


async def ready(session: Session, press: Press) -> Moved:
    """Note that both are here; the first round begins when both have said so."""
    if session.state == "talking":
        return session, "met"
    after = readied(session, press.by)
    if len(after.ready) == ROUNDS:
        return await _begin(after, press), "met"
    await press.work.peers.save(after, press.now)
    await tell(press.work, after, after.partner(press.by), "here", press.now)  # once, by its key
    return after, "met"


async def leave(session: Session, press: Press) -> Moved:
    """End what has not begun; the partner is told."""
    if session.state == "talking":
        return session, "met"
    return await ending.end(press.work, session, "left", press.now, silent=press.by), "met"


async def on(session: Session, press: Press) -> Moved:
    """Go one step on in the guide, or note that a follow-up was used."""
    if not _current(session, press):
        return session, "ask"
    after = advanced(session, press.what.step)
    if probe := press.what.probe:
        question = press.library.question(session.questions[-1])
        if question is None or probe not in {each.id for each in question.probes}:
            raise NotFoundError
        after = followed_up(session, probe)
    await press.work.peers.save(after, press.now)
    return after, "ask"


async def swap(session: Session, press: Press) -> Moved:
    """Begin the second round, with another question and the parts exchanged."""
    if not _current(session, press) or session.round + 1 == ROUNDS:
        return session, "ask"
    return await _begin(session, press), "ask"


async def end(session: Session, press: Press) -> Moved:
    """End it for both, at any point of a round."""
    if session.state == "meeting":
        raise NotFoundError
    return await ending.end(press.work, session, "end", press.now), "answer"


def _current(session: Session, press: Press) -> bool:
    """Say whether a card of the guide is of this round; NotFoundError when it is not theirs."""
    n = press.what.round
    if n > session.round or session.asks(n) != press.by:
        raise NotFoundError
    return n == session.round


async def _begin(session: Session, press: Press) -> Session:
    """Begin the next round with a question that neither has met, as long as there is one."""
    n, work = session.round + 1, press.work
    met = [
        question
        for person in session.people
        for question in (*await work.mocks.met(person), *await work.peers.met(person))
    ]
    [question] = choose(session.wish(n), press.library, met, f"{session.id}/{n}")
    after = begun(session, question)
    await work.peers.save(after, press.now)
    await tell(work, after, after.asks(n), "ask", press.now)
    await tell(work, after, after.answers(n), "answer", press.now)
    return after
