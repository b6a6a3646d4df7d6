"""The words of messages that remind: a nudge, the kit once more, what became of an interview."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.coach import Coach
from coaching.person import Person
from coaching.post import Post
from coaching.reminding.holding import HANDED_OVER, MISSED, PLEASE_SCORE
from coaching.reminding.kits import KIT_AGAIN
from coaching.reminding.nudges import CARD_MISSING, NUDGE
from handlers.readers import Readers
from handlers.rendered import Postponed, Rendered, Renderer
from handlers.views import holding, nudge


@dataclass(frozen=True, slots=True)
class ReminderPosts:
    """Renders each kind of reminder; None when there is nothing to remind of any more."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {
            NUDGE: self._nudge,
            CARD_MISSING: self._card_missing,
            KIT_AGAIN: self._kit_again,
            PLEASE_SCORE: self._please_score,
            HANDED_OVER: self._told,
            MISSED: self._told,
        }

    async def _nudge(self, team: str, post: Post) -> Rendered | Postponed | None:
        reader = Person(team, post.channel)
        asking = await self.coach.putting_off.asking(reader, post.subject)
        if asking is None or asking.wait:
            return Postponed(asking.wait) if asking else None
        texts = await self.readers.texts(reader)
        blocks = nudge.message(asking, texts)
        hidden = asking.loop.candidate.account
        return Rendered(texts("How did the interview go?"), blocks, hiring=True, hidden_from=hidden)

    async def _card_missing(self, team: str, post: Post) -> Rendered | Postponed | None:
        reader = Person(team, post.channel)
        missing = await self.coach.informing.missing(reader, post.subject)
        if missing is None or missing.wait:
            return Postponed(missing.wait) if missing else None
        texts = await self.readers.texts(reader)
        blocks = nudge.missing(missing, texts)
        hidden = missing.loop.candidate.account
        return Rendered(texts("A scorecard is missing."), blocks, hiring=True, hidden_from=hidden)

    async def _kit_again(self, team: str, post: Post) -> Rendered | None:
        found = await self.coach.kits.of(team, post.subject, post.channel)
        if found is None:
            return None
        loop, interview = found
        texts = await self.readers.texts(Person(team, post.channel))
        model = self.coach.shelves.live.model(loop.job.model_id)
        blocks = nudge.kit_again(loop, interview, model, texts)
        hidden = loop.candidate.account
        return Rendered(texts("Your interview is near."), blocks, hiring=True, hidden_from=hidden)

    async def _please_score(self, team: str, post: Post) -> Rendered | None:
        reader = Person(team, post.channel)
        told = await self.coach.informing.asked(reader, post.subject)
        if told is None:
            return None
        texts = await self.readers.texts(reader)
        text, blocks = (
            texts("Please score the interview that you held."),
            holding.please(told, texts),
        )
        return Rendered(text, blocks, hiring=True, hidden_from=told.loop.candidate.account)

    async def _told(self, team: str, post: Post) -> Rendered | None:
        reader = Person(team, post.channel)
        told = await self.coach.informing.told(reader, post.subject)
        if told is None:
            return None
        texts = await self.readers.texts(reader)
        hidden = told.loop.candidate.account
        if post.kind == MISSED:
            text, blocks = (
                texts("An interview did not happen."),
                holding.missed(told, reader, texts),
            )
        else:
            text, blocks = (
                texts("Somebody else held an interview."),
                holding.handed_over(told, texts),
            )
        return Rendered(text, blocks, hiring=True, hidden_from=hidden)
