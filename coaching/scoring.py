"""Use cases: open a scorecard, keep its draft, seal it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from coaching.catalogue import Catalogue
from coaching.comparing import compare_if_ready
from coaching.deadline import Deadline
from coaching.debriefing import release_if_complete
from coaching.errors import CalledOffError, FormError, NotFoundError, ReplacedError, SealedError
from coaching.leaks import Leaks
from coaching.loop import Interview, Loop
from coaching.noticing.card import Noticed, noticed
from coaching.pens import refuse_others
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.plan import bars, items
from coaching.ports import Clock, Wake
from coaching.receipts import owe_receipt
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import EVIDENCE, Draft, Item, Scorecard, evidence_field, missing
from coaching.typed import unkeepable
from questions.library import Library
from questions.topics import Hit, Topics

A_DAY = timedelta(hours=12)  # of interviews, whatever the zone
MANY = 20  # interviews waiting to be scored that one list shows: Slack takes 50 blocks


@dataclass(frozen=True, slots=True)
class Sheet:
    """One interviewer's card, and what it is about.

    ``tips`` are topics noticed in its notes, by item, and ``advice`` is what a colleague would
    point out: the writer alone sees them, once, before the seal. ``written_for`` names the
    interviewer when somebody else writes it.
    """

    loop: Loop
    interview: Interview
    card: Scorecard
    library: Library
    tips: Mapping[str, Sequence[Hit]] = field(default_factory=dict)
    advice: Sequence[Noticed] = ()
    written_for: str = ""

    @property
    def held_back(self) -> bool:
        """Whether it is not sealed yet, as something is pointed out first."""
        return bool(self.tips or self.advice)


@dataclass(frozen=True, slots=True)
class Scoring:
    """Everything that happens to a scorecard. Only its writer ever comes near it."""

    begin: UnitOfWork
    people: People
    catalogue: Catalogue
    now: Clock
    deadline: Deadline
    leaks: Leaks
    topics: Topics
    wake: Wake

    async def waiting(self, actor: Person) -> Sequence[tuple[Loop, Interview]]:
        """Return the interviews a person has not sealed yet, the earliest first."""
        await self.people.member(actor)
        return await self.deadline.within(self._waiting(actor))

    async def open(self, actor: Person, interview: str) -> Sheet:
        """Return a card with what was kept of it, or raise NotFoundError or SealedError."""
        await self.people.member(actor)
        return await self.deadline.within(self._open(actor, interview))

    async def draft(self, actor: Person, interview: str, draft: Draft) -> None:
        """Keep what was typed or chosen, unless something newer is there."""
        await self.people.member(actor)
        await self.deadline.within(self._draft(actor, interview, draft))

    async def seal(
        self, actor: Person, interview: str, draft: Draft, *, told: bool = False
    ) -> Sheet:
        """Keep a card and seal it, or raise FormError with what it lacks; kept it is either way.

        Notes that touch on private topics, or that nobody could judge by, are pointed out first, in
        a sheet that is not sealed yet; a writer who was ``told`` decides. Nothing of it is changed,
        kept or logged.
        The debrief goes out with the last seal when that was promised.
        """
        draft = replace(draft, heard=int(self.now().timestamp() * 1_000_000))
        await self.people.member(actor)
        sheet, gaps = await self.deadline.within(self._seal(actor, interview, draft, told=told))
        if gaps:
            raise FormError(gaps)
        if not sheet.held_back:
            self.wake()
        return sheet

    async def _waiting(self, actor: Person) -> Sequence[tuple[Loop, Interview]]:
        async with self.begin(actor.team) as work:
            unsealed = await work.scorecards.unsealed(actor.id, MANY)
            loops = [await work.loops.of(each.candidate) for each in unsealed]
        return [(loop, each) for loop, each in zip(loops, unsealed, strict=True) if loop]

    async def _open(self, actor: Person, interview: str) -> Sheet:
        async with self.begin(actor.team) as work:
            return await self._sheet(work, actor, interview)

    async def _sheet(self, work: Work, actor: Person, interview: str) -> Sheet:
        """Read a card for whose pen it is; for anybody else there is none."""
        mine = await work.loops.interview(interview)
        loop = await work.loops.of(mine.candidate) if mine else None
        if mine is None or loop is None:
            raise NotFoundError
        library = await self.catalogue.frozen(work, loop.refs)
        card = await work.scorecards.of(mine, items(mine, loop.job, library))
        await refuse_others(work, loop, card, actor.id)
        if mine.state != "planned":
            raise CalledOffError
        if card.sealed_at:
            raise SealedError(card.sealed_at)
        names = await work.people.names([mine.interviewer]) if card.on_behalf else {}
        return Sheet(loop, mine, card, library, written_for=names.get(mine.interviewer, ""))

    async def _draft(self, actor: Person, interview: str, draft: Draft) -> Sheet:
        async with self.begin(actor.team) as work:
            return await self._keep(work, actor, interview, draft)

    async def _keep(self, work: Work, actor: Person, interview: str, draft: Draft) -> Sheet:
        await work.loops.hold(interview)  # what it asks stays as it is while this is written
        sheet = await self._sheet(work, actor, interview)
        rated = [rating.item for rating in sheet.card.ratings]
        _refuse_foreign(draft, rated, sheet.library)
        await work.scorecards.draft(sheet.interview, _without_unkeepable(draft), rated)
        return sheet

    async def _seal(
        self, actor: Person, interview: str, draft: Draft, *, told: bool
    ) -> tuple[Sheet, dict[str, Phrase]]:
        async with self.begin(actor.team) as work:
            sheet = await self._keep(work, actor, interview, draft)
            rated = [rating.item for rating in sheet.card.ratings]
            card = await work.scorecards.of(sheet.interview, rated)
            if card.sealed_at:  # from another device, since this one looked
                raise SealedError(card.sealed_at)
            gaps = missing(card) | _unkeepable(draft)
            sheet = replace(sheet, card=card)
            if not told:
                advice = await self._advice(work, actor, sheet)
                sheet = replace(sheet, tips=self._tips(card), advice=advice)
            if not gaps and not sheet.held_back:
                await self._close(work, actor, sheet)
        return sheet, gaps

    async def _advice(self, work: Work, actor: Person, sheet: Sheet) -> Sequence[Noticed]:
        """Look over the card, beside those that this person has sealed lately."""
        bar = bars([sheet.interview], sheet.loop.job, sheet.library)
        today = await work.scorecards.sealed_by(actor.id, self.now() - A_DAY)
        return noticed(sheet.card, bar, today)

    def _tips(self, card: Scorecard) -> Mapping[str, Sequence[Hit]]:
        found = {each.item.key: self.topics.of_note(each.evidence) for each in card.ratings}
        return {item: hits for item, hits in found.items() if hits}

    async def _close(self, work: Work, actor: Person, sheet: Sheet) -> None:
        """Seal under the lock of the debrief: of two last interviewers one must see the other."""
        await work.loops.lock(sheet.interview.candidate)
        now = self.now()
        await work.scorecards.seal(sheet.interview, now)
        await work.audit.add(actor.id, "card.seal", sheet.interview.id, now)
        await owe_receipt(work, sheet.interview, sheet.card, now)
        await self.leaks.watch(work, [rating.item for rating in sheet.card.ratings], now)
        await release_if_complete(work, actor.team, sheet.loop, now)
        await compare_if_ready(work, sheet.loop, now)


def _refuse_foreign(draft: Draft, rated: Sequence[Item], library: Library) -> None:
    """Refuse items that are not on this card; a question was on it when it was opened."""
    foreign = (draft.marks.keys() | draft.evidence.keys()) - {item.key for item in rated}
    if any(library.question(key) is None for key in foreign):
        raise NotFoundError
    if foreign:
        raise ReplacedError([evidence_field(key) for key in sorted(foreign)])


def _unkeepable(draft: Draft) -> dict[str, Phrase]:
    faults = {evidence_field(key): unkeepable(t, EVIDENCE) for key, t in draft.evidence.items()}
    return {field: fault for field, fault in faults.items() if fault}


def _without_unkeepable(draft: Draft) -> Draft:
    """Keep the rest of a draft; the person is told about the part when they seal."""
    bad = {key for key, text in draft.evidence.items() if unkeepable(text, EVIDENCE)}
    return replace(draft, evidence={k: t for k, t in draft.evidence.items() if k not in bad})
