"""Use cases: open a scorecard, keep its draft, seal it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from coaching.catalogue import Catalogue
from coaching.deadline import Deadline
from coaching.debrief.after_release import after, owe_after_release
from coaching.debrief.releasing import release_if_complete
from coaching.drafting import keepable, refuse_foreign, unkept
from coaching.errors import CalledOffError, FormError, NotFoundError, SealedError
from coaching.guide.gathering import handed, opened
from coaching.guide.stops import stops
from coaching.guide.walking import walk
from coaching.leaks import Leaks
from coaching.loop import Interview, Loop
from coaching.noticing.card import Noticed, noticed
from coaching.people import People
from coaching.person import Person
from coaching.phrase import Phrase
from coaching.plan import bars, items, wholes
from coaching.ports import Clock, Wake
from coaching.repositories import UnitOfWork, Work
from coaching.scorecard import RECOMMENDATION, Draft, Scorecard, gaps_at, missing
from coaching.sealed.comparing import compare_if_ready
from coaching.sealed.pens import refuse_others
from coaching.sealed.receipts import owe_receipt
from questions.library import Library
from questions.model import Competency
from questions.topics import Hit, Topics

A_DAY = timedelta(hours=12)  # of interviews, whatever the zone
MANY = 20  # interviews waiting to be scored that one list shows: Slack takes 50 blocks


@dataclass(frozen=True, slots=True)
class Sheet:
    """One interviewer's card, and what it is about.

    ``besides`` are the keys of the items that its writer rates besides the plan; ``gaps`` is what
    kept it from being sealed, by field; ``handed`` is what of it came from the live guide.
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
    besides: frozenset[str] = frozenset()
    gaps: Mapping[str, Phrase] = field(default_factory=dict)
    handed: Sequence[Draft] = ()
    written_for: str = ""

    @property
    def offered(self) -> Sequence[Competency]:
        """What else may be rated as a whole: the job's competencies, in the model's order."""
        there = {rating.item.key for rating in self.card.ratings}
        assessed = self.loop.job.assessed(self.library.model(self.loop.job.model_id))
        return [each for each in assessed if each.id not in there]

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

        When all that it lacks is on other pages, the sheet says so instead and is not sealed.

        Notes that touch on private topics, or that nobody could judge by, are pointed out first, in
        a sheet that is not sealed yet; a writer who was ``told`` decides. Nothing of it is changed,
        kept or logged.
        The debrief goes out with the last seal when that was promised.
        """
        await self.people.member(actor)
        last = self.last_word(draft)
        sheet = await self.deadline.within(self._seal(actor, interview, last, told=told))
        if here := gaps_at(sheet.gaps, draft, RECOMMENDATION):
            raise FormError(here)
        if not sheet.gaps and not sheet.held_back:
            self.wake()
        return sheet

    def last_word(self, draft: Draft) -> Draft:
        """Say that a draft is what its writer saw and sent, just now."""
        return replace(draft, at=None, heard=int(self.now().timestamp() * 1_000_000))

    async def _waiting(self, actor: Person) -> Sequence[tuple[Loop, Interview]]:
        async with self.begin(actor.team) as work:
            unsealed = await work.scorecards.unsealed(actor.id, MANY)
            loops = [await work.loops.of(each.candidate) for each in unsealed]
        return [(loop, each) for loop, each in zip(loops, unsealed, strict=True) if loop]

    async def _open(self, actor: Person, interview: str) -> Sheet:
        async with self.begin(actor.team) as work:
            return await self.sheet(work, actor, interview)

    async def sheet(self, work: Work, actor: Person, interview: str) -> Sheet:
        """Read a card for whose pen it is; for anybody else there is none."""
        mine = await work.loops.interview(interview)
        loop = await work.loops.of(mine.candidate) if mine else None
        if mine is None or loop is None:
            raise NotFoundError
        library = await self.catalogue.frozen(work, loop.refs)
        planned = items(mine, loop.job, library)
        added = await work.besides.of(mine.id)
        besides = wholes(planned, added, library.model(loop.job.model_id))
        card = await work.scorecards.of(mine, [*planned, *besides])
        await refuse_others(work, loop, card, actor.id)
        if mine.state != "planned":
            raise CalledOffError
        if card.sealed_at:
            raise SealedError(card.sealed_at)
        whole = await self._with_guide(work, mine, card, library)
        names = await work.people.names([mine.interviewer]) if card.on_behalf else {}
        return Sheet(
            loop,
            mine,
            whole,
            library,
            besides=frozenset(each.key for each in besides),
            handed=handed(card, whole),
            written_for=names.get(mine.interviewer, ""),
        )

    async def _with_guide(
        self, work: Work, mine: Interview, card: Scorecard, library: Library
    ) -> Scorecard:
        """Return a card with what was noted and rated in the interview, for who noted it."""
        steps = [] if card.on_behalf else await work.guides.steps(mine.id)
        if not steps:
            return card
        rated = [rating.item for rating in card.ratings]
        return opened(card, walk(stops(rated, library), steps))

    async def _draft(self, actor: Person, interview: str, draft: Draft) -> None:
        async with self.begin(actor.team) as work:
            await self.keep(work, actor, interview, draft)

    async def keep(self, work: Work, actor: Person, interview: str, draft: Draft) -> Sheet:
        """Write what is newer, in a transaction; return the sheet as it was before.

        What was taken off on another device, and is written about here, is rated again.
        """
        await work.loops.hold(interview)  # what it asks stays as it is while this is written
        sheet = await self.sheet(work, actor, interview)
        rated = [rating.item for rating in sheet.card.ratings]
        again = [each.id for each in sheet.offered if each.id in draft.touched]
        rated += wholes(rated, again, sheet.library.model(sheet.loop.job.model_id))
        refuse_foreign(draft, rated, sheet.library)
        await work.scorecards.draft(sheet.interview, keepable(draft), rated)
        return sheet

    async def _seal(self, actor: Person, interview: str, draft: Draft, *, told: bool) -> Sheet:
        async with self.begin(actor.team) as work:
            await self.keep(work, actor, interview, draft)
            sheet = await self.sheet(work, actor, interview)
            gaps = missing(sheet.card, sheet.besides) | unkept(draft)
            sheet = replace(sheet, gaps=gaps)
            if not told:
                sheet = await self.looked_over(work, actor, sheet)
            if not gaps and not sheet.held_back:
                rated = [rating.item for rating in sheet.card.ratings]
                for each in sheet.handed:
                    await work.scorecards.draft(sheet.interview, each, rated)
                await self._close(work, actor, sheet)
        return sheet

    async def looked_over(self, work: Work, actor: Person, sheet: Sheet) -> Sheet:
        """Return a card with what is pointed out to its writer."""
        advice = await self._advice(work, actor, sheet)
        return replace(sheet, tips=self._tips(sheet.card), advice=advice)

    async def _advice(self, work: Work, actor: Person, sheet: Sheet) -> Sequence[Noticed]:
        """Look over the card, beside those that this person has sealed lately."""
        bar = bars([sheet.interview], sheet.loop.job, sheet.library, sheet.besides)
        today = await work.scorecards.sealed_by(actor.id, self.now() - A_DAY)
        return noticed(sheet.card, bar, today)

    def _tips(self, card: Scorecard) -> Mapping[str, Sequence[Hit]]:
        found = {each.item.key: self.topics.of_note(each.evidence) for each in card.ratings}
        return {item: hits for item, hits in found.items() if hits}

    async def _close(self, work: Work, actor: Person, sheet: Sheet) -> None:
        """Seal under the lock of the debrief: of two last interviewers one must see the other."""
        promised = await work.loops.lock(sheet.interview.candidate)
        now = after(promised, self.now())
        await work.scorecards.seal(sheet.interview, now)
        await work.audit.add(actor.id, "card.seal", sheet.interview.id, now)
        await owe_receipt(work, sheet.interview, sheet.card, now)
        await self.leaks.watch(work, [rating.item for rating in sheet.card.ratings], now)
        await release_if_complete(work, actor.team, sheet.loop, now)
        await owe_after_release(work, sheet.loop, sheet.interview, promised, now)
        await compare_if_ready(work, sheet.loop, now)
