"""Use cases: what redraws a scorecard that is open, and keeps what was typed into it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from coaching.drafting import unkept
from coaching.errors import FormError, NotFoundError, refuse
from coaching.guide.gathering import written_on
from coaching.guide.stops import stops
from coaching.guide.walking import walk
from coaching.noticing.note import withdraw
from coaching.person import Person
from coaching.repositories import Work
from coaching.scorecard import Draft, gaps_at, missing
from coaching.scoring import Scoring, Sheet
from questions.wording import Locale


@dataclass(frozen=True, slots=True)
class Revising:
    """Changes what a card shows. Each answer is the card as it is then.

    Whoever was ``told`` what is pointed out sees what is left of it.
    """

    scoring: Scoring

    async def add(self, actor: Person, interview: str, competency: str, *, told: bool) -> Sheet:
        """Rate one more of the job's competencies as a whole, or raise NotFoundError."""
        await self.scoring.people.member(actor)
        return await self.scoring.deadline.within(
            self._add(actor, interview, competency, told=told)
        )

    async def take_off(self, actor: Person, interview: str, draft: Draft, *, told: bool) -> Sheet:
        """Ask no longer for what was added and is in the draft, unless something is written there.

        It is kept first, so that what is on its way and older comes too late.
        """
        await self.scoring.people.member(actor)
        return await self.scoring.deadline.within(
            self._take_off(actor, interview, draft, told=told)
        )

    async def withdraw(
        self, actor: Person, interview: str, draft: Draft, locale: Locale, *, told: bool
    ) -> Sheet:
        """Take out of the notes in the draft what was volunteered and nobody needs to know.

        A neutral mark stands in its place, and nothing that is on its way brings it back. What was
        noted in the live guide loses it too.
        """
        await self.scoring.people.member(actor)
        of_note = self.scoring.topics.of_note
        left = {key: withdraw(note, of_note(note), locale) for key, note in draft.evidence.items()}
        cleaned = Draft(draft.at, evidence=left)
        refuse(unkept(cleaned))
        return await self.scoring.deadline.within(
            self._withdraw(actor, interview, cleaned, locale, told=told)
        )

    async def turn(self, actor: Person, interview: str, draft: Draft, *, told: bool) -> Sheet:
        """Keep a page; one that was sent as done must lack nothing, or FormError is raised."""
        await self.scoring.people.member(actor)
        done = draft.at is None
        kept = self.scoring.last_word(draft) if done else draft
        sheet = await self.scoring.deadline.within(self._keep(actor, interview, kept, told=told))
        gaps = missing(sheet.card, sheet.besides) | unkept(draft)
        if done and (here := gaps_at(gaps, draft)):
            raise FormError(here)
        return sheet

    async def _add(self, actor: Person, interview: str, competency: str, *, told: bool) -> Sheet:
        async with self.scoring.begin(actor.team) as work:
            await work.loops.hold(interview)
            sheet = await self.scoring.sheet(work, actor, interview)
            if competency in {each.id for each in sheet.offered}:
                await work.besides.add(sheet.interview, competency)
            elif competency not in sheet.besides:
                raise NotFoundError
            return await self._now(work, actor, interview, told=told)

    async def _take_off(self, actor: Person, interview: str, draft: Draft, *, told: bool) -> Sheet:
        async with self.scoring.begin(actor.team) as work:
            before = await self.scoring.keep(work, actor, interview, draft)
            now = await self.scoring.sheet(work, actor, interview)
            empty = {rating.item.key for rating in now.card.ratings if rating.empty}
            for key in sorted(draft.evidence.keys() & before.besides & empty):
                await work.besides.take_off(interview, key)
            return await self._now(work, actor, interview, told=told)

    async def _withdraw(
        self, actor: Person, interview: str, draft: Draft, locale: Locale, *, told: bool
    ) -> Sheet:
        """Date it with the later of both clocks: a seal that was held back set ours."""
        now = self.scoring.last_word(draft)
        last = replace(now, heard=max(now.heard, draft.at or 0))
        async with self.scoring.begin(actor.team) as work:
            sheet = await self.scoring.keep(work, actor, interview, last)
            await self._withdraw_notes(work, sheet, draft.evidence.keys(), locale)
            return await self._now(work, actor, interview, told=told)

    async def _withdraw_notes(
        self, work: Work, sheet: Sheet, items: Collection[str], locale: Locale
    ) -> None:
        steps = await work.guides.steps(sheet.interview.id)
        rated = [rating.item for rating in sheet.card.ratings]
        for step in written_on(walk(stops(rated, sheet.library), steps), steps, items):
            left = withdraw(step.detail, self.scoring.topics.of_note(step.detail), locale)
            await work.guides.rewrite(sheet.interview.id, step.key, left)

    async def _keep(self, actor: Person, interview: str, draft: Draft, *, told: bool) -> Sheet:
        async with self.scoring.begin(actor.team) as work:
            await self.scoring.keep(work, actor, interview, draft)
            return await self._now(work, actor, interview, told=told)

    async def _now(self, work: Work, actor: Person, interview: str, *, told: bool) -> Sheet:
        sheet = await self.scoring.sheet(work, actor, interview)
        return await self.scoring.looked_over(work, actor, sheet) if told else sheet
