"""Use cases: amend a sealed scorecard, and tell a panel that has read it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.released import in_thread
from coaching.errors import FormError, NotFoundError, refuse
from coaching.loop import Debrief
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.ports import Clock, Wake
from coaching.repositories import UnitOfWork, Work
from coaching.sealed.amendment import (
    REASON,
    WHY,
    AmendForm,
    Amendment,
    offered,
    said_field,
    sealed_value,
)
from coaching.sealed.receipts import Copy, copy_of
from coaching.typed import unkeepable
from questions.topics import Hit, Topics

AMENDED = "amended"
OVERTAKEN = Phrase(
    "You amended this scorecard somewhere else since you opened this. Close it and open it again."
)


@dataclass(frozen=True, slots=True)
class Amended:
    """A card with its amendments; with ``tips`` the last one is not kept yet.

    ``announced``: the panel has read the card, and is told in the thread of the debrief.
    """

    copy: Copy
    announced: bool = False
    tips: Sequence[Hit] = field(default=())


@dataclass(frozen=True, slots=True)
class Notice:
    """An amendment that came after the debrief, and who made it."""

    copy: Copy
    amendment: Amendment
    name: str


@dataclass(frozen=True, slots=True)
class Amending:
    """Adds to sealed cards. Only whoever wrote a card ever amends it."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    topics: Topics
    wake: Wake

    async def open(self, actor: Person, interview: str) -> Copy:
        """Return a sealed card with its amendments, or raise NotFoundError."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, interview))

    async def amend(
        self, actor: Person, interview: str, form: AmendForm, *, told: bool = False
    ) -> Amended:
        """Append an amendment, or raise FormError with what it lacks.

        A reason that touches on private topics is pointed out first, once; a writer who was
        ``told`` decides.
        """
        await self.people.member(actor)
        amended = await self.deadline.within(self._amend(actor, interview, form, told=told))
        if amended.announced:
            self.wake()
        return amended

    async def notice(self, team: str, interview: str, n: int) -> Notice | None:
        """Return what the panel is told about the ``n``-th amendment of a card."""
        async with self.begin(team) as work:
            copy = await copy_of(work, self.catalogue, interview)
            found = [each for each in copy.amendments if each.n == n] if copy else []
            if copy is None or not found:
                return None
            names = await work.people.names([found[0].actor])
        return Notice(copy, found[0], names[found[0].actor])

    async def _open(self, actor: Person, interview: str) -> Copy:
        async with self.begin(actor.team) as work:
            return await self._mine(work, actor, interview)

    async def _mine(self, work: Work, actor: Person, interview: str) -> Copy:
        """Read a sealed card for whoever wrote it; for anybody else there is none."""
        copy = await copy_of(work, self.catalogue, interview)
        if copy is None or actor.id != copy.card.writer:
            raise NotFoundError
        if actor.id == copy.loop.candidate.account:
            raise NotFoundError
        return copy

    async def _amend(
        self, actor: Person, interview: str, form: AmendForm, *, told: bool
    ) -> Amended:
        async with self.begin(actor.team) as work:
            copy, promise = await self._held(work, actor, interview)
            _refuse_foreign(copy, form)
            refuse(_gaps(copy, form))
            if tips := () if told else self.topics.of_note(form.reason):
                return Amended(copy, tips=tips)
            said = self._said(actor, copy, form, promise)
            announced = said.released and _was_read(copy, promise)
            if not await work.amendments.add(said):
                return _again(copy, said, announced=announced)
            await work.audit.add(actor.id, "card.amend", copy.interview.id, said.at)
            if announced:
                subject = f"{said.interview}:{said.n}"
                await work.posts.owe(await in_thread(work, copy.loop, AMENDED, subject), said.at)
        return Amended(replace(copy, amendments=[*copy.amendments, said]), announced)

    async def _held(self, work: Work, actor: Person, interview: str) -> tuple[Copy, Debrief]:
        """Read a card with its promise locked: it is before the debrief, or after it."""
        copy = await self._mine(work, actor, interview)
        promise = await work.loops.lock(copy.interview.candidate)
        now = await work.amendments.of([interview])  # another device was perhaps faster
        return replace(copy, amendments=now), promise

    def _said(self, actor: Person, copy: Copy, form: AmendForm, promise: Debrief) -> Amendment:
        return Amendment(
            interview=copy.interview.id,
            n=form.seen + 1,
            item=form.item,
            said=form.said or "",
            reason=form.reason.strip(),
            released=promise.released_at is not None,
            actor=actor.id,
            at=self.now(),
        )


def _refuse_foreign(copy: Copy, form: AmendForm) -> None:
    """Refuse what was never offered."""
    wrong = form.said is not None and form.said not in offered(form.item)
    if wrong or sealed_value(copy.card, form.item) is None or form.seen > len(copy.amendments):
        raise NotFoundError


def _gaps(copy: Copy, form: AmendForm) -> dict[str, Phrase | None]:
    return {said_field(form.item): _unsaid(copy, form), WHY: _unreasoned(form)}


def _unsaid(copy: Copy, form: AmendForm) -> Phrase | None:
    """Return why a value amends nothing; what was sent twice is no second amendment."""
    if form.said is None:
        return Phrase("Choose the new value.")
    before = [each for each in copy.amendments[: form.seen] if each.item == form.item]
    now = before[-1].said if before else sealed_value(copy.card, form.item)
    return Phrase("It says so already. Choose another value.") if form.said == now else None


def _unreasoned(form: AmendForm) -> Phrase | None:
    if not form.reason.strip():
        return Phrase("Say why: a sentence is enough.")
    return unkeepable(form.reason, REASON)


def _again(copy: Copy, said: Amendment, *, announced: bool) -> Amended:
    """Tell what was sent twice, which is kept, from what was made meanwhile on another device."""
    if not any(each.n == said.n and each.same(said) for each in copy.amendments):
        raise FormError({said_field(said.item): OVERTAKEN})
    return Amended(copy, announced)


def _was_read(copy: Copy, promise: Debrief) -> bool:
    """Tell whether the card was part of the debrief; a shadow's and a late one never were."""
    released = promise.released_at
    return copy.interview.counts and released is not None and copy.sealed_at <= released
