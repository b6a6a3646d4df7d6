"""A planned interview in the hands of somebody who organises it, and whether it may change."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from uuid import NAMESPACE_OID, uuid5

from coaching.errors import FixedError, NotFoundError
from coaching.loop import Interview, Loop
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.repositories import Work
from questions.library import Library


@dataclass(frozen=True, slots=True)
class Changeable:
    """An interview, its loop, and which interviews of that are sealed."""

    loop: Loop
    interview: Interview
    sealed: AbstractSet[str]
    library: Library
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def open(self) -> Sequence[Interview]:
        """The interviews of the loop that may be changed."""
        return [each for each in self.loop.interviews if not self._fixed(each)]

    @property
    def beside(self) -> Sequence[Interview]:
        """The interviews of those who sit in with this one, and go where it goes."""
        return [
            each
            for each in self.open
            if each.state == "planned" and each.beside == self.interview.id
        ]

    def refuse_fixed(self) -> None:
        """Raise FixedError when it stays as it is."""
        if fixed := self._fixed(self.interview):
            raise FixedError(fixed)

    def _fixed(self, interview: Interview) -> Phrase | None:
        if self.loop.debrief.released_at:
            return Phrase("The debrief is out, so these interviews stay as they are.")
        if interview.id in self.sealed:
            return Phrase("The scorecard is sealed, so this interview stays as it is.")
        if interview.state == "cancelled":
            return Phrase("This interview was called off.")
        return None


@dataclass(frozen=True, slots=True)
class Changed:
    """A loop after a change, the interview that was meant, and how many people are told."""

    loop: Loop
    interview: Interview
    told: int = 0


def successor(interview: str) -> str:
    """Return the id of the interview that takes the place of one, when its interviewer leaves."""
    return uuid5(NAMESPACE_OID, f"{interview}/successor").hex


async def find(
    work: Work, actor: Person, interview: str, admins: frozenset[str], shipped: Library
) -> Changeable:
    """Return an interview to somebody who organises it; NotFoundError for anybody else.

    One that somebody else took over leads to theirs, also from the button of an old message.
    """
    mine = await _newest(work, interview)
    loop = await work.loops.of(mine.candidate)
    if loop is None or actor.id == loop.candidate.account:
        raise NotFoundError
    if actor.id not in loop.organisers() | admins:
        raise NotFoundError
    sealed = await work.scorecards.sealed(loop.candidate.id)
    return Changeable(loop, mine, sealed.keys(), shipped)


async def held(
    work: Work, actor: Person, interview: str, admins: frozenset[str], shipped: Library
) -> Changeable:
    """Return it as nobody else can change it any more: read anew, once all of it is held."""
    await _hold(work, (await find(work, actor, interview, admins, shipped)).loop)
    return await find(work, actor, interview, admins, shipped)


async def _hold(work: Work, loop: Loop) -> None:
    """Let all of a loop be as it is until the transaction ends: its job, interviews and promise.

    In the order in which others hold them: a seal holds its interview before the promise.
    """
    await work.jobs.hold(loop.job.id)
    held: set[str] = set()
    while new := [each.id for each in loop.interviews if each.id not in held]:
        for interview in new:
            await work.loops.hold(interview, alone=True)
        held |= {*new}
        loop = await work.loops.of(loop.candidate.id) or loop
    await work.loops.lock(loop.candidate.id)


async def _newest(work: Work, interview: str) -> Interview:
    found = await work.loops.interview(interview)
    if found is None:
        raise NotFoundError
    while found.state == "cancelled":
        later = await work.loops.interview(successor(found.id))
        if later is None:
            break
        found = later
    return found
