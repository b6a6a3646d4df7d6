"""Use case: decide about a candidate, after the debrief; again only with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.decide_form import VERDICT, DecideForm, gaps
from coaching.debrief.decision import VERDICTS, Decision, Verdict
from coaching.debrief.matter import Matter, Told, before, matter_of, told_of
from coaching.debrief.released import in_thread, released
from coaching.debrief.vote import MOVEMENT
from coaching.errors import CoachingError, FormError, NotFoundError, refuse
from coaching.loop import Loop
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.post import DECISION, Post, owed
from coaching.repositories import UnitOfWork, Work

OVERTAKEN = Phrase("Somebody has decided since you opened this. Close it and open it again.")
SAME = Phrase("That is what was decided already. Change something, or close this.")


class NotADeciderError(CoachingError):
    """Somebody of the panel would decide."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "Only the hiring manager, whoever organises these interviews and admins can record "
                "the decision. If you see it otherwise, ask them to note it."
            )
        )


@dataclass(frozen=True, slots=True)
class Deciding:
    """Keeps decisions; the newest counts, and none is ever changed."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    admins: frozenset[str]
    wake: Wake

    async def open(self, actor: Person, candidate: str) -> Matter:
        """Return what there is to decide; NotFoundError, NotOutError, NotADeciderError."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, candidate))

    async def decide(self, actor: Person, candidate: str, form: DecideForm) -> Told:
        """Keep a decision and owe the panel a word; FormError with what it lacks."""
        await self.people.member(actor)
        told = await self.deadline.within(self._decide(actor, candidate, form))
        self.wake()
        return told

    async def told(self, team: str, candidate: str, n: int) -> Told | None:
        """Return the ``n``-th decision as it is told, or None when there is none."""
        async with self.begin(team) as work:
            loop = await work.loops.of(candidate)
            if loop is None:
                return None
            return told_of(await matter_of(work, self.catalogue, loop), n)

    async def to_pin(self, team: str, candidate: str, n: int) -> tuple[str, Sequence[str]] | None:
        """Return where the ``n``-th decision is told, and where all before it are.

        None when a newer one is told already: only the newest is pinned.
        """
        async with self.begin(team) as work:
            loop = await work.loops.of(candidate)
            if loop is None:
                return None
            decided = await work.decisions.of(candidate)
            posts = {each.n: decision_post(team, loop, each.n).key for each in decided}
            places = {each: await work.posts.place(key) for each, key in posts.items()}
        found = {each: place.ts for each, place in places.items() if place}
        if n != max(found, default=0):
            return None
        return found.pop(n), list(found.values())

    async def _open(self, actor: Person, candidate: str) -> Matter:
        async with self.begin(actor.team) as work:
            loop = await self._decided_by(work, actor, candidate)
            return await matter_of(work, self.catalogue, loop)

    async def _decided_by(self, work: Work, actor: Person, candidate: str) -> Loop:
        """Read a loop for whoever decides; the others of its panel are told who does."""
        loop = await released(work, candidate, actor.id, self.admins)
        if actor.id not in loop.organisers() | self.admins:
            raise NotADeciderError
        return loop

    async def _decide(self, actor: Person, candidate: str, form: DecideForm) -> Told:
        async with self.begin(actor.team) as work:
            loop = await self._decided_by(work, actor, candidate)
            await work.loops.lock(candidate)  # of two at once, the second sees the first
            matter = await matter_of(work, self.catalogue, loop)
            decision = self._decision(actor, matter, form)
            if not await work.decisions.add(decision):
                return _again(matter, decision)
            await work.audit.add(actor.id, "debrief.decide", candidate, decision.at)
            await _owe(work, loop, decision)
            decided = replace(matter, decisions=[*matter.decisions, decision])
            return Told(decided, decision, before(matter, decision.n))

    def _decision(self, actor: Person, matter: Matter, form: DecideForm) -> Decision:
        """Return what a form decides, or raise FormError with what it lacks."""
        verdict, last = _offered(matter, form), before(matter, form.seen + 1)
        found = matter.departs(verdict) if verdict else None
        refuse(gaps(form, last, found, matter.model))
        if verdict is None:
            raise NotFoundError  # that is a gap
        decision = Decision(
            candidate=matter.loop.candidate.id,
            n=form.seen + 1,
            verdict=verdict,
            competencies=_in_order(matter.competencies, form.competencies),
            dissent=form.dissent.strip(),
            dissenters=_in_order(matter.dissenters, form.dissenters),
            departure=form.departure.strip(),
            reason=form.reason.strip(),
            actor=actor.id,
            at=self.now(),
        )
        if last and decision.says_the_same(last):
            raise FormError({VERDICT: SAME})
        return decision


def decision_post(team: str, loop: Loop, n: int) -> Post:
    """Return the one message that tells the panel of a decision."""
    subject = f"{loop.candidate.id}:{n}"
    return owed(team, DECISION, loop.job.channel, subject, owner=loop.job.manager)


def _offered(matter: Matter, form: DecideForm) -> Verdict | None:
    """Return the verdict that was chosen; NotFoundError for anything that was never offered."""
    foreign = set(form.competencies) - set(matter.competencies)
    foreign |= set(form.dissenters) - set(matter.dissenters)
    if foreign or form.seen > len(matter.decisions):
        raise NotFoundError
    found = [verdict for verdict in VERDICTS if verdict == form.verdict]
    if form.verdict and not found:
        raise NotFoundError
    return found[0] if found else None


def _in_order(offered: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in offered if each in chosen)


def _again(matter: Matter, decision: Decision) -> Told:
    """Tell what was sent twice, which is kept, from what somebody else has decided meanwhile."""
    kept = matter.decisions[decision.n - 1]
    if not kept.is_again(decision):
        raise FormError({VERDICT: OVERTAKEN})
    return Told(matter, kept, before(matter, kept.n))


async def _owe(work: Work, loop: Loop, decision: Decision) -> None:
    """Owe the word on a decision; votes end with it, so the first owes how far they moved too."""
    candidate = loop.candidate.id
    if await work.votes.of(candidate):
        await work.posts.owe(await in_thread(work, loop, MOVEMENT, candidate), decision.at)
    subject = f"{candidate}:{decision.n}"
    await work.posts.owe(await in_thread(work, loop, DECISION, subject), decision.at)
