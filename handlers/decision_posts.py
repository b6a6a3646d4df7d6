"""The words of what follows a debrief: decisions, and how far the talk moved the panel."""

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.coach import Coach
from coaching.debrief.vote import MOVEMENT
from coaching.loop import Loop
from coaching.post import DECISION, PIN, Post
from handlers.readers import Readers
from handlers.rendered import Pin, Rendered, Renderer
from handlers.views import decided, voting
from handlers.views.kit import Block


@dataclass(frozen=True, slots=True)
class DecisionPosts:
    """Renders each kind of message after a debrief; None when nothing is to be said any more."""

    coach: Coach
    readers: Readers

    @property
    def kinds(self) -> Mapping[str, Renderer]:
        """What renders which kind."""
        return {DECISION: self._decision, PIN: self._pin, MOVEMENT: self._movement}

    async def _decision(self, team: str, post: Post) -> Rendered | None:
        """Tell the panel what was decided, without a name where notifications show it."""
        candidate, _, n = post.subject.partition(":")
        told = await self.coach.debriefs.deciding.told(team, candidate, int(n))
        if told is None:
            return None
        loop = told.matter.loop
        texts = self.readers.channel(loop.job.language, loop.job.zone)
        blocks = decided.message(told, self.coach.debriefs.withholding, texts)
        return _rendered(texts("A decision is recorded."), blocks, loop)

    async def _pin(self, team: str, post: Post) -> Pin | None:
        """Pin a decision that is told, in place of those before it."""
        candidate, _, n = post.subject.partition(":")
        found = await self.coach.debriefs.deciding.to_pin(team, candidate, int(n))
        return Pin(*found) if found else None

    async def _movement(self, team: str, post: Post) -> Rendered | None:
        """Tell the panel how far it moved, without anybody's name."""
        moved = await self.coach.debriefs.voting.moved(team, post.subject)
        if moved is None:
            return None
        loop = moved.report.loop
        texts = self.readers.channel(loop.job.language, loop.job.zone)
        text = texts("How far the talk moved the panel")
        return _rendered(text, voting.message(moved, texts), loop)


def _rendered(text: str, blocks: list[Block], loop: Loop) -> Rendered:
    return Rendered(text, blocks, hiring=True, hidden_from=loop.candidate.account)
